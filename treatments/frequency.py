"""How often does a risk happen, as a class, as numbers and in words that always carry the number?

The classes are those of the EU guideline on the summary of product characteristics. A word alone makes
readers overestimate a risk (BMC Med Inform Decis Mak 2014, 14:76), so the number is always shown with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from treatments.amounts import number


class Frequency(TextChoices):
    """The six frequency classes."""

    VERY_COMMON = "very_common", gettext_lazy("very common")
    COMMON = "common", gettext_lazy("common")
    UNCOMMON = "uncommon", gettext_lazy("uncommon")
    RARE = "rare", gettext_lazy("rare")
    VERY_RARE = "very_rare", gettext_lazy("very rare")
    NOT_KNOWN = "not_known", gettext_lazy("not known")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The share of people that a class covers: ``lower`` inclusive, ``upper`` exclusive (1.0 inclusive)."""

    lower: float
    upper: float

    @property
    def most(self) -> int:
        """The largest N for which “1 in N” belongs to the class; 0 when there is none (very rare)."""
        return round(1 / self.lower) if self.lower else 0

    @property
    def least(self) -> int:
        """The smallest N for which “1 in N” belongs to the class."""
        return 1 if self.upper == 1.0 else round(1 / self.upper) + 1

    def holds(self, per_n: int) -> bool:
        """Say whether 1 in ``per_n`` lies in the class."""
        return self.least <= per_n and (not self.most or per_n <= self.most)


BOUNDS: dict[str, Bounds] = {
    Frequency.VERY_COMMON: Bounds(0.1, 1.0),
    Frequency.COMMON: Bounds(0.01, 0.1),
    Frequency.UNCOMMON: Bounds(0.001, 0.01),
    Frequency.RARE: Bounds(0.0001, 0.001),
    Frequency.VERY_RARE: Bounds(0.0, 0.0001),
}


def compile_frequency(code: str, per_n: int | None) -> dict[str, Any]:
    """Return ``{code, display, per_n, lower, upper}``; the bounds are shares of people, or ``None``."""
    bounds = BOUNDS.get(code)
    return {
        "code": code,
        "display": frequency_display(code, per_n),
        "per_n": per_n,
        "lower": bounds.lower if bounds else None,
        "upper": bounds.upper if bounds else None,
    }


def frequency_display(code: str, per_n: int | None) -> str:
    """Return the class with its number, such as “common: about 1 in 50 people”, in the active language."""
    if code == Frequency.NOT_KNOWN or code not in BOUNDS:
        return _("not known: there is not enough data to say how often it happens")
    word = str(Frequency(code).label)
    return _("%(word)s: %(share)s") % {"word": word, "share": _share(code, per_n)}


def _share(code: str, per_n: int | None) -> str:
    if per_n:
        text = ngettext("about 1 in %(number)s person", "about 1 in %(number)s people", per_n)
        return text % {"number": number(per_n)}
    if code == Frequency.VERY_COMMON:
        return _("more than 1 in %(number)s people") % {"number": number(10)}
    limit = BOUNDS[code].least - 1
    return _("up to 1 in %(number)s people") % {"number": number(limit)}


def per_n_fault(code: str, per_n: int | None) -> str | None:
    """Return a sentence if “1 in ``per_n``” does not belong to the class ``code``, else ``None``."""
    if per_n is None:
        return None
    if code not in BOUNDS:
        return _("How often it happens is given as “not known”: choose a class, or remove the number.")
    bounds = BOUNDS[code]
    if bounds.holds(per_n):
        return None
    found = {"word": Frequency(code).label, "per_n": number(per_n), "least": number(bounds.least)}
    if not bounds.most:
        return (
            _(
                "“%(word)s” means rarer than 1 in 10,000, but the number says 1 in %(per_n)s. "
                "Choose the class that fits, or correct the number."
            )
            % found
        )
    return _(
        "“%(word)s” means 1 in %(least)s to 1 in %(most)s people, but the number says 1 in %(per_n)s. "
        "Choose the class that fits, or correct the number."
    ) % {**found, "most": number(bounds.most)}
