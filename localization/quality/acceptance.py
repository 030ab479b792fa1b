"""Who may accept a finding of the quality checks, and what becomes of it?

An accepted finding does not stand against publishing any more, for exactly these two texts: whoever changes
a word of either is asked again. Nothing is ever deleted; the history of the page says who accepted what and
why.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from localization.gate import Finding
from localization.models import AcceptedFinding
from localization.permissions.languages import languages_for

PERMISSION = "localization.accept_finding"
ACTION = "localization.accept_finding"


def may_accept(user: Any, instance: Any) -> bool:
    """Say whether ``user`` may accept findings in the language of ``instance``."""
    codes = languages_for(user, PERMISSION)
    return codes is None or instance.locale.language_code in codes


def accept(instance: Any, finding: Finding, reason: str, user: Any) -> AcceptedFinding:
    """Accept a finding about two texts of ``instance``; accepting it again changes nothing."""
    with transaction.atomic():
        accepted, created = AcceptedFinding.objects.get_or_create(
            content_id=instance.translation_key,
            locale=instance.locale.language_code,
            rule=finding.rule,
            digest=finding.digest,
            defaults={"message": finding.message, "reason": reason, "accepted_by": user},
        )
        if created:
            data = {"rule": finding.rule, "message": finding.message, "reason": reason}
            log(instance=instance, action=ACTION, user=user, data=data)
    return accepted
