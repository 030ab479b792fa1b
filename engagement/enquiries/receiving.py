"""What happens when a message arrives?  It is kept, and the worker is asked to write to those concerned."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from engagement.enquiries.models import Enquiry, Status
from engagement.enquiries.subject import Subject
from engagement.enquiries.tasks import tell
from engagement.guard.examine import Verdict
from localization.languages import Language


def receive(
    data: dict[str, Any], subject: Subject | None, spoken: Language, consent: str, verdict: Verdict
) -> Enquiry:
    """Keep a message whose form was filled in rightly, and return it. Spam is kept apart, nobody is told."""
    now = timezone.now()
    enquiry = Enquiry(
        received_at=now,
        keep_until=now + dt.timedelta(days=settings.ENQUIRY_RETENTION_DAYS),
        content_id=subject.content_id if subject else None,
        about=subject.title if subject else "",
        language=spoken.code,
        consent=consent,
        suspicions=[*verdict.suspicions],
        status=Status.SPAM if verdict.is_spam else Status.NEW,
        **{field: data[field] for field in ("name", "email", "phone", "preferred_language", "message")},
    )
    with transaction.atomic():
        enquiry.save()
        if enquiry.status != Status.SPAM:
            tell.enqueue(enquiry.pk)
    return enquiry
