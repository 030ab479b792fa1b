"""Which typed facts does an editor give of a treatment? Their texts: treatments/quick_facts.py."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from localization.fields import SynchronizedField
from treatments.amounts import span_fault
from treatments.choices import Anaesthesia, Performer
from treatments.quick_facts import UNITS


def _number(label: Any, help_text: Any = "") -> models.PositiveSmallIntegerField[int | None, int | None]:
    return models.PositiveSmallIntegerField(label, null=True, blank=True, help_text=help_text)


class QuickFacts(models.Model):
    """The quick facts: numbers and codes, the same in every language. Empty means: not known."""

    sessions_min = _number(_("sessions, from"))
    sessions_max = _number(_("sessions, to"), _("How many sessions a course usually has."))
    session_minutes_min = _number(_("minutes for a session, from"))
    session_minutes_max = _number(_("minutes for a session, to"))
    interval_days_min = _number(_("days between sessions, from"))
    interval_days_max = _number(_("days between sessions, to"), _("For two weeks write 14."))
    downtime_days_min = _number(_("days of recovery, from"))
    downtime_days_max = _number(
        _("days of recovery, to"),
        _("Until most people go back to work. 0 is a claim: leave it empty if not known."),
    )
    results_visible_weeks_min = _number(_("results visible after weeks, from"))
    results_visible_weeks_max = _number(_("results visible after weeks, to"))
    results_last_months_min = _number(_("results last months, from"))
    results_last_months_max = _number(
        _("results last months, to"), _("Only with a source. Leave it empty if not known.")
    )
    anaesthesia = models.CharField(_("against pain"), max_length=20, choices=Anaesthesia.choices, blank=True)
    performed_by = models.CharField(_("done by"), max_length=20, choices=Performer.choices, blank=True)
    medical_assessment_required = models.BooleanField(
        _("a medical assessment comes first"),
        default=True,
        help_text=_("Whether a doctor or nurse must examine and ask before anybody is treated."),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse a span whose “from” is larger than its “to”."""
        super().clean()
        faults = {
            f"{name}_max": span_fault(getattr(self, f"{name}_min"), getattr(self, f"{name}_max"))
            for name in UNITS
        }
        errors = {name: fault for name, fault in faults.items() if fault}
        if errors:
            raise ValidationError(errors)


QUICK_FACT_FIELDS = (
    *(f"{name}_{end}" for name in UNITS for end in ("min", "max")),
    "anaesthesia",
    "performed_by",
    "medical_assessment_required",
)
SYNCHRONISED_QUICK_FACTS = [SynchronizedField(name, overridable=False) for name in QUICK_FACT_FIELDS]
