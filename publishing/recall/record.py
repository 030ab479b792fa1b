"""Is a content under a recall?"""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from localization.gate import Finding
from publishing.models import Recall


def latest(content_id: UUID) -> Recall | None:
    """Return the latest recall of a content, lifted or not, ``None`` if there never was one. One query."""
    return Recall.objects.filter(content_id=content_id).first()


def active(content_id: UUID) -> Recall | None:
    """Return the recall that a content is under now, if it is under one. One query."""
    return Recall.objects.filter(content_id=content_id, lifted_at__isnull=True).first()


def findings_of(content_id: UUID) -> list[Finding]:
    """Return what a recall says against publishing a content in whatever language."""
    if active(content_id) is None:
        return []
    return [
        Finding(
            "",
            "",
            "recalled",
            _(
                "This content was recalled in every language. Nothing of it can be published until somebody "
                "who may recall lifts the recall (in the page’s menu)."
            ),
        )
    ]
