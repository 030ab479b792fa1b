"""Does the decision table say what the design promises, for every case?"""

from __future__ import annotations

from itertools import product
from typing import Any, get_args

import pytest

from home.models import StandardPage
from localization.freshness import State
from localization.models import Policy
from localization.policy import TABLE, Standing, decide, policy_of
from people.models import Person

STANDINGS, STATES = get_args(Standing), get_args(State)

# May a revision be published whose section is in this state, and what do readers get? One line for each case.
CASES = """
first current hold    publish translation
first current source  publish translation
first current block   publish translation
first behind  hold    publish translation
first behind  source  publish items
first behind  block   refuse  held
first partial hold    publish items
first partial source  publish items
first partial block   refuse  items
first missing hold    publish items
first missing source  publish items
first missing block   refuse  items
live  current hold    publish translation
live  current source  publish translation
live  current block   publish translation
live  behind  hold    publish translation
live  behind  source  publish items
live  behind  block   refuse  held
live  partial hold    publish held
live  partial source  publish items
live  partial block   refuse  held
live  missing hold    publish held
live  missing source  publish items
live  missing block   refuse  held
"""
LINES = [line.split() for line in CASES.strip().splitlines()]


@pytest.mark.parametrize(("standing", "state", "policy", "publish", "shown"), LINES)
def test_each_case(standing: Any, state: Any, policy: str, publish: str, shown: str) -> None:
    decision = decide(standing, state, Policy(policy))
    assert ("publish" if decision.publish else "refuse", decision.shown) == (publish, shown)


def test_no_case_is_left_out() -> None:
    cases = {tuple(line[:3]) for line in LINES}
    assert cases == set(product(STANDINGS, STATES, Policy.values))
    assert {(*key, str(policy)) for key, row in TABLE.items() for policy in row} == cases


@pytest.mark.parametrize(("standing", "state", "policy"), list(product(STANDINGS, STATES, Policy)))
def test_what_was_taken_back_is_never_held(standing: Any, state: Any, policy: Policy) -> None:
    usual, retracted = decide(standing, state, policy), decide(standing, state, policy, retracted=True)
    assert retracted.publish == usual.publish
    assert retracted.shown == ("translation" if state == "current" else "items")


@pytest.mark.parametrize(
    ("model", "section", "changed", "policy"),
    [
        (StandardPage, "overview", {}, "block"),
        (StandardPage, "risks", {}, "source"),
        (StandardPage, "body", {}, "hold"),
        (StandardPage, "body", {"body": Policy.SOURCE}, "source"),
        (StandardPage, "overview", {"overview": Policy.HOLD}, "hold"),
        (StandardPage, "overview", {"overview": Policy.SOURCE}, "block"),
        (Person, "risks", {"risks": Policy.HOLD}, "block"),
    ],
)
def test_which_policy_holds(model: Any, section: str, changed: Any, policy: str) -> None:
    assert policy_of(model, section, changed) == policy
