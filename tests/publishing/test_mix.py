"""Which parts of a section are given in the original's language, and are they marked?"""

from __future__ import annotations

from typing import Any

import pytest

from localization.languages import language
from publishing.mix import foreign_parts, mixed, own_words

EN = language("en")
FOREIGN = {"language": "en", "direction": "ltr"}


def part(key: str, text: str) -> dict[str, Any]:
    return {"id": key, "text": text}


OWN: dict[str, Any] = {
    "heading": "Risiken",
    "intro": {"html": "Vorab"},
    "parts": [part("a", "Wärme"), part("b", "Ruhe")],
}
ORIGINAL: dict[str, Any] = {
    "heading": "Risks",
    "intro": {"html": "First"},
    "parts": [part("a", "Warmth"), part("b", "Rest")],
}


def test_a_stale_item_is_the_originals_and_says_so() -> None:
    content = mixed(OWN, ORIGINAL, {"b"}, EN)
    assert content == {**OWN, "parts": [part("a", "Wärme"), {**part("b", "Rest"), **FOREIGN}]}
    assert foreign_parts(content, "de") == "some"


def test_without_a_stale_item_everything_is_the_translations() -> None:
    assert mixed(OWN, ORIGINAL, set(), EN) is OWN
    assert foreign_parts(OWN, "de") == "none"


def test_an_item_that_the_translation_lacks_is_the_originals() -> None:
    content = mixed({**OWN, "parts": [part("b", "Ruhe")]}, ORIGINAL, {"b"}, EN)
    assert content["parts"] == [{**part("a", "Warmth"), **FOREIGN}, {**part("b", "Rest"), **FOREIGN}]


def test_stale_prose_without_an_id_is_marked_as_a_whole() -> None:
    content = mixed(OWN, ORIGINAL, {"intro"}, EN)
    assert content == {**OWN, "intro": {"html": "First", **FOREIGN}}


def test_a_single_item_stays_single() -> None:
    content = mixed({"card": part("a", "Wärme")}, {"card": part("a", "Warmth")}, {"a"}, EN)
    assert content == {"card": {**part("a", "Warmth"), **FOREIGN}}


def test_a_text_that_cannot_be_marked_takes_the_section_with_it() -> None:
    own, original = {**OWN, "name": "Salbe"}, {**ORIGINAL, "name": "Ointment"}
    content = mixed(own, original, {"name"}, EN)
    assert content == {**original, **FOREIGN}
    assert foreign_parts(content, "de") == "all"


def test_what_is_equal_in_both_has_no_language() -> None:
    same = {"number": 3, "codes": ["a"], "range": {"min": 1}, "note": {"html": "5–10"}}
    content = mixed({**OWN, **same}, {**ORIGINAL, **same}, {"intro"}, EN)
    assert content == {**OWN, **same, "intro": {"html": "First", **FOREIGN}}


def test_prose_that_nobody_has_translated_is_the_originals_and_says_so() -> None:
    intro = {"html": "<p>First</p>"}
    content = mixed({**OWN, "intro": intro}, {**ORIGINAL, "intro": intro}, {"a", "b", "of the intro"}, EN)
    assert content["intro"] == {**intro, **FOREIGN}


@pytest.mark.parametrize(
    ("own", "original"),
    [
        ("Salbe, html", "Ointment, html"),
        (["Hitze meiden"], ["Avoid heat"]),
        ({"code": "rare", "display": "selten"}, {"code": "rare", "display": "rare"}),
        ([{"code": "rare", "display": "selten"}], [{"code": "rare", "display": "rare"}]),
    ],
)
def test_what_cannot_be_marked_is_left_alone_only_when_listed_items_alone_are_stale(
    own: Any, original: Any
) -> None:
    ours, theirs = {**OWN, "more": own}, {**ORIGINAL, "more": original}
    assert mixed(ours, theirs, {"intro"}, EN) == {**theirs, **FOREIGN}
    parts = [part("a", "Wärme"), {**part("b", "Rest"), **FOREIGN}]
    assert mixed(ours, theirs, {"b"}, EN) == {**ours, "parts": parts}


def test_own_words_keep_plain_lists_and_codes_of_sections_in_the_documents_language() -> None:
    plain = {"points": ["Kälte"], "code": {"display": "selten"}, "number": 3}
    foreign: dict[str, Any] = {"points": [], "code": None, "number": 3}
    sections = {"own": {"language": "de", **plain}, "other": {"language": "en", **plain}}
    assert own_words({"language": "de", "sections": sections})["sections"] == {
        "own": {"language": "de", **plain},
        "other": {"language": "en", **foreign},
    }


def test_machines_get_the_documents_own_words_only() -> None:
    sections = {
        "risks": {"language": "de", **mixed(OWN, ORIGINAL, {"b", "intro"}, EN)},
        "overview": {
            "language": "en",
            "name": "Ointment",
            "parts": [part("a", "Warmth")],
            "card": part("c", "x"),
        },
    }
    assert own_words({"language": "de", "title": "Salbe", "sections": sections}) == {
        "language": "de",
        "title": "Salbe",
        "sections": {
            "risks": {"language": "de", "heading": "Risiken", "intro": None, "parts": [part("a", "Wärme")]},
            "overview": {"language": "en", "name": "Ointment", "parts": [], "card": None},
        },
    }
