"""How is an amount of something, such as 3 to 6 sessions, said in the active language?

Each unit has its own four phrases, so that a translator can give every plural form of each: putting “at
least” in front of a finished phrase is wrong in most languages.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from babel.numbers import format_decimal
from django.conf import settings
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from localization.languages import language

Amount = dict[str, Any]  # {"min": int | None, "max": int | None, "display": str}


class Phrases(NamedTuple):
    """The four ways of saying an amount, already in the plural form of one number."""

    exact: str
    span: str
    at_least: str
    up_to: str


Unit = Callable[[int], Phrases]


def number(value: int) -> str:
    """Return ``value`` as the active language writes it: 1,000 or 1.000."""
    locale = language(get_language() or settings.LANGUAGE_CODE).cldr
    return str(format_decimal(value, locale=locale))


def sessions(n: int) -> Phrases:
    """Return the phrases for ``n`` sessions."""
    return Phrases(
        ngettext("%(max)s session", "%(max)s sessions", n),
        ngettext("%(min)s to %(max)s session", "%(min)s to %(max)s sessions", n),
        ngettext("at least %(min)s session", "at least %(min)s sessions", n),
        ngettext("up to %(max)s session", "up to %(max)s sessions", n),
    )


def minutes(n: int) -> Phrases:
    """Return the phrases for ``n`` minutes."""
    return Phrases(
        ngettext("%(max)s minute", "%(max)s minutes", n),
        ngettext("%(min)s to %(max)s minute", "%(min)s to %(max)s minutes", n),
        ngettext("at least %(min)s minute", "at least %(min)s minutes", n),
        ngettext("up to %(max)s minute", "up to %(max)s minutes", n),
    )


def hours(n: int) -> Phrases:
    """Return the phrases for ``n`` hours."""
    return Phrases(
        ngettext("%(max)s hour", "%(max)s hours", n),
        ngettext("%(min)s to %(max)s hour", "%(min)s to %(max)s hours", n),
        ngettext("at least %(min)s hour", "at least %(min)s hours", n),
        ngettext("up to %(max)s hour", "up to %(max)s hours", n),
    )


def days(n: int) -> Phrases:
    """Return the phrases for ``n`` days."""
    return Phrases(
        ngettext("%(max)s day", "%(max)s days", n),
        ngettext("%(min)s to %(max)s day", "%(min)s to %(max)s days", n),
        ngettext("at least %(min)s day", "at least %(min)s days", n),
        ngettext("up to %(max)s day", "up to %(max)s days", n),
    )


def weeks(n: int) -> Phrases:
    """Return the phrases for ``n`` weeks."""
    return Phrases(
        ngettext("%(max)s week", "%(max)s weeks", n),
        ngettext("%(min)s to %(max)s week", "%(min)s to %(max)s weeks", n),
        ngettext("at least %(min)s week", "at least %(min)s weeks", n),
        ngettext("up to %(max)s week", "up to %(max)s weeks", n),
    )


def months(n: int) -> Phrases:
    """Return the phrases for ``n`` months."""
    return Phrases(
        ngettext("%(max)s month", "%(max)s months", n),
        ngettext("%(min)s to %(max)s month", "%(min)s to %(max)s months", n),
        ngettext("at least %(min)s month", "at least %(min)s months", n),
        ngettext("up to %(max)s month", "up to %(max)s months", n),
    )


def amount_display(minimum: int | None, maximum: int | None, phrases: Unit) -> str:
    """Say an amount in the active language; “not known” when both ends are missing.

    ``phrases`` is one of the functions above. The plural form follows the number that stands next to the
    noun.
    """
    if maximum is None:
        if minimum is None:
            return _("not known")
        text = phrases(minimum).at_least
    elif minimum is None:
        text = phrases(maximum).up_to
    else:
        chosen = phrases(maximum)
        text = chosen.exact if minimum == maximum else chosen.span
    return text % {
        "min": "" if minimum is None else number(minimum),
        "max": "" if maximum is None else number(maximum),
    }


def amount(minimum: int | None, maximum: int | None, phrases: Unit) -> Amount:
    """Return ``{min, max, display}``; numbers in the unit of ``phrases``, ``None`` where not known."""
    return {"min": minimum, "max": maximum, "display": amount_display(minimum, maximum, phrases)}


def known_amount(minimum: int | None, maximum: int | None, phrases: Unit) -> Amount | None:
    """Return the amount, or ``None`` when neither end is known."""
    return None if minimum is None and maximum is None else amount(minimum, maximum, phrases)


def lasts(minimum: int | None, maximum: int | None, permanent: bool) -> dict[str, Any] | None:
    """Return ``{min, max, permanent, display}`` in days, or ``None`` when nothing is known."""
    known = minimum is not None or maximum is not None
    if not known and not permanent:
        return None
    display = amount_display(minimum, maximum, days) if known else _("can be permanent")
    if known and permanent:
        display = _("%(duration)s; can be permanent") % {"duration": display}
    return {"min": minimum, "max": maximum, "permanent": permanent, "display": display}


def span_fault(minimum: int | None, maximum: int | None) -> str | None:
    """Return a sentence if the smaller number is larger than the larger one, else ``None``."""
    if minimum is None or maximum is None or minimum <= maximum:
        return None
    return _("“From” is %(minimum)s, but “to” is only %(maximum)s. Correct one of the two.") % {
        "minimum": number(minimum),
        "maximum": number(maximum),
    }
