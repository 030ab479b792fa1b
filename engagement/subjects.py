"""What do we know about one person?  Every kind of message is asked; for answers to data-subject requests.

GDPR, articles 15 (access) and 17 (erasure).
"""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Q, QuerySet

from engagement.comments.models import Comment
from engagement.enquiries.models import Enquiry

ENQUIRY_FIELDS = (
    *("received_at", "keep_until", "about", "language", "preferred_language", "name", "email", "phone"),
    *("message", "consent", "status", "note"),
)
COMMENT_FIELDS = ("received_at", "about", "locale", "name", "email", "text", "state")


def enquiries_of(person: str) -> QuerySet[Enquiry]:
    """Return the enquiries that came with an e-mail address, or with a phone number however it is written."""
    wanted = Q(email__iexact=person.strip())
    digits = re.sub(r"\D", "", person)
    if "@" not in person and digits:
        wanted = Q(pk__in=[pk for pk, phone in _phones() if re.sub(r"\D", "", phone) == digits])
    return Enquiry.objects.filter(wanted)


def comments_of(person: str) -> QuerySet[Comment]:
    """Return the comments that came with an e-mail address, while it is kept."""
    return Comment.objects.filter(email__iexact=person.strip()).exclude(email="")


def export(person: str) -> dict[str, list[dict[str, Any]]]:
    """Return all that is kept about somebody, by kind of message."""
    return {
        "enquiries": list(enquiries_of(person).values(*ENQUIRY_FIELDS)),
        "comments": list(comments_of(person).values(*COMMENT_FIELDS)),
    }


def erase(person: str) -> int:
    """Remove all of it; return how many messages that were."""
    return enquiries_of(person).delete()[0] + comments_of(person).delete()[0]


def _phones() -> list[tuple[int, str]]:
    return list(Enquiry.objects.exclude(phone="").values_list("pk", "phone"))
