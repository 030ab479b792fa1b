"""Does each number count the same as in the source: milligrams, not grams; weeks, not days?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from localization.quality.digits import months
from localization.quality.lexicon import WORD
from localization.quality.pairing import said_by_unit
from localization.quality.quantities import Amounts, Quantity, measurable
from localization.quality.rules.numbers import written
from localization.quality.strings import Strings
from localization.quality.units import TIMES

_YEARS = (1900, 2100)
# “3 times a day” counts times or days, as the language likes.
_EITHER_WAY = frozenset({"time"})
# Said without a unit in many languages: an age has no years, a needle no gauge.
_UNSAID = frozenset({"time", "year", "gauge", "kHz", "MHz", "°F", "mJ"})


def units(strings: Strings) -> Iterator[str]:
    """The unit of a number is that of its counterpart."""
    yield from (message for unit, message in _faults(strings) if unit != "%")


def percentages(strings: Strings) -> Iterator[str]:
    """What is a percentage in the source is one in the translation."""
    yield from (message for unit, message in _faults(strings) if unit == "%")


def _faults(strings: Strings) -> Iterator[tuple[str, str]]:
    if strings.pairing is None or strings.amounts is None:
        return
    source, target = strings.amounts
    spare = _spare(target)
    for one, other in strings.pairing.pairs:
        if one.units and other.units:
            if not _agree(one, other, source, target):
                yield one.units[0], _differs(strings, one, other)
        elif one.units:
            unit = one.units[0]
            if unit in _UNSAID:
                continue
            if spare[unit] <= 0:
                yield unit, _lost(strings, one)
            spare[unit] -= 1
        elif (
            other.unit
            and not source.mentions[other.unit]
            and not _takes(one, other.unit, source, strings.source_language)
        ):
            yield other.unit, _added(strings, other)
    # 1 of something may be said without the number; the unit is said all the same.
    for one in strings.pairing.lost:
        if (
            one.unit
            and one.unit not in _UNSAID
            and not target.mentions[one.unit]
            and not said_by_unit(one, source, target)
        ):
            yield one.unit, _lost(strings, one)
    for one in strings.pairing.lost_words:
        if one.unit in TIMES and not target.mentions[one.unit] and _other_time(source, target):
            yield one.unit, _lost(strings, one)


def _takes(one: Quantity, unit: str, source: Amounts, language: str) -> bool:
    """Say whether a number without a unit may get one.

    Ages count years; dates and clocks have units in some languages.
    """
    if unit == "year" or unit in _EITHER_WAY:
        return True
    if unit in ("day", "month"):
        near = source.prose[max(0, one.start - 14) : one.end + 14].casefold()
        return any(word in months(language) for word in WORD.findall(near))
    if unit == "hour":
        # A year before a clock time, a clock time, “24/7”.
        return _YEARS[0] < one.value < _YEARS[1] or one.keys[0][0] == "clock" or one.value == 24
    return not measurable(unit)


def _other_time(source: Amounts, target: Amounts) -> bool:
    """Say whether the translation counts a time that the source does not mention."""
    return any(unit in TIMES and not source.mentions[unit] for unit in target.mentions)


def _spare(amounts: Amounts) -> Counter[str]:
    """Count the mentions of each unit that belong to no number."""
    spare = Counter(amounts.mentions)
    spare.subtract(quantity.unit for quantity in amounts.quantities if quantity.unit and quantity.own)
    spare.subtract("%" for quantity in amounts.quantities if "%" in quantity.also and quantity.unit != "%")
    return spare


def _agree(one: Quantity, other: Quantity, source: Amounts, target: Amounts) -> bool:
    if set(one.units) & set(other.units):
        if one.per == other.per:
            return True
        if one.per and other.per:
            return False
        # “mg/ml” may be written “mg pro ml”.
        return bool((target if one.per else source).mentions[one.per or other.per or ""])
    return bool(_EITHER_WAY & {*one.units, *other.units})


def _differs(strings: Strings, one: Quantity, other: Quantity) -> str:
    return _(
        "%(number)s counts “%(wanted)s” in the source and “%(there)s” in the translation. Check the unit."
    ) % {"number": written(strings.target.plain, other), "wanted": _named(one), "there": _named(other)}


def _lost(strings: Strings, one: Quantity) -> str:
    return _("%(number)s counts “%(unit)s” in the source; the unit is missing here. Add it.") % {
        "number": written(strings.source.plain, one),
        "unit": _named(one),
    }


def _added(strings: Strings, other: Quantity) -> str:
    return _("%(number)s counts “%(unit)s” here and not in the source. Check the unit.") % {
        "number": written(strings.target.plain, other),
        "unit": _named(other),
    }


def _named(quantity: Quantity) -> str:
    return f"{quantity.units[0]}/{quantity.per}" if quantity.per else quantity.units[0]
