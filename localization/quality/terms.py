"""Does a translation use the words that were agreed on?

Words are compared by their stems (Snowball), so that “Filler” is found in “Fillern”. Snowball has no
stemmer for Chinese, where words have no endings: there the characters themselves are compared. For a
language without either the terms are not checked, and the report says so.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import snowballstemmer

from localization.quality.text import folded_arabic

STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
WITHOUT_ENDINGS = ("zh", "ja")
_SHORTEST_PART = 5  # of a compound: shorter words begin too many others
_WORD = re.compile(r"[^\W_]+")

Kind = Literal["required", "forbidden", "untouched"]


@dataclass(frozen=True, slots=True)
class Term:
    """An agreement about a word.

    ``required``: where the source says ``source``, the translation says ``target``; ``forbidden``: it never
    says ``target`` (where the source says ``source``, or anywhere if that is empty); ``untouched``:
    ``source`` stays as it is.
    """

    kind: Kind
    source: str
    target: str = ""


def is_checkable(code: str) -> bool:
    """Say whether terms can be found in texts of a language."""
    return code.split("-")[0] in (*STEMMERS, *WITHOUT_ENDINGS)


def contains(text: str, term: str, code: str) -> bool:
    """Say whether ``term`` occurs in ``text``, in any of its forms.

    A German compound contains the words that it begins or ends with: “Hyaluronfiller” contains “Filler”.
    """
    if code.split("-")[0] in WITHOUT_ENDINGS:
        return _folded(term) in _folded(text)
    wanted, there = stems(term, code), stems(text, code)
    starts = range(len(there) - len(wanted) + 1)
    if any(there[at : at + len(wanted)] == wanted for at in starts):
        return True
    return code.split("-")[0] == "de" and len(wanted) == 1 and _in_compound(_folded(term), text)


def _in_compound(term: str, text: str) -> bool:
    """Say whether a German word begins or ends with ``term``; an ending of two letters may follow."""
    if len(term) < _SHORTEST_PART:
        return False
    words = [_folded(word) for word in _WORD.findall(text)]
    return any(word.startswith(term) or term in word[-len(term) - 2 :] for word in words)


def contains_exactly(text: str, term: str) -> bool:
    """Say whether ``term`` stands in ``text`` letter by letter; endings may follow."""
    return re.search(rf"(?<![^\W\d_]){re.escape(term)}", text) is not None


@lru_cache(maxsize=4096)
def stems(text: str, code: str) -> tuple[str, ...]:
    """Return the stems of the words of a text."""
    words = [_folded(word) for word in _WORD.findall(text)]
    return tuple(_stem(word, code.split("-")[0]) for word in words)


@lru_cache(maxsize=20_000)
def _stem(word: str, language: str) -> str:
    if language == "ar":
        # The article and clitics are written with the word; the stemmer leaves some of them.
        word = re.sub(r"^(?:[وف]?(?:ال|بال|كال|لل))(?=\w{3})", "", word)
    return str(_stemmer(language).stemWord(word))


@lru_cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(STEMMERS[language])


def _folded(text: str) -> str:
    return folded_arabic(unicodedata.normalize("NFC", text)).replace("İ", "i").casefold()
