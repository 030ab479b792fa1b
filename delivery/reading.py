"""How are documents read? Every statement of the API goes to the database from here.

By statements of our own on the one table, ready for the server to prepare: building the same query from the
model costs more than running it (measured: performance.md 2). Nothing is written here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import orjson
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone
from psycopg.pq import Format

from publishing.models import Document
from publishing.refresh import refresh

_ONE = """
SELECT body, etag, changed_at, valid_until, gone_reason, gone_at, replaced_by, status, locale, type
FROM publishing_document WHERE content_id = %s AND locale = %s AND type = ANY(%s::varchar[])
"""
_EVERY = """
SELECT body, etag, changed_at, valid_until, gone_reason, gone_at, replaced_by, status, locale, type,
       is_source, card::text
FROM publishing_document WHERE content_id = %s AND type = ANY(%s::varchar[])
"""

_PER_LANGUAGE = "SELECT locale, type, count(*) FROM publishing_document WHERE status = 'live' GROUP BY 1, 2"


@dataclass(frozen=True, slots=True)
class Stored:
    """One row: the bytes of a document or of its withdrawal, or (``body`` is ``None``) its tombstone."""

    body: bytes | None
    etag: str
    changed_at: dt.datetime
    valid_until: dt.datetime | None
    gone_reason: str
    gone_at: dt.datetime | None
    replaced_by: UUID | None
    status: str
    locale: str
    type: str
    # Given by ``every`` only.
    is_source: bool = False
    card: dict[str, Any] = field(default_factory=dict)

    @property
    def outdated(self) -> bool:
        """Say whether the time for which this was true is over."""
        return self.valid_until is not None and self.valid_until <= timezone.now()


def find(content_id: UUID, locale: str, types: Sequence[str]) -> Stored | None:
    """Return what is stored of this content in this language, or ``None``. One query."""
    rows = query(_ONE, [content_id, locale, list(types)])
    return Stored(*rows[0]) if rows else None


def find_true(content_id: UUID, locale: str, types: Sequence[str]) -> Stored | None:
    """Return what ``find`` does, compiled afresh if the time for which it was true is over."""
    stored = find(content_id, locale, types)
    if stored is not None and stored.outdated:
        refresh(content_id, locale)
        stored = find(content_id, locale, types)
    return stored


def every(content_id: UUID, types: Sequence[str]) -> list[Stored]:
    """Return what is stored of this content in all languages, with bodies and cards. One query."""
    rows = query(_EVERY, [content_id, list(types)])
    return [Stored(*(*row[:-1], orjson.loads(row[-1]))) for row in rows]


def versions(content_id: UUID, types: Sequence[str]) -> list[Document]:
    """Return the content's documents and tombstones in all languages, without bodies. One query."""
    rows = Document.objects.filter(content_id=content_id, type__in=types)
    return list(rows.defer("body", "states", "facets"))


def counts() -> dict[tuple[str, str], int]:
    """Return how many live documents there are by locale and type. One query."""
    return {(locale, document_type): number for locale, document_type, number in query(_PER_LANGUAGE, [])}


def query(statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Run a statement that only reads, once more if the kept connection turns out to be dead.

    Django would ask the server before each request whether the connection lives (``CONN_HEALTH_CHECKS``),
    which costs as much as the statement itself; a statement that may be repeated needs no such question.
    """
    connection.health_check_done = True  # type: ignore[attr-defined]  # not in the stubs
    try:
        return _run(statement, values)
    except (InterfaceError, OperationalError):
        if connection.in_atomic_block or connection.is_usable():
            raise
        connection.close()
        return _run(statement, values)


def _run(statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        # Bytes come as bytes: as text, PostgreSQL would send each of them as two hexadecimal digits.
        cursor.cursor.format = Format.BINARY
        cursor.execute(statement, values)
        return cursor.fetchall()
