"""Do the checks catch what goes wrong in translations, and leave good ones alone?

Judged on the held-out half. Messages give counts, never a pair: who works on the rules must not
learn the held-out pairs from a failure.
"""

from __future__ import annotations

import pytest

from tests.localization.quality.gold import LANGUAGES, is_held_out, pairs
from tests.localization.quality.mutations import HARD
from tests.localization.quality.report import judge

CAUGHT, NEGATIONS, FALSE_ALARMS = 0.98, 0.80, 0.02


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_held_out_half(language: str) -> None:
    outcome, _missed = judge(language, held_out=True)
    caught, made = outcome.share(*HARD)
    assert made >= 100, f"{language}: only {made} mutations"
    assert caught >= CAUGHT * made, f"{language}: {caught} of {made} number, unit and link mutations"
    caught, made = outcome.share("not dropped")
    assert caught >= NEGATIONS * made, f"{language}: {caught} of {made} lost negations"
    alarms, good = outcome.false_alarms, outcome.pairs
    assert alarms <= FALSE_ALARMS * good, f"{language}: {alarms} of {good} good pairs"


def test_false_alarms_in_all_languages_together() -> None:
    outcomes = [judge(language, held_out=True)[0] for language in LANGUAGES]
    alarms, good = sum(one.false_alarms for one in outcomes), sum(one.pairs for one in outcomes)
    assert alarms <= FALSE_ALARMS * good, f"{alarms} of {good} good pairs"


def test_the_gold_set_is_large_enough_and_split_by_pair() -> None:
    halves = [(pairs(code, held_out=False), pairs(code, held_out=True)) for code in LANGUAGES]
    assert sum(len(one) + len(other) for one, other in halves) >= 300
    assert all(len(one) >= 40 and len(other) >= 40 for one, other in halves)
    assert all(is_held_out(pair.id) for _one, other in halves for pair in other)
