"""What do we know about one person?  Every kind of message is asked; for answers to data-subject requests.

GDPR, articles 15 (access) and 17 (erasure).
"""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Q, QuerySet

from engagement.enquiries.models import Enquiry

ENQUIRY_FIELDS = (
    *("received_at", "keep_until", "about", "language", "preferred_language", "name", "email", "phone"),
    *("message", "consent", "status", "note"),
)


def enquiries_of(person: str) -> QuerySet[Enquiry]:
    """Return the enquiries that came with an e-mail address, or with a phone number however it is written."""
    wanted = Q(email__iexact=person.strip())
    digits = re.sub(r"\D", "", person)
    if "@" not in person and digits:
        wanted = Q(pk__in=[pk for pk, phone in _phones() if re.sub(r"\D", "", phone) == digits])
    return Enquiry.objects.filter(wanted)


def export(person: str) -> dict[str, list[dict[str, Any]]]:
    """Return all that is kept about somebody, by kind of message."""
    return {"enquiries": list(enquiries_of(person).values(*ENQUIRY_FIELDS))}


def erase(person: str) -> int:
    """Remove all of it; return how many messages that were."""
    return enquiries_of(person).delete()[0]


def _phones() -> list[tuple[int, str]]:
    return list(Enquiry.objects.exclude(phone="").values_list("pk", "phone"))
