"""Are amounts said with the right number, plural and bounds?"""

import pytest
from django.utils import translation

from treatments.amounts import (
    amount,
    amount_display,
    days,
    hours,
    known_amount,
    minutes,
    months,
    number,
    sessions,
    span_fault,
    weeks,
)


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, "0 sessions"),
        (1, "1 session"),
        (2, "2 sessions"),
        (3, "3 sessions"),
        (5, "5 sessions"),
        (11, "11 sessions"),
        (21, "21 sessions"),
        (100, "100 sessions"),
    ],
)
def test_a_number_of_sessions_has_its_plural(n: int, expected: str) -> None:
    assert amount_display(n, n, sessions) == expected


@pytest.mark.parametrize(
    ("minimum", "maximum", "expected"),
    [
        (3, 6, "3 to 6 days"),
        (0, 1, "0 to 1 day"),
        (1, None, "at least 1 day"),
        (2, None, "at least 2 days"),
        (None, 1, "up to 1 day"),
        (None, 4, "up to 4 days"),
        (None, None, "not known"),
        (0, 0, "0 days"),
    ],
)
def test_open_ends_are_said_and_unknown_is_never_zero(
    minimum: int | None, maximum: int | None, expected: str
) -> None:
    assert amount_display(minimum, maximum, days) == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [(minutes, "20 minutes"), (hours, "20 hours"), (weeks, "20 weeks"), (months, "20 months")],
)
def test_every_unit_has_its_word(unit: object, expected: str) -> None:
    assert amount_display(20, 20, unit) == expected  # type: ignore[arg-type]


def test_numbers_are_written_as_the_language_writes_them() -> None:
    written = {}
    for code in ("en", "de", "pl", "zh-hans"):
        with translation.override(code):
            written[code] = number(10000)
    assert written == {"en": "10,000", "de": "10.000", "pl": "10\xa0000", "zh-hans": "10,000"}


def test_an_amount_keeps_its_numbers_beside_the_words() -> None:
    assert amount(3, 6, sessions) == {"min": 3, "max": 6, "display": "3 to 6 sessions"}
    assert known_amount(None, None, sessions) is None


def test_a_span_that_runs_backwards_is_named_with_both_numbers() -> None:
    assert span_fault(6, 3) == "“From” is 6, but “to” is only 3. Correct one of the two."
    assert span_fault(3, 3) is None
    assert span_fault(None, 3) is None
