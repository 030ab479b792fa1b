"""What do templates of the admin say about the checklist of what they show?"""

from __future__ import annotations

from typing import Any

from django import template

from localization.checklist.addresses import checklist_url
from localization.checklist.items import findings_of

register = template.Library()


@register.inclusion_tag("localization/checklist/entry.html")
def checklist_entry(instance: Any) -> dict[str, Any]:
    """Show how much stands against publishing ``instance``; nothing for a type without sections."""
    if not hasattr(instance, "SECTIONS") or not instance.latest_revision_id:
        return {}
    findings = findings_of(instance)
    refused = sum(finding.severity == "refuse" for finding in findings)
    return {"url": checklist_url(instance), "refused": refused, "warnings": len(findings) - refused}
