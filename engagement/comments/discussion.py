"""What has been said under a page, and may somebody say more?"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Subquery
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
    """Return the discussion of a page, ``None`` where none was ever possible. One query."""
    rows = Document.objects.filter(content_id=content_id, type__in=settings.COMMENTED_TYPES)
    site = CommentSettings.objects.order_by("pk")
    row = (
        rows.filter(locale=locale)
        .exclude(path=None)
        .annotate(
            of_page=Subquery(PageComments.objects.filter(content_id=content_id).values("openness")),
            of_site=Subquery(site.values("openness")[:1]),
            days=Subquery(site.values("close_after_days")[:1]),
            # In whichever language: no edit and no later translation opens what has closed.
            begun=Subquery(rows.order_by("first_published_at").values("first_published_at")[:1]),
        )
        .values_list("title", "path", "status", "of_page", "of_site", "days", "begun")
        .first()
    )
    if row is None:
        return None
    title, path, status, of_page, of_site, days, begun = row
    unchanged = CommentSettings()  # nobody has saved any
    days = unchanged.close_after_days if days is None else days
    openness = _strictest(of_page or Openness.OPEN, of_site or unchanged.openness, _over(begun, days))
    return Discussion(content_id, locale, title, str(path), status, openness)


def _over(begun: dt.datetime, days: int) -> Openness:
    is_over = bool(days) and begun + dt.timedelta(days=days) <= timezone.now()
    return Openness.CLOSED if is_over else Openness.OPEN


def _strictest(*said: str) -> Openness:
    return min(map(Openness, said), key=[Openness.OFF, Openness.CLOSED, Openness.OPEN].index)


def is_live(discussion: Discussion) -> bool:
    """Say whether there is a public page above the comments."""
    return discussion.status == Status.LIVE
