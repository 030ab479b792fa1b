"""For how long does a review hold, and what does the gate do without one?

By kind of section: the row that an administrator has made (menu “Settings”, “Review rules”), else the
defaults of ``settings.REVIEW_RULES``, whose key ``""`` stands for every other section.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings

from localization.review.models import LONGEST, ReviewRule

if TYPE_CHECKING:
    from localization.gate import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds for one kind of section."""

    months: int
    severity: Severity


def rules() -> dict[str, Rule]:
    """Return the rule of every kind of section that is reviewed. One query."""
    chosen = {row.section: Rule(row.months, row.severity) for row in ReviewRule.objects.all()}  # type: ignore[arg-type]
    return {kind: chosen.get(kind) or default_rule(kind) for kind in section_kinds()}


def default_rule(kind: str) -> Rule:
    """Return what holds for a section as long as no administrator has said otherwise."""
    months, severity = settings.REVIEW_RULES.get(kind) or settings.REVIEW_RULES[""]
    return Rule(months, severity)


def section_kinds() -> list[str]:
    """Return the kinds of section of all types that are medically reviewed."""
    found = (section.kind for model in reviewed_types() for section in model.SECTIONS)
    return list(dict.fromkeys(found))


def reviewed_types() -> list[Any]:
    """Return the types whose content a medical reviewer signs."""
    return [model for model in apps.get_models() if is_reviewed(model)]


def is_reviewed(model: type) -> bool:
    """Say whether content of this type is medically reviewed."""
    return bool(getattr(model, "medically_reviewed", False))


def due_after(signed_at: dt.datetime, months: int) -> dt.datetime:
    """Return the same day ``months`` later (the last of a shorter month), 36 months at most."""
    year, month = divmod(signed_at.month - 1 + min(months, LONGEST), 12)
    year, month = signed_at.year + year, month + 1
    day = min(signed_at.day, calendar.monthrange(year, month)[1])
    return signed_at.replace(year=year, month=month, day=day)
