"""Which numbers does a text say, in digits or in words, and of what?

A number in digits is certain: the other side has to say it too. A number word is not (“one” may be an
article, “second” a moment), so it only explains digits on the other side.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from localization.quality import chinese
from localization.quality.digits import LITERAL, marks, months, normalise, readings
from localization.quality.lexicon import WORD, Lexicon, lexicon
from localization.quality.text import Text
from localization.quality.unit_words import mentioned_units, unit_after, unit_before
from localization.quality.units import BASE, TIMES

# What a quantity may be equal to: ("number", 5), ("clock", minutes since midnight), ("phone", digits).
Key = tuple[str, Decimal]

_PHONE = re.compile(
    r"(?<![\d.,])(?:\+\d|\(?0\d)[\d \u00a0()/–-]{5,}\d(?![\d%])|(?<!\d)\d{2}(?:\.\d{2}){4}(?!\d)"
)
_DATE = re.compile(
    r"(?<![\d.,])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)"
)
_CLOCK = re.compile(r"(?<![\d.,:])([01]?\d|2[0-4])([:.])([0-5]\d)(?![\d:]|[.,]\d)")
_CLOCK_H = re.compile(r"(?<![\d.,:])(1?\d)\s?(a|p)\.?\s?m\b", re.IGNORECASE)
_SIZES = frozenset(map(Decimal, ("0.25", "100", "1000", "1000000")))  # three quarters, ten thousand
_HOURS = frozenset(map(str, range(1, 13)))
_DECADE = re.compile(r"s\b|er\b|er-|['’]?l[ae]r|\s?年代")
# Letters before digits that name a scale: SPF 50 may be written SPF50.
_SCALES = re.compile(r"(?:SPF|LSF|FPS|UPF|GKF|FP|pH)$")
_CONNECTOR = re.compile(
    r"(?:[\s\u00a0\u202f,、–—~～/-]|\b(?:to|and|or|until|bis|und|oder|bzw|zu|a|al|y|e|o|u|à|et|ou|do|i|oraz|lub|albo|ile|ila|ve"
    r"|veya|ya|da|the|el|los|la|las|un|una|unos|le|les|der|die|den|das|du|au|aux|de|del|des|from|von|między)\b|الي|او|و|حتي|至|到|或|和)*"
)
_ASCII_LETTERS = re.compile(r"[A-Za-zÀ-ſ]$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text.

    ``keys`` is what it may be equal to, ``odd`` what it says when its marks are read as another language's;
    ``unit`` what it counts, with ``per`` behind a slash; ``also`` further units that it may belong to.
    ``in_name`` is for digits of a name (B12, leaflet k1), which count nothing.
    """

    start: int
    end: int
    keys: tuple[Key, ...]
    certain: bool
    odd: tuple[Key, ...] = ()
    unit: str | None = None
    per: str | None = None
    also: tuple[str, ...] = ()
    own: bool = True
    in_name: bool = False

    @property
    def value(self) -> Decimal:
        """The first thing that it may be equal to."""
        return (self.keys or self.odd)[0][1]

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit that it may belong to."""
        return (self.unit, *self.also) if self.unit else self.also


@dataclass(frozen=True)
class Amounts:
    """All quantities of a text in reading order, and how often each unit is mentioned in it."""

    prose: str
    quantities: tuple[Quantity, ...]
    mentions: Counter[str]


@lru_cache(maxsize=512)
def amounts(text: Text, code: str) -> Amounts | None:
    """Return what a text counts; ``None`` for a language without a lexicon."""
    known = lexicon(code)
    if known is None:
        return None
    prose = normalise(text.prose)
    certain = _in_digits(prose, known)
    rest = _blanked(prose, certain)
    found = sorted(
        [*certain, *_months(prose, known), *_in_words(rest, known)], key=lambda quantity: quantity.start
    )
    found = [_with_unit(prose, known, quantity, found) for quantity in found]
    found = _without_articles(prose, _shared(prose, found), known)
    return Amounts(prose, tuple(found), mentioned_units(prose, known))


def _without_articles(prose: str, found: list[Quantity], known: Lexicon) -> list[Quantity]:
    """Keep an article only as the 1 of “an hour”; in “half an hour” the half has the unit."""
    kept: list[Quantity] = []
    for quantity in found:
        if prose[quantity.start : quantity.end].casefold() not in known.articles:
            kept.append(quantity)
        elif quantity.unit in TIMES:
            part = kept[-1] if kept and kept[-1].value < 1 else None
            if part is not None and prose[part.end : quantity.start].strip() in ("", "of"):
                kept[-1] = replace(part, unit=quantity.unit)
            else:
                kept.append(quantity)
    return kept


def _number(value: Decimal) -> Key:
    return ("number", value)


def _blanked(prose: str, found: list[Quantity]) -> str:
    for quantity in found:
        prose = prose[: quantity.start] + " " * (quantity.end - quantity.start) + prose[quantity.end :]
    return prose


def _in_digits(prose: str, known: Lexicon) -> list[Quantity]:
    found: list[Quantity] = []
    rest = prose
    for reader in (_phones, _dates, _clocks, _literals):
        new = reader(rest, known)
        found += new
        rest = _blanked(rest, new)
    return found


def _phones(prose: str, known: Lexicon) -> list[Quantity]:
    found = []
    for match in _PHONE.finditer(prose):
        digits = re.sub(r"\D", "", match.group())
        if len(digits) >= 7:
            found.append(Quantity(*match.span(), (("phone", Decimal(digits)),), True))
    return found


def _dates(prose: str, known: Lexicon) -> list[Quantity]:
    found = []
    for match in _DATE.finditer(prose):
        for group in range(1, 7):
            if match[group]:
                found.append(Quantity(*match.span(group), (_number(Decimal(int(match[group]))),), True))
    return found


def _clocks(prose: str, known: Lexicon) -> list[Quantity]:
    found = []
    for match in _CLOCK.finditer(prose):
        dotted = match[2] == "."
        if dotted and marks(known.code)[0] == ".":
            continue
        keys = _clock_keys(int(match[1]), int(match[3]), _after_noon(prose, *match.span(), known))
        odd = (_number(Decimal(match.group())),) if dotted else ()
        found.append(Quantity(*match.span(), keys, True, odd))
    for match in _CLOCK_H.finditer(prose):
        keys = _clock_keys(int(match[1]), 0, match[2].lower() == "p")
        found.append(Quantity(*match.span(), keys, True))
    return found


def _after_noon(prose: str, start: int, end: int, known: Lexicon) -> bool:
    pattern = known.words.afternoon
    return bool(
        pattern.match(prose[end : end + 20].lstrip()) or pattern.search(prose[max(0, start - 3) : start])
    )


def _clock_keys(hour: int, minute: int, after_noon: bool) -> tuple[Key, ...]:
    hours = (hour % 12 + 12, hour) if after_noon else (hour,)
    keys: list[Key] = [("clock", Decimal(60 * one + minute)) for one in hours]
    if minute == 0:
        keys += [_number(Decimal(one)) for one in hours]
    return tuple(keys)


def _literals(prose: str, known: Lexicon) -> list[Quantity]:
    found = []
    for match in LITERAL.finditer(prose):
        start, end = match.span()
        regular, odd = readings(match.group(), known.code)
        behind_letter = bool(_ASCII_LETTERS.search(prose[:start]))
        certain = not behind_letter or bool(_SCALES.search(prose[:start]))
        factor, end = _magnitude(prose, end, known)
        values = [value * factor for value in regular]
        decade = _DECADE.match(prose, end) if re.fullmatch(r"(\d\d)?\d0", match.group()) else None
        if decade is not None:
            year = int(match.group())
            values.append(Decimal(year % 100))
            # 20 世纪 90 年代: the century is said as well.
            end = decade.end()
            if year > 100:
                found.append(Quantity(start, end, (_number(Decimal(year // 100 + 1)),), False))
        if match.group() in _HOURS and _after_noon(prose, start, end, known):
            values.append(Decimal(int(match.group()) % 12 + 12))
        keys = tuple(map(_number, values))
        other = tuple(_number(value * factor) for value in odd)
        found.append(Quantity(start, end, keys, certain, other, in_name=not certain))
    return [quantity for quantity in found if quantity.keys or quantity.odd]


def _magnitude(prose: str, end: int, known: Lexicon) -> tuple[Decimal, int]:
    """Return what the digits before ``end`` are multiplied by (1.5 million), and where that ends."""
    rest = prose[end : end + 20]
    stripped = rest.lstrip(" \u00a0\u202f")
    at = end + len(rest) - len(stripped)
    if known.spaced:
        word = WORD.match(stripped)
        factor = known.words.magnitude(word.group()) if word else None
        return (factor, at + word.end()) if word and factor else (Decimal(1), end)
    for size in ("百万", "万", "千", "亿"):
        if stripped.startswith(size) and (factor := known.words.magnitude(size)) is not None:
            return factor, at + len(size)
    return Decimal(1), end


def _in_words(rest: str, known: Lexicon) -> list[Quantity]:
    if known.spaced:
        found = _words(rest, known)
    else:
        found = [
            Quantity(start, end, tuple(map(_number, values)), False)
            for start, end, values in chinese.numerals(rest)
        ]
    for match in known.words.round_the_clock.finditer(rest):
        for value, unit in ((24, "hour"), (7, "day")):
            found.append(Quantity(*match.span(), (_number(Decimal(value)),), False, unit=unit))
    for match in known.words.half_more.finditer(rest):
        before = [quantity for quantity in found if 0 <= match.start() - quantity.end < 25]
        values = [_half_more(quantity.value) for quantity in before] or [Decimal("1.5")]
        counted = unit_before(rest, match.start(), known)
        found.append(Quantity(*match.span(), tuple(map(_number, values)), False, unit=counted))
    return found


def _half_more(value: Decimal) -> Decimal:
    return value * Decimal("1.5") if value >= 1000 else value + Decimal("0.5")


def _months(prose: str, known: Lexicon) -> list[Quantity]:
    """Return the months that stand beside digits: “may” alone is no month."""
    names = months(known.code)
    return [
        Quantity(*match.span(), (_number(Decimal(names[match.group().casefold()])),), False)
        for match in WORD.finditer(prose)
        if match.group().casefold() in names
        and re.search(
            r"\d", prose[max(0, match.start() - 5) : match.start()] + prose[match.end() : match.end() + 4]
        )
    ]


def _words(rest: str, known: Lexicon) -> list[Quantity]:
    found: list[Quantity] = []
    previous: Quantity | None = None  # ten thousand
    tens: Quantity | None = None
    ones: Quantity | None = None  # Arabic: اثنا عشر, خمسة وعشرون
    for match in WORD.finditer(rest):
        word = match.group()
        pair = known.words.pair(word)
        if pair is not None:
            found.append(Quantity(*match.span(), (_number(Decimal(pair[0])),), False, unit=pair[1]))
            continue
        value = known.words.number(word)
        if value is None:
            continue
        after_noon = value <= 12 and _after_noon(rest, *match.span(), known)
        keys = _clock_keys(int(value), 0, after_noon) if after_noon and value >= 1 else (_number(value),)
        quantity = Quantity(*match.span(), keys, False)
        found.append(quantity)
        if previous is not None and value in _SIZES and match.start() - previous.end <= 2:
            product = (_number(previous.value * value),)
            found.append(Quantity(previous.start, match.end(), product, False))
        previous = quantity
        if tens is not None and value < 10 and match.start() - tens.end <= 3:
            whole = (_number(tens.value + value),)
            found.append(Quantity(tens.start, match.end(), whole, False))
        tens = quantity if value in range(20, 100, 10) else None
        if ones is not None and value in range(10, 100, 10) and match.start() - ones.end <= 2:
            found.append(Quantity(ones.start, match.end(), (_number(ones.value + value),), False))
        ones = quantity if value < 10 else None
    return found


def _with_unit(prose: str, known: Lexicon, quantity: Quantity, found: list[Quantity]) -> Quantity:
    if quantity.unit is not None or (quantity.keys[:1] and quantity.keys[0][0] != "number"):
        return quantity
    following = [other for other in found if other.start >= quantity.end]
    # Arabic “second” is the ordinal as well: behind a number it is the unit.
    following = [other for other in following if not known.words.unit(prose[other.start : other.end])]
    limit = min((other.start for other in following), default=len(prose))
    unit, per = unit_after(prose, quantity.end, limit, known)
    also: list[str] = []
    before = prose[: quantity.start].rstrip(" \u00a0")
    if (before.endswith("%") and not re.search(r"\d\s?%$", before)) or before.endswith(
        ("百分之", "yüzde", "Yüzde")
    ):
        also.append("%")
    if known.unit_first and (preceding := unit_before(prose, quantity.start, known)):
        also.append(preceding)
    return replace(quantity, unit=unit, per=per, also=tuple(also))


def _shared(prose: str, found: list[Quantity]) -> list[Quantity]:
    """Give the first ends of ranges and lists (“3 to 5 days”) the unit of the last."""
    shared: list[Quantity] = []
    for quantity in reversed(found):
        following = next((other for other in reversed(shared) if other.start >= quantity.end), None)
        if quantity.unit is None and following is not None and following.unit:
            gap = prose[quantity.end : following.start].lstrip(".")
            if prose.startswith("و", following.start):
                gap += "و"  # Arabic writes “and” with the word
            if quantity.keys[:1] and quantity.keys[0][0] == "number" and _connects(gap):
                quantity = replace(quantity, unit=following.unit, per=following.per, own=False)
        shared.append(quantity)
    return _with_sign_before(prose, shared[::-1])


def _with_sign_before(prose: str, found: list[Quantity]) -> list[Quantity]:
    """Give the second ends of Turkish percentages (“%15-20”) the sign of the first."""
    for at, (before, quantity) in enumerate(pairwise(found), 1):
        if "%" in before.also and not quantity.also and _connects(prose[before.end : quantity.start]):
            found[at] = replace(quantity, also=("%",))
    return found


def _connects(gap: str) -> bool:
    return bool(gap.strip()) and len(gap) <= 16 and _CONNECTOR.fullmatch(gap) is not None


def measurable(unit: str) -> bool:
    """Say whether a unit is one of measurement: a number does not take it by accident."""
    return (unit in BASE and BASE[unit][0] not in ("time", "months")) or unit in ("IU", "°C", "J", "W", "Hz")
