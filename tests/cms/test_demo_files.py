"""Are the demo files readable, complete and of the same shape in every language?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cms.demo_content import kinds
from cms.demo_content.markdown import to_html
from cms.demo_content.reading import DemoContentError, lay_over, read, texts
from localization.languages import Language, all_languages

ENGLISH = kinds.FOLDER / kinds.SOURCE_LANGUAGE
TRANSLATED = [
    path
    for language in all_languages()
    if language.code != kinds.SOURCE_LANGUAGE
    for path in sorted((kinds.FOLDER / language.code).rglob("*.yaml"))
]
# Published in every language; the other treatments and the glossary are in en, de, ar and zh-hans.
FRAME = ("organisation", "navigation", "pages/home", "treatments/mesotherapy")


def written(folder: Path, name: str, text: str) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def shape(text: str) -> list[str]:
    """Return the block tags of a text, and the targets of its links in any order."""
    html = to_html(text, lambda target: {"href": target})
    return [*re.findall(r"<(?:p|li|ul|ol|h3)>", html), *sorted(re.findall(r'href="[^"]*"', html))]


@pytest.mark.parametrize("path", TRANSLATED, ids=lambda path: path.relative_to(kinds.FOLDER).as_posix())
def test_a_translation_has_the_texts_and_the_shape_of_the_english_file(path: Path) -> None:
    english = read(ENGLISH / path.relative_to(kinds.FOLDER / path.relative_to(kinds.FOLDER).parts[0]))
    tree = lay_over(english, read(path))
    translated = dict(texts(tree))
    for place, text in texts(english):
        assert shape(translated[place]) == shape(text), place


@pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
@pytest.mark.parametrize("document", FRAME)
def test_the_frame_and_mesotherapy_exist_in_every_language(document: str, language: Language) -> None:
    assert kinds.path_of(document, language.code).exists()


def test_every_english_file_is_of_a_known_kind() -> None:
    found = {path.relative_to(ENGLISH).with_suffix("").as_posix() for path in ENGLISH.rglob("*.yaml")}
    assert found == {document for document, _kind in kinds.documents()}


def test_no_english_text_promises_or_plays_down() -> None:
    words = re.compile(r"non-invasive|guaranteed|painless|risk-free|miracle", re.IGNORECASE)
    for path in ENGLISH.rglob("*.yaml"):
        assert not [text for _place, text in texts(read(path)) if words.search(text)], path


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DemoContentError, match="the key “name” stands twice"):
        read(written(tmp_path, "twice.yaml", "name: One\nname: Two\n"))


def test_a_missing_key_an_empty_text_and_facts_are_named(tmp_path: Path) -> None:
    english = read(written(tmp_path, "en.yaml", "name: Bruise\nnote: It fades.\nfacts: {slug: bruise}\n"))
    with pytest.raises(DemoContentError, match="The text “note” is missing"):
        lay_over(english, {"name": "Bluterguss"})
    with pytest.raises(DemoContentError, match="“note” is None"):
        lay_over(english, {"name": "Bluterguss", "note": None})
    with pytest.raises(DemoContentError, match="There are facts at “facts”"):
        lay_over(english, {"name": "Bluterguss", "note": "Er verblasst.", "facts": {"slug": "x"}})


def test_facts_come_from_english_and_line_breaks_vanish_between_chinese_characters() -> None:
    english = {"name": "Bruise", "facts": {"slug": "bruise"}}
    assert lay_over(english, {"name": "瘀 青"}) == {"name": "瘀青", "facts": {"slug": "bruise"}}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One\nline.\n\nAnother.", "<p>One line.</p><p>Another.</p>"),
        ("- one\n  goes on\n- **two**", "<ul><li>one goes on</li><li><b>two</b></li></ul>"),
        ("1. first\n2. second", "<ol><li>first</li><li>second</li></ol>"),
        ("### Head\n\n*a* & b", "<h3>Head</h3><p><i>a</i> &amp; b</p>"),
        ("See [this](page:about).", '<p>See <a href="page:about">this</a>.</p>'),
        ("第一行\n第二行", "<p>第一行第二行</p>"),
    ],
)
def test_markdown_becomes_rich_text(text: str, html: str) -> None:
    assert to_html(text, lambda target: {"href": target}) == html
