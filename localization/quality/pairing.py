"""Which number of a translation stands for which number of its source, and which stand alone?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from localization.quality.quantities import Amounts, Quantity, measurable
from localization.quality.units import BASE, same_amount

# An Arabic noun in the dual, whatever noun it is.
_DUAL = re.compile(r"(?<!\w)(?!\w{0,3}(?:عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع|مليون))\w{2,}(ين|ان|ي|ا)\b")


@dataclass(slots=True)
class Pairing:
    """What belongs together, what only with another language's marks (``odd``), what stands alone."""

    pairs: list[tuple[Quantity, Quantity]] = field(default_factory=list)
    odd: list[Quantity] = field(default_factory=list)
    lost: list[Quantity] = field(default_factory=list)
    lost_words: list[Quantity] = field(default_factory=list)
    lost_repeats: list[Quantity] = field(default_factory=list)
    added: list[Quantity] = field(default_factory=list)
    added_repeats: list[Quantity] = field(default_factory=list)


def pair(source: Amounts, target: Amounts) -> Pairing:
    """Pair the quantities of two texts, the surest pairs first."""
    result = Pairing()
    left, right = list(source.quantities), list(target.quantities)
    scored = sorted(
        ((_score(one, other), -i, -j) for i, one in enumerate(left) for j, other in enumerate(right)),
        reverse=True,
    )
    done_left: set[int] = set()
    done_right: set[int] = set()
    for score, i, j in scored:
        if score > 0 and -i not in done_left and -j not in done_right:
            done_left.add(-i)
            done_right.add(-j)
            result.pairs.append((left[-i], right[-j]))
            if not _equal(left[-i], right[-j]):
                result.odd.append(right[-j])
    free_left = [one for i, one in enumerate(left) if i not in done_left]
    free_right = [other for j, other in enumerate(right) if j not in done_right]
    _explain(result, free_left, free_right, source, target)
    return result


def _score(one: Quantity, other: Quantity) -> float:
    equal = _equal(one, other)
    if not equal and not set(one.keys) & set(other.odd):
        return 0
    if one.in_name != other.in_name and not (one.certain or other.certain):
        return 0  # the “a” of “a week” is not the 1 of “vitamin B1”
    score = 10.0 if equal else 5.0
    score += 4 * (one.certain and other.certain) + (one.certain or other.certain)
    if one.units and other.units:
        score += 8 if set(one.units) & set(other.units) else -2
    elif one.units or other.units:
        score += 1
    return score


def _equal(one: Quantity, other: Quantity) -> bool:
    return bool(set(one.keys) & set(other.keys))


def _explain(
    result: Pairing, left: list[Quantity], right: list[Quantity], source: Amounts, target: Amounts
) -> None:
    """Sort what stands alone: the same amount in another unit, said once for twice, lost or added."""
    converted: set[int] = set()
    for one in left:
        same = next((other for other in target.quantities if _amounts_equal(one, other)), None)
        if same is not None:
            converted.add(id(same))
        elif one.certain and not _said_otherwise(one, target):
            repeated = any(_equal(one, other) for other in target.quantities)
            (result.lost_repeats if repeated else result.lost).append(one)
        elif one.unit is not None:
            result.lost_words.append(one)
    for other in right:
        if not other.certain or id(other) in converted:
            continue
        if any(_amounts_equal(one, other) for one in source.quantities):
            continue
        repeated = any(_equal(one, other) for one in source.quantities)
        (result.added_repeats if repeated else result.added).append(other)


def _amounts_equal(one: Quantity, other: Quantity) -> bool:
    for unit in other.units or (None,):
        if (
            (one.unit or unit)
            and one.unit != unit
            and same_amount((one.value, one.unit), (other.value, unit))
        ):
            return True
    return False


def _said_otherwise(one: Quantity, target: Amounts) -> bool:
    """Say whether a language says this number without a number word: an Arabic dual."""
    arabic = any("\u0600" <= character <= "\u06ff" for character in target.prose)
    return (
        arabic
        and one.value == Decimal(2)
        and not any(measurable(unit) for unit in one.units)
        and bool(_DUAL.search(target.prose))
    )


def said_by_unit(one: Quantity, source: Amounts, target: Amounts) -> bool:
    """Say whether a unit alone says the number: “1 litre” and “a litre”, “7 days” and “a week”."""
    if one.unit is None:
        return False
    same = [unit for unit in BASE if same_amount((one.value, one.unit), (Decimal(1), unit))]
    return any(target.mentions[unit] > source.mentions[unit] - (unit == one.unit) for unit in same)


def is_one(quantity: Quantity) -> bool:
    """Say whether a number is 1 of something countable: “1 hour” needs no number in most languages."""
    return quantity.value == 1 and not any(measurable(unit) for unit in quantity.units)
