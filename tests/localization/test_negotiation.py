"""Does a reader get the language that the browser asks for?"""

import pytest

from localization.languages import Language, all_languages
from localization.negotiation import negotiate


def chosen(header: str) -> str:
    return negotiate(header, all_languages()).tag


@pytest.mark.parametrize(
    ("header", "tag"),
    [
        ("", "en"),
        ("de", "de"),
        ("DE-at", "de"),
        ("de-CH-1996", "de"),
        ("fr;q=0.5, pl;q=0.9", "pl"),
        ("nl, tr;q=0.3", "tr"),
        ("ar-EG,ar;q=0.9,en;q=0.8", "ar"),
        # An x introduces private subtags and means nothing without them.
        ("de-x-private", "de"),
        # Equal weights: the first one named.
        ("es, fr", "es"),
        ("*, de;q=0.5", "de"),
        ("*", "en"),
        # Nothing we have.
        ("nl-BE, sv;q=0.9", "en"),
    ],
)
def test_the_best_range_wins(header: str, tag: str) -> None:
    assert chosen(header) == tag


@pytest.mark.parametrize(
    ("header", "tag"),
    [
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG,en;q=0.5", "zh-Hans"),
        ("zh-Hans-HK", "zh-Hans"),
        ("zh-hans", "zh-Hans"),
        ("zh-TW", "en"),
        ("zh-HK, de;q=0.1", "de"),
        ("zh-Hant", "en"),
        ("zh-Hant-TW, fr;q=0.1", "fr"),
        # What browsers really send, in Taiwan and in China.
        ("zh-TW,zh;q=0.9,en;q=0.8", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
        ("zh-TW,zh-Hans;q=0.5", "zh-Hans"),
        ("zh-TW,zh-SG;q=0.5", "zh-Hans"),
    ],
)
def test_traditional_chinese_is_not_given_simplified_unasked(header: str, tag: str) -> None:
    assert chosen(header) == tag


@pytest.mark.parametrize(
    ("header", "tag"),
    [
        ("de;q=0", "en"),
        ("de;q=0, de-AT", "en"),
        ("en;q=0", "de"),
        ("en;q=0.0, de;q=0, fr;q=0.1", "fr"),
        ("zh;q=0, zh-CN;q=0.8", "en"),
        ("de;q=0.000, de;q=1", "en"),
    ],
)
def test_a_refused_language_is_not_given(header: str, tag: str) -> None:
    assert chosen(header) == tag


def test_who_refuses_everything_gets_the_default() -> None:
    only = [Language("en", "en", "English", "ltr")]
    assert negotiate("en;q=0", only).tag == "en"


@pytest.mark.parametrize("header", [";;;", "de;q=2", "de;q=x", "12", "\x00", "ü", ",", "de_AT"])
def test_an_unreadable_header_says_nothing(header: str) -> None:
    assert chosen(header) == "en"


def test_a_very_long_header_is_read_only_so_far() -> None:
    assert chosen("xx," * 500 + "de") == "en"
