"""How do tests write documents at the store's door, without pages behind them?"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.utils import timezone

from localization.languages import language
from publishing.compile import Compiled
from publishing.context import BASE
from publishing.models import Document, Status
from publishing.refresh import hold
from publishing.store import bury, explain, put

TYPES = ("condition", "treatment")


def type_of(content_id: UUID) -> str:
    return TYPES[content_id.int % 2]


def path_of(content_id: UUID, locale: str) -> str:
    return f"/{locale}/{content_id.int}/"


def _compiled(content_id: UUID, locale: str, title: str, status: str) -> Compiled:
    path = path_of(content_id, locale)
    head = {"id": str(content_id), "language": language(locale).tag, "title": title, "path": path}
    data: dict[str, Any] = {
        **head,
        "status": status,
        "url": BASE + path,
        "dates": {"updated": None},
        "sections": {},
    }
    data |= {"json_ld": None, "text": f"“{title}” • نص • 文 " * 20, "number": content_id.int / 7}
    return Compiled(data, {**head, "url": BASE + path}, ["facet"], frozenset({f"test:{title}"}), None, False)


def _stored(content_id: UUID, locale: str) -> Document | None:
    return Document.objects.filter(content_id=content_id, locale=locale).defer("body").first()


def publish(content_id: UUID, locale: str, title: str) -> None:
    """Make a document public, as a compile does; inside a transaction."""
    hold(content_id)
    row = SimpleNamespace(
        document_type=type_of(content_id), live_revision_id=None, first_published_at=timezone.now()
    )
    document = _stored(content_id, locale) or Document(content_id=content_id, locale=locale)
    put(document, row, _compiled(content_id, locale, title, "live"))


def take_down(content_id: UUID, locale: str, reason: str = "unpublished", by: UUID | None = None) -> None:
    """Make a document gone, if there is one."""
    hold(content_id)
    document = _stored(content_id, locale)
    if document is not None and document.status != Status.GONE:
        bury(document, reason, by)


def withdraw(content_id: UUID, locale: str, explanation: str) -> None:
    """Put a notice where a document was, if there was one."""
    hold(content_id)
    document = _stored(content_id, locale)
    if document is not None:
        explain(document, _compiled(content_id, locale, explanation, "withdrawn"), None)
