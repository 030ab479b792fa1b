"""What happens when a comment arrives?  It waits; nothing is ever shown before somebody has read it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from engagement.comments.discussion import Discussion
from engagement.comments.models import Comment, State
from engagement.comments.tasks import tell_moderators
from engagement.guard.examine import Verdict


def receive(
    data: dict[str, Any], discussion: Discussion, parent: Comment | None, verdict: Verdict
) -> Comment:
    """Keep a comment whose form was filled in rightly, and return it. Of spam nobody is told."""
    comment = Comment(
        content_id=discussion.content_id,
        locale=discussion.locale,
        about=discussion.title,
        parent=parent,
        received_at=timezone.now(),
        suspicions=[*verdict.suspicions],
        state=State.SPAM if verdict.is_spam else State.HELD,
        **{field: data[field] for field in ("name", "email", "text")},
    )
    with transaction.atomic():
        comment.save()
        if comment.state == State.HELD:
            tell_moderators.enqueue()
    return comment
