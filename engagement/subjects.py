"""What do we know about one person?  Every kind of message is asked; for answers to data-subject requests.

GDPR, articles 15 (access) and 17 (erasure).
"""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Q, QuerySet

from engagement.comments.models import Comment, State
from engagement.enquiries.models import Enquiry

ENQUIRY_FIELDS = (
    *("received_at", "keep_until", "about", "language", "preferred_language", "name", "email", "phone"),
    *("message", "consent", "status", "note"),
)
# Fewer digits are nobody's own number.
FEWEST_DIGITS = 7
COMMENT_FIELDS = ("received_at", "about", "locale", "name", "email", "text", "state")


def enquiries_of(person: str) -> QuerySet[Enquiry]:
    """Return the enquiries that came with an e-mail address, or with a phone number however it is written."""
    wanted = Q(email__iexact=person.strip())
    if "@" not in person:
        wanted = Q(pk__in=[pk for pk, phone in _phones() if is_same_number(person, phone)])
    return Enquiry.objects.filter(wanted)


def is_same_number(one: str, other: str) -> bool:
    """Say whether two phone numbers can be one, with or without the codes of country and area."""
    shorter, longer = sorted((re.sub(r"\D", "", number).lstrip("0") for number in (one, other)), key=len)
    return len(shorter) >= FEWEST_DIGITS and longer.endswith(shorter)


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
    """Remove all of it; return how many messages that were.

    What others have answered to is emptied and taken off, so that their words are not erased with it.
    """
    comments = comments_of(person)
    answered = comments.filter(answers__isnull=False).distinct()
    emptied = Comment.objects.filter(pk__in=[comment.pk for comment in answered])
    count = emptied.update(name="", email="", text="", state=State.REJECTED)
    return count + comments.delete()[0] + enquiries_of(person).delete()[0]


def _phones() -> list[tuple[int, str]]:
    return list(Enquiry.objects.exclude(phone="").values_list("pk", "phone"))
