"""Do the two ends of a range stand in the order of the source?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from localization.quality.quantities import Amounts, Quantity
from localization.quality.rules.numbers import written
from localization.quality.strings import Strings

_LONGEST_GAP = 18
_FROM_TO = re.compile(r"[–—~～-]|\b(?:to|until|up)\b|\W(?:bis|a|à|do|ila)\W|الي|至|到")
# “between 2 and 4”: the numbers stand right beside the word.
_AND = re.compile(r"\s?(?:and|or|und|y|et|i|ile|ve|و|和)\s?")
# “2 out of 3” is “3'ten 2'si” in Turkish: no range, and in any order.
_NO_RANGE = re.compile(r"\b(?:out|in|of|von|aus|de cada|na|sur)\b|/|分之")


def ranges(strings: Strings) -> Iterator[str]:
    """No range of the source is turned round."""
    if strings.amounts is None:
        return
    source, target = strings.amounts
    straight = _neighbours(target)
    for low, high in _ranges(source):
        turned = [(a, b) for a, b in straight if _equal(a, high) and _equal(b, low)]
        kept = any(_equal(a, low) and _equal(b, high) for a, b in straight)
        if turned and not kept:
            yield _(
                "The range %(range)s of the source is turned round. "
                "Write the ends in the order of the source."
            ) % {"range": f"{written(strings.source.plain, low)}–{written(strings.source.plain, high)}"}


def _ranges(amounts: Amounts) -> Iterator[tuple[Quantity, Quantity]]:
    for low, high in _neighbours(amounts):
        gap = amounts.prose[low.end : high.start]
        # Words alone (“one and two”) may count nothing.
        counts = low.certain or high.certain or high.unit
        if counts and low.value < high.value and _joined(gap) and not _NO_RANGE.search(gap):
            yield low, high


def _joined(gap: str) -> bool:
    return _FROM_TO.search(gap) is not None or _AND.fullmatch(gap) is not None


def _neighbours(amounts: Amounts) -> list[tuple[Quantity, Quantity]]:
    """Return numbers that stand beside each other, with at most a few words between them."""
    found = []
    for index, one in enumerate(amounts.quantities):
        following = next((other for other in amounts.quantities[index + 1 :] if other.start >= one.end), None)
        if following is not None and following.start - one.end <= _LONGEST_GAP:
            found.append((one, following))
    return found


def _equal(one: Quantity, other: Quantity) -> bool:
    return bool(set(one.keys) & {*other.keys, *other.odd}) or bool(set(other.keys) & set(one.odd))
