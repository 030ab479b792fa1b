"""What is read at this address?  One indexed SELECT, whatever the content model looks like."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from publishing.models import Document, FormerPath, Status

# Types that surround every page: the frame. Their documents belong to no address of their own.
FRAME_TYPES = ("navigation", "organisation")
# Words that pages lead to the explanation of; when one last changed or left is part of the frame's etag.
TERM_TYPE = "glossary-term"

# The types are no parameter of the statements: of a list of unknown length PostgreSQL expects so many rows
# that it plans the statement anew each time (measured: 0.2 ms, four times what running it takes).
_DOCUMENT = """
SELECT d.content_id, d.locale, d.type, d.status, d.gone_reason, d.replaced_by, d.etag,
       d.valid_until, d.title, d.path, frame.etag || coalesce(terms.at::text, ''),
       CASE WHEN frame.changed_at IS NOT NULL THEN greatest(frame.changed_at, terms.at) END
  FROM publishing_document d
 CROSS JOIN LATERAL (
       SELECT coalesce(string_agg(f.etag, '' ORDER BY f.type), '') AS etag,
              CASE WHEN count(*) = 2 THEN greatest(d.changed_at, max(f.changed_at)) END AS changed_at
         FROM publishing_document f
        WHERE f.type IN ('navigation', 'organisation') AND f.locale = d.locale AND f.status = 'live') frame
  LEFT JOIN LATERAL (
       SELECT changed_at AS at FROM publishing_document t
        WHERE t.type = 'glossary-term' AND t.locale = d.locale ORDER BY changed_at DESC LIMIT 1) terms ON true
"""

_FOUND = f"""{_DOCUMENT}
 WHERE d.path = %s
 ORDER BY d.status = 'gone', d.sequence DESC NULLS FIRST
 LIMIT 1
"""

_MOVED = f"""{_DOCUMENT}
  JOIN publishing_formerpath p ON p.content_id = d.content_id AND p.locale = d.locale
 WHERE p.path = %s
"""

_MATERIAL = """
SELECT d.etag, coalesce(string_agg(f.etag, '' ORDER BY f.type), '') || coalesce((
           SELECT max(changed_at)::text FROM publishing_document t
            WHERE t.type = 'glossary-term' AND t.locale = d.locale), ''),
       d.body,
       array_agg(f.type ORDER BY f.type) FILTER (WHERE f.id IS NOT NULL),
       array_agg(f.body ORDER BY f.type) FILTER (WHERE f.id IS NOT NULL),
       (SELECT jsonb_agg(t.card ORDER BY t.title)::text FROM publishing_document t
         WHERE t.type = 'glossary-term' AND t.locale = d.locale AND t.status = 'live'
           AND t.expires_at IS NULL)
  FROM publishing_document d
  LEFT JOIN publishing_document f
    ON f.type IN ('navigation', 'organisation') AND f.locale = d.locale AND f.status = 'live'
 WHERE d.content_id = %s AND d.locale = %s AND d.status <> 'gone'
 GROUP BY d.id
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A document found by its path, without its body, and the etag of the frame around it.

    ``changed_at`` is when either last changed; ``None`` where a part of the frame is missing, since what is
    missing does not say since when.
    """

    content_id: UUID
    locale: str
    type: str
    status: str
    gone_reason: str
    replaced_by: UUID | None
    etag: str
    valid_until: dt.datetime | None
    title: str
    path: str | None
    frame_etag: str
    changed_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Material:
    """What a page is rendered from: the document's body, those of the frame by type, the words explained.

    A word whose time is set to end is not among them: pages are kept longer than it may hold.
    """

    etag: str
    frame_etag: str
    body: bytes
    frame: dict[str, bytes]
    terms: str | None = None


def find(path: str) -> Found | None:
    """Return the document at a root-relative ``path``, live ones before tombstones."""
    return _one(_FOUND, path)


def moved(path: str) -> Found | None:
    """Return the document that was once read at ``path``; it has its present path, or the last it had."""
    return _one(_MOVED, path)


def _one(statement: str, path: str) -> Found | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, [path])
        row = cursor.fetchone()
    return None if row is None else Found(*row)


def material_of(content_id: UUID, locale: str) -> Material | None:
    """Return what the page of a live or withdrawn document is rendered from, ``None`` if it is gone.

    All of it is read by one statement, so the etags are those of these very bodies.
    """
    with connection.cursor() as cursor:
        cursor.execute(_MATERIAL, [content_id, locale])
        row = cursor.fetchone()
    if row is None:
        return None
    etag, frame_etag, body, types, bodies, terms = row
    return Material(etag, frame_etag, body, dict(zip(types or [], bodies or [], strict=True)), terms)


def cards_of(content_id: UUID) -> list[dict[str, Any]]:
    """Return the live cards of one content id, in every language that has it."""
    rows = Document.objects.filter(content_id=content_id, status=Status.LIVE, path__isnull=False)
    return list(rows.values_list("card", flat=True))


def cards_like(tail: str) -> list[dict[str, Any]]:
    """Return the live cards in every language of what is, or was, read at ``/<some language>/<tail>``."""
    paths = [f"/{code}/{tail}" for code in _codes()]
    here = Document.objects.filter(path__in=paths, status=Status.LIVE).values("content_id")
    once = FormerPath.objects.filter(path__in=paths).values("content_id")
    rows = Document.objects.filter(content_id__in=here.union(once), status=Status.LIVE)
    return list(rows.values_list("card", flat=True))


def _codes() -> list[str]:
    from localization.languages import all_languages

    return [language.code for language in all_languages()]
