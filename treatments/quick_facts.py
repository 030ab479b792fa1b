"""How do the quick facts of a treatment look in a document: typed values with their display texts?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from treatments.amounts import amount, days, minutes, months, sessions, weeks
from treatments.choices import Anaesthesia, Performer

if TYPE_CHECKING:
    from publishing.context import CompileContext
    from treatments.models.quick_facts import QuickFacts

UNITS = {
    "sessions": sessions,
    "session_minutes": minutes,
    "interval_days": days,
    "downtime_days": days,
    "results_visible_weeks": weeks,
    "results_last_months": months,
}


def compile_quick_facts(facts: QuickFacts, context: CompileContext) -> dict[str, dict[str, Any]]:
    """Return every quick fact by name; what is not known says so in its ``display``."""
    spans = {
        name: amount(getattr(facts, f"{name}_min"), getattr(facts, f"{name}_max"), unit)
        for name, unit in UNITS.items()
    }
    unknown = {"code": None, "display": _("not known")}
    required = facts.medical_assessment_required
    return {
        **spans,
        "anaesthesia": context.choice(Anaesthesia.choices, facts.anaesthesia) or unknown,
        "performed_by": context.choice(Performer.choices, facts.performed_by) or unknown,
        "medical_assessment_required": {"value": required, "display": _("yes") if required else _("no")},
    }
