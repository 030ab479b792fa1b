"""What is new in a language?  An Atom feed (RFC 4287) of what index pages list, made from documents.

An entry is dated by its content (``updated_at``), not by the last save; its id is made from content id and
language, so it survives moves and another host. What is withdrawn or gone is in no feed. Where a section is
behind its original, the entry says so in the words of the page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from localization.languages import Language
from publishing.answers import public_answer
from publishing.changes import of_frame, of_type
from publishing.delivery import absolute, for_html
from publishing.models import Document
from publishing.moments import iso
from publishing.own_address import spoken_at
from publishing.published_types import published_types
from publishing.rendering import surroundings
from publishing.views import etag_of

ENTRIES = 30
ATOM = "application/atom+xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a feed is about: a name (empty: the whole site), the facet of its entries, where it is read."""

    address: str
    page: str
    title: str = ""
    facet: str | None = None
    made_from: tuple[str, ...] = ()


def language_feed(request: HttpRequest, prefix: str) -> HttpResponse:
    """Answer for ``/<language>/feed.xml``."""
    spoken = spoken_at(request, prefix)
    if isinstance(spoken, HttpResponse):
        return spoken
    return feed_of(request, spoken, Subject(f"/{spoken.code}/feed.xml", f"/{spoken.code}/"))


def feed_of(request: HttpRequest, spoken: Language, subject: Subject) -> HttpResponse:
    """Return the newest documents of a subject in a language as a feed. Three statements at most."""
    types = _listed_types()
    rows = Document.public().filter(type__in=types, locale=spoken.code)
    if subject.facet is not None:
        rows = rows.filter(facets__contains=[subject.facet])
    newest = list(rows.order_by("-updated_at", "content_id")[:ENTRIES])
    body = _rendered(spoken, subject, newest).encode()
    ends = [end for row in newest for end in (row.valid_until, row.expires_at) if end]
    made_from = [of_frame(spoken.code), *(of_type(kind, spoken.code) for kind in types)]
    return public_answer(
        request,
        body,
        etag=etag_of(body),
        language=spoken,
        content_type=ATOM,
        valid_until=min(ends, default=None),
        made_from=[*made_from, *subject.made_from],
    )


def _listed_types() -> list[str]:
    return sorted({model.listing_type for model in published_types().values() if model.listing_type})


def _rendered(spoken: Language, subject: Subject, newest: Sequence[Document]) -> str:
    context = {
        "entries": [_entry(row) for row in newest],
        "subject": subject,
        "id": uuid5(NAMESPACE_URL, f"polyclinic:{subject.address}").urn,
        "self": absolute(subject.address),
        "page": absolute(subject.page),
        "updated": iso(newest[0].updated_at if newest else _last_change(spoken)),
        **surroundings(spoken),
    }
    with translation.override(spoken.code):
        return render_to_string("publishing/feed.xml", context)


def _entry(row: Document) -> dict[str, Any]:
    document = for_html(row.body or b"{}")
    sections = document.get("sections", {}).values()
    return {
        "id": _id_of(row.content_id, row.locale),
        "title": row.title,
        "url": absolute(row.path or "/"),
        "language": row.card.get("language", ""),
        "summary": row.card.get("summary", ""),
        "notices": list(dict.fromkeys(part["notice"] for part in sections if part and part.get("notice"))),
        "authors": document.get("authors", []),
        "published": iso(row.first_published_at),
        "updated": iso(row.updated_at),
    }


def _id_of(content_id: UUID, code: str) -> str:
    """Return the id of an entry, the same for ever (RFC 4287, 4.2.6)."""
    return uuid5(content_id, code).urn


def _last_change(spoken: Language) -> dt.datetime:
    """Return the date of a feed without entries: RFC 4287 demands one."""
    last = Document.objects.filter(locale=spoken.code).aggregate(last=Max("updated_at"))["last"]
    return last or dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
