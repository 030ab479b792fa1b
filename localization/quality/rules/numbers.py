"""Does the translation say the numbers of the source, all of them and no others?"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from localization.quality.digits import marks
from localization.quality.pairing import is_one, said_by_unit
from localization.quality.quantities import Quantity
from localization.quality.strings import Strings
from localization.quality.units import TIMES


def numbers(strings: Strings) -> Iterator[str]:
    """Each number in digits has its counterpart, in digits or words."""
    pairing, both = strings.pairing, strings.amounts
    if pairing is None or both is None:
        return
    lost = [one for one in pairing.lost if not (is_one(one) or said_by_unit(one, *both))]
    added = list(pairing.added)
    # A number said once for twice, or twice for once, is translation; both at once is a changed number.
    if pairing.added_repeats and (
        pairing.lost or pairing.lost_repeats or any(one.value > 1 for one in pairing.lost_words)
    ):
        added += pairing.added_repeats
    for quantity in lost:
        yield _("The number %(number)s of the source is missing. Check the numbers.") % {
            "number": written(strings.source.plain, quantity)
        }
    for quantity in added:
        yield _("The number %(number)s is not in the source. Check the numbers.") % {
            "number": written(strings.target.plain, quantity)
        }


def decimal_mark(strings: Strings) -> Iterator[str]:
    """Numbers are written with the marks of the language: 0,5 and not 0.5 in German."""
    for quantity in strings.pairing.odd if strings.pairing else ():
        if not quantity.units and written(strings.target.plain, quantity) in strings.source.plain:
            continue  # a name, such as that of a version
        yield _(
            "%(number)s is written with the decimal or grouping mark of another language. "
            "Here the decimal mark is “%(mark)s”."
        ) % {"number": written(strings.target.plain, quantity), "mark": marks(strings.target_language)[0]}


def number_words(strings: Strings) -> Iterator[str]:
    """A duration in words is the same duration: “two weeks” is not “drei Wochen”."""
    pairing, both = strings.pairing, strings.amounts
    if pairing is None or both is None:
        return
    there = {id(other) for _one, other in pairing.pairs}
    free = [quantity for quantity in both[1].quantities if id(quantity) not in there and _is_time(quantity)]
    paired = {id(one) for one, _other in pairing.pairs}
    for quantity in both[0].quantities:
        if id(quantity) in paired or quantity.certain or not _is_time(quantity):
            continue
        if any(other.unit == quantity.unit for other in free):
            yield _("“%(number)s %(unit)s” of the source may be another number here. Check it.") % {
                "number": written(strings.source.plain, quantity),
                "unit": quantity.unit,
            }


def _is_time(quantity: Quantity) -> bool:
    return quantity.unit in TIMES and quantity.value > 1 and not quantity.certain


def written(plain: str, quantity: Quantity) -> str:
    """Return a quantity as it stands in the text."""
    return plain[quantity.start : quantity.end].strip()
