"""What may a moderator do with comments?  Every decision is logged: who, when, what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from engagement.comments.models import Comment, State

# What a button is called, and what it makes of a comment.
DECISIONS = {"approve": State.APPROVED, "reject": State.REJECTED, "spam": State.SPAM}


def decide(comments: Iterable[Comment], decision: str, user: Any) -> int:
    """Approve, reject or mark as spam; return how many comments that changed.

    Raises:
        KeyError: there is no such decision.
    """
    state, now = DECISIONS[decision], timezone.now()
    changed = [comment for comment in comments if comment.state != state]
    with transaction.atomic():
        for comment in changed:
            comment.state, comment.decided_at, comment.decided_by = state, now, user
            comment.save(update_fields=["state", "decided_at", "decided_by"])
            log(instance=comment, action=f"engagement.{decision}", user=user)
    return len(changed)


def answer(comment: Comment, text: str, name: str, user: Any) -> Comment:
    """Answer a comment in the name of the clinic, approving it, and return the answer."""
    now = timezone.now()
    with transaction.atomic():
        decide([comment], "approve", user)
        reply = Comment.objects.create(
            content_id=comment.content_id,
            locale=comment.locale,
            about=comment.about,
            parent=comment.parent or comment,
            name=name,
            text=text,
            is_staff=True,
            state=State.APPROVED,
            received_at=now,
            decided_at=now,
            decided_by=user,
        )
        log(instance=reply, action="engagement.answer", user=user)
    return reply
