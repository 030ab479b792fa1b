"""Whatever a browser sends: does the answer keep the promises of ``localization.negotiation``?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from localization.languages import Language, all_languages
from localization.negotiation import negotiate

TAGS = [language.tag for language in all_languages()]
RANGES = st.sampled_from([*TAGS, "de-AT", "zh-TW", "zh-CN", "zh", "ar-EG", "nl", "*", "es-419", "x"])
WEIGHTS = st.sampled_from(["", ";q=1", ";q=0.5", "; q=0.001", ";q=0"])
HEADERS = st.lists(st.tuples(RANGES, WEIGHTS).map("".join), max_size=6).map(", ".join)
OFFERS = st.lists(st.sampled_from(all_languages()), min_size=1, unique=True)


@given(st.text(max_size=200) | HEADERS, OFFERS)
def test_the_answer_is_always_on_offer(header: str, offered: list[Language]) -> None:
    assert negotiate(header, offered) in offered


@given(st.sampled_from(all_languages()), OFFERS)
def test_a_language_on_offer_is_given_to_who_asks_for_it_alone(
    wanted: Language, offered: list[Language]
) -> None:
    expected = wanted if wanted in offered else offered[0]
    assert negotiate(wanted.tag, offered) == expected
    assert negotiate(wanted.tag.upper(), offered) == expected


@given(HEADERS, st.sampled_from(TAGS), OFFERS)
def test_a_refused_language_is_given_only_when_all_are_refused(
    header: str, refused: str, offered: list[Language]
) -> None:
    answer = negotiate(f"{header}, {refused};q=0", offered)
    assert answer.tag != refused or negotiate(f"{header}, {refused};q=0", offered[:1]) == offered[0]
    if answer.tag == refused:
        assert answer == offered[0]


@given(HEADERS, OFFERS)
def test_what_stands_first_with_full_weight_and_is_on_offer_wins(
    header: str, offered: list[Language]
) -> None:
    first = offered[-1]
    assert negotiate(f"{first.tag}, {header}", offered) == first or f"{first.tag};q=0" in header.replace(
        " ", ""
    )


@given(HEADERS)
def test_a_parameter_that_nobody_knows_is_no_weight(header: str) -> None:
    assert negotiate(f"de;level=1, {header}", all_languages()) == negotiate(header, all_languages())
