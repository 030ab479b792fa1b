"""How does a translation go wrong? Damages gold translations, the same in every run.

It finds numbers, units and lists by means of its own, so that what the checker cannot see is not left
out here.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tests.localization.quality.gold import Pair
from tests.localization.quality.mutation_words import DECIMAL, RANGES, SWAPS

SEED = 20261122
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩０１２３４５６７８９"
_D = f"[{DIGITS}]"
_NUMBER = re.compile(
    rf"(?<![A-Za-z{DIGITS}.,:/+@_=%(-])(?<!\+)%?"
    rf"({_D}+(?:[.,٫٬ \u00a0\u202f]{_D}{{3}})*(?:[.,٫]{_D}+)?)"
    rf"(?![{DIGITS}:]|[.:]{_D}|-{_D}{{4}})"
)
_QUIET = re.compile(r"<[^>]*>|\S+@\S+|https?://\S+|www\.\S+|\{\w+\}|%\(\w+\)s")


@dataclass(frozen=True, slots=True)
class Mutation:
    """A translation that is wrong in one way."""

    kind: str
    pair: Pair
    target: str


def mutations(pair: Pair) -> Iterator[Mutation]:
    """Yield every mutation of a pair."""
    dice = random.Random(f"{SEED}{pair.id}")
    for kind, mutate in KINDS.items():
        seen = {pair.target}
        for target in mutate(pair, dice):
            if target not in seen:
                seen.add(target)
                yield Mutation(kind, pair, target)


def _numbers(target: str) -> list[tuple[int, int]]:
    quiet = [match.span() for match in _QUIET.finditer(target)]
    spans = [match.span(1) for match in _NUMBER.finditer(target)]
    return [(a, b) for a, b in spans if not any(start <= a < end for start, end in quiet)]


def _read(text: str, language: str) -> Decimal | None:
    """Return the value of digits, or ``None`` for a date and the like."""
    plain = "".join(str(DIGITS.index(c) % 10) if c in DIGITS else c for c in text).replace("٫", "#")
    mark = DECIMAL[language]
    plain = re.sub(r"[ \u00a0\u202f٬]", "", plain)
    plain = (
        plain.replace(",", "").replace("#", ".") if mark == "." else plain.replace(".", "").replace(",", ".")
    )
    return Decimal(plain) if re.fullmatch(r"\d+(\.\d+)?", plain) else None


def _write(value: Decimal, like: str, language: str) -> str:
    """Write a value with the digits of ``like``, without grouping."""
    text = f"{value.normalize():f}".replace(".", "٫" if "٫" in like else DECIMAL[language])
    base = next((at for at in (0, 10, 20) if any(c in like for c in DIGITS[at : at + 10])), 0)
    if base == 10 and "٫" not in text:
        text = text.replace(".", "٫")
    return "".join(DIGITS[base + int(c)] if c.isascii() and c.isdigit() else c for c in text)


def _scaled(factor: Decimal) -> Callable[[Pair, random.Random], Iterator[str]]:
    def mutate(pair: Pair, dice: random.Random) -> Iterator[str]:
        for start, end in _numbers(pair.target):
            value = _read(pair.target[start:end], pair.language)
            if value:
                new = _write(value * factor, pair.target[start:end], pair.language)
                yield pair.target[:start] + new + pair.target[end:]

    return mutate


def _digit_changed(pair: Pair, dice: random.Random) -> Iterator[str]:
    for start, end in _numbers(pair.target):
        at = dice.choice([i for i in range(start, end) if pair.target[i] in DIGITS])
        old = DIGITS.index(pair.target[at])
        new = dice.choice([digit for digit in range(1, 10) if digit != old % 10])
        yield pair.target[:at] + DIGITS[old // 10 * 10 + new] + pair.target[at + 1 :]


def _swapped(names: str) -> Callable[[Pair, random.Random], Iterator[str]]:
    def mutate(pair: Pair, dice: random.Random) -> Iterator[str]:
        for pattern, new in SWAPS[names].get(pair.language, []) + SWAPS[names].get("", []):
            for match in re.finditer(pattern, pair.target):
                start, end = match.span(1)
                yield pair.target[:start] + new + pair.target[end:]

    return mutate


def _range_turned(pair: Pair, dice: random.Random) -> Iterator[str]:
    for match in re.finditer(RANGES[pair.language], pair.target):
        low, high = match.span("low"), match.span("high")
        one, other = (_read(pair.target[a:b], pair.language) for a, b in (low, high))
        if one is not None and other is not None and one < other:
            t = pair.target
            yield t[: low[0]] + t[slice(*high)] + t[low[1] : high[0]] + t[slice(*low)] + t[high[1] :]


def _link_lost(pair: Pair, dice: random.Random) -> Iterator[str]:
    for match in re.finditer(r'<a id="a\d+">(.*?)</a>', pair.target):
        yield pair.target[: match.start()] + match[1] + pair.target[match.end() :]


def _bold_lost(pair: Pair, dice: random.Random) -> Iterator[str]:
    for match in re.finditer(r"<b>(.*?)</b>", pair.target):
        yield pair.target[: match.start()] + match[1] + pair.target[match.end() :]


def _line_lost(pair: Pair, dice: random.Random) -> Iterator[str]:
    lines = pair.target.split("<br/>")
    if len(lines) > 2:
        del lines[dice.randrange(1, len(lines))]
        yield "<br/>".join(lines)


def _item_lost(pair: Pair, dice: random.Random) -> Iterator[str]:
    for separators, fewest in (("[;；؛]", 2), ("[,、，،]", 3)):
        if len(re.findall(rf"{separators}(?!\d)", pair.source)) >= fewest:
            items = re.split(rf"({separators})(?!\d)", pair.target)
            if len(items) > 2 * fewest:
                at = 2 * dice.randrange(1, len(items) // 2)
                yield "".join(items[:at] + items[at + 2 :])
                return


def _percentage_lost(pair: Pair, dice: random.Random) -> Iterator[str]:
    # Not the first of two that may share one sign: “0,05 bis 0,69 %”, “2,5, 5 und 10 %”.
    shared = rf"\W+(?:[^\W\d_]{{1,4}} ?)?{_D}[\d.,٫]*[ \u00a0\u202f]?[%٪％]"
    sign = rf"(?<={_D})[ \u00a0\u202f]?[%٪％](?!\(|{shared})|[%٪](?={_D})"
    for match in re.finditer(sign, pair.target):
        yield pair.target[: match.start()] + pair.target[match.end() :]


def _negation_dropped(pair: Pair, dice: random.Random) -> Iterator[str]:
    if pair.negation_dropped:
        yield pair.negation_dropped


def _placeholder_damaged(pair: Pair, dice: random.Random) -> Iterator[str]:
    for match in re.finditer(r"\{(\w+)\}|%\((\w+)\)s", pair.target):
        at = match.start() + match.group().index(match[1] or match[2]) + 1
        yield pair.target[:at] + "x" + pair.target[at + 1 :]


def _address_damaged(pair: Pair, dice: random.Random) -> Iterator[str]:
    for match in re.finditer(r"[\w.-]+@[\w-]+\.\w+|www\.[\w-]+\.\w+|https://[\w.-]+", pair.target):
        at = match.start() + len(match.group()) // 2
        yield pair.target[:at] + pair.target[at + 1 :]


KINDS: dict[str, Callable[[Pair, random.Random], Iterator[str]]] = {
    "tenfold": _scaled(Decimal(10)),
    "tenth": _scaled(Decimal("0.1")),
    "digit changed": _digit_changed,
    "range turned": _range_turned,
    "unit swapped": _swapped("units"),
    "mg for ml": _swapped("mg-ml"),
    "percent lost": _percentage_lost,
    "link lost": _link_lost,
    "bold lost": _bold_lost,
    "line lost": _line_lost,
    "item lost": _item_lost,
    "placeholder": _placeholder_damaged,
    "address": _address_damaged,
    "not dropped": _negation_dropped,
}
# What the aim of 98 % is about.
HARD = (
    "tenfold",
    "tenth",
    "digit changed",
    "range turned",
    "unit swapped",
    "mg for ml",
    "percent lost",
    "link lost",
)
