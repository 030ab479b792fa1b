"""Which numbers do Chinese numerals say? 两 (2), 十五 (15), 三分之一 (1 of 3), 两三 (2 or 3)."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "双": 2}
SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
NUMERAL = re.compile(f"[{''.join(DIGITS)}{''.join(SIZES)}]+")
# Words that contain a numeral and say no number.
NO_NUMBER = re.compile(
    "一般|一些|一样|一定|一直|统一|一旦|万一|十分|千万|一致|唯一|进一步|同一|之一|一起|一同|一种|双侧"
)


def numerals(text: str) -> list[tuple[int, int, tuple[Decimal, ...]]]:
    """Return each run of numerals: where it starts and ends, and the numbers that it may say."""
    found = []
    quiet = [match.span() for match in NO_NUMBER.finditer(text)]
    for match in NUMERAL.finditer(text):
        if not any(start <= match.start() and match.end() <= end for start, end in quiet):
            found.append((match.start(), match.end(), _values(match.group())))
    found += [(m.start(), m.end(), (Decimal("0.5"),)) for m in re.finditer("半", text)]
    return sorted(found)


def _values(run: str) -> tuple[Decimal, ...]:
    if len(run) > 1 and all(character in DIGITS for character in run):
        # 两三天: two or three days; 二〇二四: a year.
        year = Decimal("".join(str(DIGITS[character]) for character in run))
        return (*(Decimal(DIGITS[character]) for character in run), year)
    return (Decimal(_number(run)),)


def _number(run: str) -> int:
    total = section = digit = 0
    for character in run:
        if character in DIGITS:
            digit = DIGITS[character]
        elif SIZES[character] >= 10_000:
            total += (section + digit or 1) * SIZES[character]
            section = digit = 0
        else:
            section += (digit or 1) * SIZES[character]
            digit = 0
    return total + section + digit
