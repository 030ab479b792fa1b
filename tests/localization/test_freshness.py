"""In which state is a section, going by its digests alone?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localization.freshness import section_state
from tests.localization.states.oracle import Said
from tests.localization.states.product import Memory, Product

DIGESTS = st.sampled_from(["1:a", "1:b", "2:a"])


@pytest.mark.parametrize(
    ("confirmed", "live", "missing", "state"),
    [
        (None, "1:a", 0, "missing"),
        (None, "1:a", 3, "missing"),
        ("1:a", "1:a", 0, "current"),
        ("1:b", "1:a", 0, "behind"),
        ("1:a", "1:a", 1, "partial"),
        ("1:b", "1:a", 1, "partial"),
        # Another version of the form that is hashed: nobody can tell, so it counts as moved on.
        ("2:a", "1:a", 0, "behind"),
    ],
)
def test_decision_table(confirmed: str | None, live: str, missing: int, state: str) -> None:
    assert section_state(confirmed, live, missing) == state


@pytest.mark.parametrize(
    ("missing", "texts", "state"),
    [(0, 0, "current"), (1, 1, "missing"), (1, 2, "partial"), (0, 2, "current")],
)
def test_a_section_is_missing_when_each_of_its_texts_is(missing: int, texts: int, state: str) -> None:
    assert section_state("1:a", "1:a", missing, texts) == state


def test_strings_are_confirmed_until_somebody_counts_them() -> None:
    assert section_state("1:a", "1:a") == "current"


@given(DIGESTS, DIGESTS, st.integers(0, 3))
def test_a_reverted_source_makes_the_translation_current_again(one: str, other: str, missing: int) -> None:
    before = section_state(one, one, missing)
    section_state(one, other, missing)
    assert section_state(one, one, missing) == before
    assert (before == "current") == (missing == 0)


@given(st.none() | DIGESTS, DIGESTS, st.integers(0, 3))
def test_only_a_complete_translation_of_the_live_source_is_current(
    confirmed: str | None, live: str, missing: int
) -> None:
    assert (section_state(confirmed, live, missing) == "current") == (confirmed == live and missing == 0)


def test_a_field_that_gets_the_words_of_another_field_is_behind() -> None:
    product = Product("en", "de")
    said: Said = {"overview": {"title": ("Warmth",), "summary": ("Rest",)}, "body": {}, "risks": {}}
    own: Said = {"overview": {"title": ("Wärme",), "summary": ("Ruhe",)}, "body": {}, "risks": {}}
    memory: Memory = {("title", "Warmth"): ("Wärme", "human"), ("summary", "Rest"): ("Ruhe", "human")}
    rows = product.save(said, own, memory)
    product.publish_source({**said, "overview": {"title": ("Rest",), "summary": ("Rest",)}})
    product.publish(rows, own)
    assert product.freshness(rows)["overview"].state == "behind"
