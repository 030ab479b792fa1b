"""Which documents are there at all? By id and language, so that a client can compare its copies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone

from delivery.cursors import Cursor
from delivery.reading import query

_COUNT = "SELECT count(*) FROM publishing_document WHERE"
_ENTRIES = """
SELECT content_id, type, locale, status, etag, first_published_at, updated_at, expires_at
FROM publishing_document WHERE (content_id, locale) > (%s, %s) AND
"""
_LISTED = """
status <> 'gone' AND (expires_at IS NULL OR expires_at > %s) AND type = ANY(%s::varchar[])
AND locale = ANY(%s::varchar[])
"""
_IN_ORDER = "ORDER BY content_id, locale LIMIT %s"
_FIRST = Cursor("", UUID(int=0))


@dataclass(frozen=True, slots=True)
class Entry:
    """What a manifest says of one document."""

    content_id: UUID
    type: str
    locale: str
    status: str
    etag: str
    first_published_at: dt.datetime
    updated_at: dt.datetime
    expires_at: dt.datetime | None


def entries(
    types: Sequence[str], locales: Sequence[str], limit: int, after: Cursor | None
) -> tuple[int, list[Entry], Cursor | None]:
    """Return how many there are, up to ``limit`` behind ``after``, and where to go on. Two queries."""
    values: list[Any] = [timezone.now(), list(types), list(locales)]
    start = after or _FIRST
    count = query(f"{_COUNT} {_LISTED}", values)[0][0]
    rows = query(f"{_ENTRIES} {_LISTED} {_IN_ORDER}", [start.content_id, start.key, *values, limit + 1])
    found = [Entry(*row) for row in rows[:limit]]
    last = Cursor(found[-1].locale, found[-1].content_id) if len(rows) > limit else None
    return count, found, last
