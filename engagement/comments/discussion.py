"""What has been said under a page, and may somebody say more?"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from engagement.comments.models import Comment, CommentSettings, Openness, PageComments, State
from publishing.models import Document, Status


@dataclass(frozen=True, slots=True)
class Discussion:
    """The comments of one page in one language.

    Attributes:
        status: that of the page's document; only under a live one is anything shown.
        openness: by the site, the page and the calendar; the strictest counts.
    """

    content_id: UUID
    locale: str
    title: str
    path: str
    status: str
    openness: str

    def threads(self) -> list[Comment]:
        """Return the approved comments, each with its approved answers in ``replies``. One query at most."""
        if self.openness == Openness.OFF:
            return []
        rows = Comment.objects.filter(content_id=self.content_id, locale=self.locale, state=State.APPROVED)
        found = list(rows.order_by("received_at", "pk"))
        tops = [comment for comment in found if comment.parent_id is None]
        for top in tops:
            top.replies = [one for one in found if one.parent_id == top.pk]  # type: ignore[attr-defined]
        return tops

    def answerable(self, number: int) -> Comment | None:
        """Return a comment that may be answered: an approved one of this page that answers none itself."""
        return Comment.objects.filter(
            pk=number, content_id=self.content_id, locale=self.locale, state=State.APPROVED, parent=None
        ).first()


def discussion_of(content_id: UUID, locale: str) -> Discussion | None:
    """Return the discussion of a page, ``None`` where none was ever possible. Two queries."""
    switch = PageComments.objects.filter(content_id=OuterRef("content_id")).values("openness")
    row = (
        Document.objects.filter(content_id=content_id, locale=locale, type__in=settings.COMMENTED_TYPES)
        .exclude(path=None)
        .annotate(switch=Subquery(switch))
        .values_list("title", "path", "status", "updated_at", "switch")
        .first()
    )
    if row is None:
        return None
    title, path, status, updated_at, switched = row
    openness = _strictest(switched or Openness.OPEN, updated_at)
    return Discussion(content_id, locale, title, str(path), status, openness)


def _strictest(of_page: str, updated_at: dt.datetime) -> str:
    site = CommentSettings.load()
    days = site.close_after_days
    over = bool(days) and updated_at + dt.timedelta(days=days) <= timezone.now()
    order = [Openness.OFF, Openness.CLOSED, Openness.OPEN]
    all_three = (Openness(site.openness), Openness(of_page), Openness.CLOSED if over else Openness.OPEN)
    return min(all_three, key=order.index)


def is_live(discussion: Discussion) -> bool:
    """Say whether there is a public page above the comments."""
    return discussion.status == Status.LIVE
