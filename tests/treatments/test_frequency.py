"""Does a frequency always carry its number, and does the number fit the class?"""

import pytest
from django.utils import translation

from treatments.frequency import Frequency, compile_frequency, frequency_display, per_n_fault


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.mark.parametrize(
    ("code", "per_n", "expected"),
    [
        ("very_common", None, "very common: more than 1 in 10 people"),
        ("common", None, "common: up to 1 in 10 people"),
        ("uncommon", None, "uncommon: up to 1 in 100 people"),
        ("rare", None, "rare: up to 1 in 1,000 people"),
        ("very_rare", None, "very rare: up to 1 in 10,000 people"),
        ("common", 50, "common: about 1 in 50 people"),
        ("rare", 2500, "rare: about 1 in 2,500 people"),
    ],
)
def test_the_number_stands_with_the_word(code: str, per_n: int | None, expected: str) -> None:
    assert frequency_display(code, per_n) == expected


def test_what_is_not_known_is_said_to_be_not_known() -> None:
    assert compile_frequency("not_known", None) == {
        "code": "not_known",
        "display": "not known: there is not enough data to say how often it happens",
        "per_n": None,
        "lower": None,
        "upper": None,
    }


def test_bounds_are_those_of_the_eu_classes() -> None:
    bounds = {code: compile_frequency(code, None) for code in Frequency.values if code != "not_known"}
    assert {code: (found["lower"], found["upper"]) for code, found in bounds.items()} == {
        "very_common": (0.1, 1.0),
        "common": (0.01, 0.1),
        "uncommon": (0.001, 0.01),
        "rare": (0.0001, 0.001),
        "very_rare": (0.0, 0.0001),
    }


@pytest.mark.parametrize(
    ("code", "fitting", "unfitting"),
    [
        ("very_common", (1, 10), (11,)),
        ("common", (11, 100), (10, 101)),
        ("uncommon", (101, 1000), (100, 1001)),
        ("rare", (1001, 10000), (1000, 10001)),
        ("very_rare", (10001, 1000000), (10000,)),
    ],
)
def test_a_number_belongs_to_one_class(
    code: str, fitting: tuple[int, ...], unfitting: tuple[int, ...]
) -> None:
    assert [per_n_fault(code, n) for n in fitting] == [None] * len(fitting)
    assert all(per_n_fault(code, n) for n in unfitting)


def test_the_fault_says_what_the_class_means() -> None:
    assert per_n_fault("common", 5) == (
        "“common” means 1 in 11 to 1 in 100 people, but the number says 1 in 5. "
        "Choose the class that fits, or correct the number."
    )
    assert "not known" in str(per_n_fault("not_known", 5))
    assert per_n_fault("not_known", None) is None
