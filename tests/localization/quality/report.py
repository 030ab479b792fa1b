"""How well do the checks do on the gold set? ``make qa-report`` prints the matrix.

    python -m tests.localization.quality.report [--development]

Of the held-out half it prints counts only, whatever is asked.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import dataclass, field

import django
from django.utils.translation import override

from localization.quality.check import check
from localization.quality.strings import Issue, Strings
from tests.localization.quality.gold import LANGUAGES, Pair, pairs
from tests.localization.quality.mutations import HARD, KINDS, Mutation, mutations


@dataclass
class Outcome:
    """The counts of one language: clean pairs, false alarms among them, and mutations by kind."""

    language: str
    pairs: int = 0
    false_alarms: int = 0
    false_warnings: int = 0
    made: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    warned: Counter[str] = field(default_factory=Counter)

    def share(self, *kinds: str) -> tuple[int, int]:
        """Return how many mutations of some kinds were caught, and how many there were.

        A negation counts as caught when there is a warning; everything else only when it is refused.
        """
        wanted = self.warned if kinds == ("not dropped",) else self.caught
        return sum(wanted[kind] for kind in kinds), sum(self.made[kind] for kind in kinds)


def issues(pair: Pair, target: str) -> list[Issue]:
    """Check one translation of a pair's source."""
    return check(Strings(pair.source, target, "en", pair.language, pair.section))


def judge(language: str, *, held_out: bool) -> tuple[Outcome, list[Mutation]]:
    """Return the counts of a language, and the mutations that were missed (development half only)."""
    outcome, missed = Outcome(language), []
    for pair in pairs(language, held_out=held_out):
        clean = issues(pair, pair.target)
        outcome.pairs += 1
        outcome.false_alarms += any(issue.severity == "refuse" for issue in clean)
        outcome.false_warnings += any(issue.severity == "warn" for issue in clean)
        for mutation in mutations(pair):
            new = [issue for issue in issues(pair, mutation.target) if issue not in clean]
            outcome.made[mutation.kind] += 1
            refused = any(issue.severity == "refuse" for issue in new)
            outcome.caught[mutation.kind] += refused
            outcome.warned[mutation.kind] += bool(new)
            if not (refused or (new and mutation.kind not in HARD)):
                missed.append(mutation)
    return outcome, [] if held_out else missed


def matrix(outcomes: list[Outcome]) -> str:
    """Return the table: a row for each kind of mutation, a column for each language."""
    lines = [f"{'':24}" + "".join(f"{outcome.language:>12}" for outcome in outcomes)]
    rows = {
        "pairs": [f"{o.pairs}" for o in outcomes],
        "false alarms": [f"{o.false_alarms}" for o in outcomes],
        "with warnings": [f"{o.false_warnings}" for o in outcomes],
    }
    for kind in KINDS:
        rows[kind] = [_figure(o, kind) for o in outcomes]
    rows["numbers, units, links"] = [_percent(*o.share(*HARD)) for o in outcomes]
    rows["negations (warning)"] = [_percent(*o.share("not dropped")) for o in outcomes]
    lines += [f"{name:24}" + "".join(f"{cell:>12}" for cell in cells) for name, cells in rows.items()]
    return "\n".join(lines)


def _figure(outcome: Outcome, kind: str) -> str:
    caught, made = outcome.share(kind)
    warned = outcome.warned[kind] - caught if kind != "not dropped" else 0
    return f"{caught}/{made}" + (f" +{warned}w" if warned else "")


def _percent(caught: int, made: int) -> str:
    return f"{100 * caught / made:.1f} %" if made else "–"


def main(arguments: list[str]) -> None:
    """Print the matrix of the held-out half, or of the development half with what was missed."""
    with override(None):  # the rules word their sentences with gettext
        _print(development="--development" in arguments)


def _print(*, development: bool) -> None:
    judged = [judge(language, held_out=not development) for language in LANGUAGES]
    sys.stdout.write(
        ("Development" if development else "Held-out") + " half: caught / made; w: warned only.\n\n"
    )
    sys.stdout.write(matrix([outcome for outcome, _missed in judged]) + "\n")
    for _outcome, missed in judged:
        for mutation in missed:
            sys.stdout.write(
                f"\n{mutation.pair.id} {mutation.kind}\n  {mutation.pair.source}\n  {mutation.target}\n"
            )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
    django.setup()
    main(sys.argv[1:])
