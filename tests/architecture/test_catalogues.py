"""Is every text that visitors read translated, into every language, and fit to be shown?

The rules are those of docs/how-to/translate-the-interface.md; ``make messages`` brings the files up to date.
"""

import gettext
import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib
import pytest
from django.conf import settings

from cms.messages import PLACEHOLDER, Message, catalogue_path, merged, project_messages

LOCALE = settings.LOCALE_PATHS[0]
CODES = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
# Texts that the admin has too, where ours replaces its own: they mean the same.
SHARED = {"First published", "Page not found"}
# Texts without words, names and codes, and words that some of the languages share with English.
EVERYWHERE = re.compile(
    r"^(Polyclinic|DOI|ICD-1[01]|SNOMED CT|, |%\(word\)s: %\(share\)s|Information|Important|Abdomen|no|rare"
    r"|Causes|Codes:|Consultation|Sources?( %\(number\)s)?)$"
)


@cache
def texts() -> list[Message]:
    return project_messages()


def catalogue(code: str) -> polib.POFile:
    return polib.pofile(str(catalogue_path(LOCALE, code)))


def pairs(code: str) -> Iterator[tuple[str, str]]:
    """Give each text with its translation, plural forms one by one."""
    for entry in catalogue(code):
        yield from ((entry.msgid_plural or entry.msgid, text) for text in written(entry))


def written(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


@pytest.mark.parametrize("code", CODES)
def test_the_catalogue_has_the_texts_of_the_sources_and_no_others(code: str) -> None:
    path = catalogue_path(LOCALE, code)
    wanted = str(merged(path, code, texts()))
    assert path.read_text(encoding="utf-8") == wanted, "Run make messages, then translate what is new."


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_translated_in_every_plural_form(code: str) -> None:
    assert [entry.msgid for entry in catalogue(code) if not all(written(entry)) or entry.fuzzy] == []


@pytest.mark.parametrize("code", CODES)
def test_translations_have_the_placeholders_of_their_text(code: str) -> None:
    entries = catalogue(code)
    counts = numbers_of_each_form(entries.metadata["Plural-Forms"])
    for entry in entries:
        expected = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
        for form, text in enumerate(written(entry)):
            found = set(PLACEHOLDER.findall(text))
            # A form that only one number has may say the number as a word.
            spelt_out = bool(entry.msgid_plural) and len(counts[form]) == 1 and found < expected
            assert found == expected or spelt_out, (entry.msgid, text)


def numbers_of_each_form(header: str) -> dict[int, set[int]]:
    """Return which numbers have each plural form, of those up to a thousand and one million."""
    found: dict[int, set[int]] = {}
    choose = gettext.c2py(header.split("plural=")[1].rstrip(";"))
    for number in (*range(1001), 10**6, 2 * 10**6):
        found.setdefault(choose(number), set()).add(number)
    # Polish keeps a form for fractions, which no whole number has.
    return {form: found.get(form, set()) for form in range(6)}


@pytest.mark.parametrize("code", CODES)
def test_no_text_is_left_in_english_by_mistake(code: str) -> None:
    assert [
        text for text, translated in pairs(code) if text == translated and not EVERYWHERE.search(text)
    ] == []


UNTYPICAL = {
    # A sign that has another one in this language, or stands without the space it needs.
    "de": r'["“](?=\w)|[\'"]',
    "es": r"[“”\"]",
    "fr": r"[^\u00a0]:(?!//)|[^\u202f][;?!]|[“”\"']|«[^\u00a0]|[^\u00a0]»",
    "pl": r"“|\"",
    "ar": r"[,;?](?!\d)|[“”\"]|[٠-٩]",
    "zh-hans": r"[,;?!](?!\d)|(?<![a-zA-Z]):|\"",
    "tr": r"\"|'",
}


@pytest.mark.parametrize("code", CODES)
def test_punctuation_is_that_of_the_language(code: str) -> None:
    wrong = re.compile(UNTYPICAL.get(code, r'"'))
    code_words = re.compile(
        r"Accept: application/json|Authorization: Bearer|%\(\w+\)s|10,000|title,sections\.risks|T09:00:00Z"
    )
    shown = (translated for _text, translated in pairs(code))
    assert [text for text in shown if wrong.search(code_words.sub("–", text)) and text != ", "] == []


@pytest.mark.parametrize("code", CODES)
def test_no_text_replaces_another_one_of_the_admin(code: str) -> None:
    """Django merges all catalogues, ours last: “Back” of the body once labelled the admin's back button."""
    ours = {entry.msgid for entry in catalogue(code) if not entry.msgctxt}
    theirs: set[str] = set()
    for package in ("django", "wagtail", "wagtail_localize"):
        spec = importlib.util.find_spec(package)
        assert spec is not None
        assert spec.submodule_search_locations is not None
        root = Path(spec.submodule_search_locations[0])
        tail = catalogue_path(Path("locale"), code).as_posix()
        for path in root.rglob(tail):
            theirs |= {entry.msgid for entry in polib.pofile(str(path)) if not entry.msgctxt}
    assert theirs
    assert ours & theirs <= SHARED
