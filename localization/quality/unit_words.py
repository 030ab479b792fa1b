"""Which unit follows a number, and which are mentioned in a text at all?"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from localization.quality.lexicon import WORD, Lexicon
from localization.quality.units import symbol_at

# The point of an ordinal (“12. Tag”) is no end of a sentence.
_GAP = re.compile(r"(?:\.(?=\s[^\W\d_]))?[\s\u00a0\u202f\u2009-]*")
_STOP = re.compile(r"[.,;:!?()\[\]\n،؛。，；：（）¿¡…]")
_SLASH = re.compile(r"\s?/\s?")
# Words after a number behind which no unit of it stands: “3 sessions a week”.
_NOT_ACROSS = frozenset(
    [
        "a",
        "an",
        "per",
        "of",
        "in",
        "out",
        "to",
        "and",
        "or",
        "the",
        "for",
        "with",
        "pro",
        "von",
        "aus",
        "der",
        "die",
        "das",
        "je",
        "por",
        "de",
        "la",
        "el",
        "cada",
        "par",
        "na",
        "z",
        "w",
        "do",
        "i",
        "lub",
        "od",
    ]
)
_LONG_SYMBOL = re.compile(
    r"(?<![^\W\d_])(?:mg|kg|ml|mL|mm|cm|nm|[µμ][gm]|kHz|MHz|Hz|mmHg)(?![^\W\d_])|[%٪％]"
)
_AFTER_DIGIT = re.compile(r"\d[\s\u00a0\u202f-]?")


def unit_after(prose: str, start: int, limit: int, known: Lexicon) -> tuple[str | None, str | None]:
    """Return the unit of the number that ends at ``start``, and the unit behind its slash.

    ``limit`` is where the next number begins: nothing is looked for behind it.
    """
    at = _GAP.match(prose, start).end()  # type: ignore[union-attr]  # it matches nothing at least
    found = _unit_at(prose[:limit], at, known)
    words = 0
    while found is None and known.spaced and words < 1:
        word = WORD.match(prose[:limit], at)
        if word is None or word.group().casefold() in _NOT_ACROSS:
            return None, None
        words += 1
        gap = _GAP.match(prose, word.end())
        at = gap.end() if gap else word.end()
        if _STOP.search(prose, word.end(), at + 1):
            return None, None
        found = _unit_at(prose[:limit], at, known)
    if found is None:
        return None, None
    unit, end = found
    slash = _SLASH.match(prose, end)
    per = _unit_at(prose, slash.end(), known) if slash else None
    return unit, per[0] if per else None


def _unit_at(prose: str, at: int, known: Lexicon) -> tuple[str, int] | None:
    symbol = symbol_at(prose, at)
    if symbol is not None:
        return symbol
    if not known.spaced:
        match = _unspaced(known.code).match(prose, at)
        return (_named(known, match), match.end()) if match else None
    word = WORD.match(prose, at)
    unit = known.words.unit(word.group()) if word else None
    return (unit, word.end()) if word and unit else None


def unit_before(prose: str, end: int, known: Lexicon) -> str | None:
    """Return the unit that the last word before ``end`` says, if it says one."""
    words = list(WORD.finditer(prose, max(0, end - 25), end))
    last = words[-1] if words else None
    if last is None or _STOP.search(prose, last.end(), end):
        return None
    return known.words.unit(last.group())


def mentioned_units(prose: str, known: Lexicon) -> Counter[str]:
    """Count the units that a text mentions, with or without a number."""
    found: Counter[str] = Counter()
    taken: set[int] = set()
    for match in _LONG_SYMBOL.finditer(prose):
        symbol = symbol_at(prose, match.start())
        if symbol:
            found[symbol[0]] += 1
            taken.add(match.start())
    for match in _AFTER_DIGIT.finditer(prose):
        symbol = symbol_at(prose, match.end())
        if symbol and match.end() not in taken:
            found[symbol[0]] += 1
            taken.add(match.end())
    if known.spaced:
        words = (known.words.unit(word.group()) for word in WORD.finditer(prose) if word.start() not in taken)
        found.update(unit for unit in words if unit)
    else:
        found.update(_named(known, match) for match in _unspaced(known.code).finditer(prose))
    return found


@lru_cache
def _unspaced(code: str) -> re.Pattern[str]:
    from localization.quality.lexicon import lexicon

    known = lexicon(code)
    patterns = list(known.units) if known else []
    return re.compile("|".join(f"(?P<n{index}>{pattern})" for index, pattern in enumerate(patterns)))


def _named(known: Lexicon, match: re.Match[str]) -> str:
    index = next(int(name[1:]) for name, text in match.groupdict().items() if text is not None)
    return list(known.units.values())[index]
