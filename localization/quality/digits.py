"""Which numbers can a group of digits mean in a language?

Decimal marks and grouping are CLDR's (through Babel); what it does not know is written down here: spaces that
group in every language, Arabic-Indic and full-width marks, and that a translator may leave the marks of
another language, which is then said to be odd.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names
from babel.numbers import get_decimal_symbol, get_group_symbol

from localization.quality.text import folded_arabic

SPACES = " \u00a0\u202f\u2009"
# One group of digits with its marks: 10,000  1.5  1 064  ٠٫٣  10’000
LITERAL = re.compile(rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")


def normalise(text: str) -> str:
    """Return ``text``, of the same length, with the digits and marks of every system as ASCII."""
    return "".join(_ascii(character) for character in text)


@lru_cache(maxsize=4096)
def _ascii(character: str) -> str:
    if character.isascii():
        return character
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return {"٫": ".", "٬": ",", "．": ".", "％": "%", "٪": "%", "：": ":", "−": "-", "﹪": "%"}.get(
        character, character
    )


@lru_cache
def locale_of(code: str) -> Locale | None:
    """Return CLDR's locale of a language, or ``None`` for one that it does not know."""
    try:
        return Locale.parse(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache
def marks(code: str) -> tuple[str, str]:
    """Return the decimal and the grouping mark of a language; those of English where CLDR has none."""
    locale = locale_of(code)
    if locale is None:
        return ".", ","
    return get_decimal_symbol(locale), get_group_symbol(locale)


@lru_cache
def months(code: str) -> dict[str, int]:
    """Return the months of a language by their names as they stand in dates, in lower case."""
    locale = locale_of(code)
    if locale is None:
        return {}
    return {
        folded_arabic(str(name)).casefold(): number
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context=context, locale=locale).items()
        if not any(character.isdigit() for character in str(name))
    }


@lru_cache(maxsize=4096)
def readings(literal: str, code: str) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """Return what a group of digits may mean: by the marks of the language, and by those of another.

    ``readings("1.500", "de")`` is 1500, or with odd marks 1.5.
    """
    decimal, group = marks(code)
    if code == "ar" and re.fullmatch(r"\d+,\d{1,2}", literal):
        decimal, group = ",", "."  # CLDR has the point; half of the Arab world writes the comma
    other = "," if decimal == "." else "."
    regular = _value(literal, decimal, group)
    odd = _value(literal, other, decimal)
    return tuple(_present(regular)), tuple(_present(odd if odd != regular else None))


def _present(value: Decimal | None) -> list[Decimal]:
    return [] if value is None else [value]


def _value(literal: str, decimal: str, group: str) -> Decimal | None:
    groups = re.escape(group + SPACES + "'’")
    if re.fullmatch(rf"\d+(?:{re.escape(decimal)}\d+)?", literal) is None and (
        re.fullmatch(rf"\d{{1,3}}(?:[{groups}]\d{{3}})+(?:{re.escape(decimal)}\d+)?", literal) is None
    ):
        return None
    bare = re.sub(rf"[{groups}]", "", literal) if decimal != group else literal
    return Decimal(bare.replace(decimal, "."))
