"""What must be known of a language before its numbers, units and negations can be recognised in words?

One file for each language in ``words/``. Patterns are regular expressions for one whole word, in lower
case; they are tried in order. Digits, decimal marks and month names are not here: Babel (CLDR) and Unicode
know them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache
from importlib import import_module
from typing import TypeVar

from localization.quality.text import folded_arabic

WORD = re.compile(r"[^\W\d_²³]+(?:['’][^\W\d_²³]+)*")
T = TypeVar("T")
LANGUAGES = ("en", "de", "es", "fr", "pl", "ar", "zh-hans", "tr")


@dataclass(frozen=True)
class Lexicon:
    """The words of one language.

    Attributes:
        code: the language.
        numbers: pattern of a word → the number that it says (``"2"``, ``"0.5"``).
        pairs: pattern of a word that says a number and a unit at once (an Arabic dual) → (number, unit).
        magnitudes: pattern of a word after digits → what they are multiplied by.
        units: pattern of a word → unit (a key of ``units.BASE``).
        half_more: pattern of what follows a quantity to add a half (“and a half”).
        articles: which of ``numbers`` only count before a unit of time (“an hour”).
        negations: pattern of a negation or of a word that says the same (“avoid”), searched in a clause.
        not_negations: pattern of what looks like a negation and is none; taken out first.
        conjunctions: pattern of the words that join the last two items of a list.
        afternoon: pattern of what follows a clock time after noon.
        round_the_clock: pattern of what is said for “24 hours a day” or “7 days a week”.
        spaced: whether words are separated by spaces.
        unit_first: whether the unit may stand before its number.
    """

    code: str
    numbers: Mapping[str, str]
    units: Mapping[str, str]
    negations: str
    not_negations: str = r"(?!)"
    pairs: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)
    magnitudes: Mapping[str, str] = field(default_factory=dict)
    half_more: str = r"(?!)"
    articles: frozenset[str] = frozenset()
    conjunctions: str = r"(?!)"
    afternoon: str = r"(?!)"
    round_the_clock: str = r"(?!)"
    spaced: bool = True
    unit_first: bool = False

    @cached_property
    def words(self) -> Words:
        """The patterns, ready for use."""
        return Words(self)


class Words:
    """The compiled patterns of a lexicon; every word is looked up once."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Compile."""
        self._numbers = _compiled(lexicon.numbers)
        self._pairs = _compiled(lexicon.pairs)
        self._units = _compiled(lexicon.units)
        self._magnitudes = _compiled(lexicon.magnitudes)
        self.number = lru_cache(maxsize=20_000)(self._number)
        self.pair = lru_cache(maxsize=20_000)(self._pair)
        self.unit = lru_cache(maxsize=20_000)(self._unit)
        self.magnitude = lru_cache(maxsize=20_000)(self._magnitude)
        self.negation = _pattern(lexicon.negations)
        self.not_negation = _pattern(lexicon.not_negations)
        self.half_more = _pattern(lexicon.half_more)
        self.conjunction = _pattern(lexicon.conjunctions)
        self.round_the_clock = _pattern(lexicon.round_the_clock)
        self.afternoon = _pattern(lexicon.afternoon)

    def _number(self, word: str) -> Decimal | None:
        said = _first(self._numbers, word)
        return None if said is None else Decimal(said)

    def _pair(self, word: str) -> tuple[str, str | None] | None:
        return _first(self._pairs, word)

    def _unit(self, word: str) -> str | None:
        return _first(self._units, word)

    def _magnitude(self, word: str) -> Decimal | None:
        said = _first(self._magnitudes, word)
        return None if said is None else Decimal(said)


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(folded_arabic(pattern), re.IGNORECASE)


def _compiled(patterns: Mapping[str, T]) -> list[tuple[re.Pattern[str], T]]:
    return [(_pattern(pattern), said) for pattern, said in patterns.items()]


def _first(patterns: list[tuple[re.Pattern[str], T]], word: str) -> T | None:
    return next((said for pattern, said in patterns if pattern.fullmatch(word)), None)


@lru_cache
def lexicon(code: str) -> Lexicon | None:
    """Return the lexicon of a language (``de-AT`` has that of ``de``), or ``None`` where there is none."""
    for candidate in (code.lower(), code.lower().split("-")[0], "zh-hans" if code == "zh" else ""):
        if candidate in LANGUAGES:
            found: Lexicon = import_module(
                f"localization.quality.words.{candidate.replace('-', '_')}"
            ).LEXICON
            return found
    return None
