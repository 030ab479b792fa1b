"""What has changed since?  One ordered scan over the documents, by the numbers that they got at commit.

A document has the number of its last change only, so the feed is collapsed by nature. Commit order and number
order are one (migration 0002): whoever has read everything up to a number has missed nothing up to it. What
changes while somebody reads moves behind the newest number that the reader was told at the start.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone
from psycopg.pq import Format

from publishing.models import Document, FeedState, Status
from publishing.refresh import refresh

# For how long the feed tells that a document is gone, at least.
RETENTION = dt.timedelta(days=400)

# The history is another one after a restore: another cluster, another timeline, another table, or a new mark
# that the operator has set.
HISTORY = """
coalesce((SELECT mark FROM publishing_feedstate), '')
               || ':' || (SELECT system_identifier FROM pg_control_system())
               || ':' || (SELECT timeline_id FROM pg_control_checkpoint())
               || ':' || 'publishing_document'::regclass::oid
"""

# One statement sees one state of the database: were history and newest number read before or after the
# entries, a change or a purge between the two would be lost.
_READ = f"""
SELECT now.history, now.newest, now.purged, d.*
  FROM (SELECT {HISTORY} AS history,
               coalesce((SELECT max(sequence) FROM publishing_document), 0) AS newest,
               coalesce((SELECT purged_through FROM publishing_feedstate), 0) AS purged) now
  LEFT JOIN LATERAL (
       SELECT sequence, content_id, type, status, etag, body, valid_until, gone_reason, gone_at, replaced_by
         FROM publishing_document
        WHERE locale = %s AND sequence > %s AND sequence <= coalesce(%s, now.newest)
          AND (%s OR status <> 'gone') AND type = ANY(%s)
        ORDER BY sequence
        LIMIT %s) d ON true
 ORDER BY d.sequence
"""  # noqa: S608  nothing in it comes from outside


@dataclass(frozen=True, slots=True)
class Entry:
    """The last change of one document: its bytes now, or (``body`` is ``None``) that and why it is gone."""

    sequence: int
    content_id: UUID
    type: str
    status: str
    etag: str
    body: bytes | None
    valid_until: dt.datetime | None
    gone_reason: str
    gone_at: dt.datetime | None
    replaced_by: UUID | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some entries in order, and what the feed was like at the very moment in which they were read.

    Attributes:
        entries: those asked for, the oldest change first.
        more: whether there are further ones behind them.
        history: names the history that the numbers belong to; another one after a restore.
        newest: the last number that was given.
        purged_through: tombstones up to this number may be missing.
    """

    entries: list[Entry]
    more: bool
    history: str
    newest: int
    purged_through: int


def read(
    locale: str,
    types: Sequence[str],
    limit: int,
    *,
    after: int = 0,
    until: int | None = None,
    tombstones: bool = True,
) -> Stretch:
    """Return up to ``limit`` changes with numbers above ``after`` and at most ``until``.

    What is not true any longer (``valid_until``) is compiled afresh first, which moves it behind everything
    else; if more comes to light then, the stretch ends before it. One query, as long as all is true.
    """
    asked: list[Any] = [locale, after, until, tombstones, list(types), limit + 1]
    stretch = _cut(_run(asked), limit)
    outdated = {entry.content_id for entry in _outdated(stretch)}
    if not outdated:
        return stretch
    for content_id in outdated:
        refresh(content_id, locale)
    stretch = _cut(_run(asked), limit)
    new = {entry.sequence for entry in _outdated(stretch) if entry.content_id not in outdated}
    true = list(takewhile(lambda entry: entry.sequence not in new, stretch.entries))
    return replace(stretch, entries=true, more=stretch.more or len(true) < len(stretch.entries))


def _outdated(stretch: Stretch) -> list[Entry]:
    now = timezone.now()
    return [entry for entry in stretch.entries if entry.valid_until is not None and entry.valid_until <= now]


def _cut(stretch: Stretch, limit: int) -> Stretch:
    return replace(stretch, entries=stretch.entries[:limit], more=len(stretch.entries) > limit)


def _run(asked: list[Any]) -> Stretch:
    with connection.cursor() as cursor:
        # Bytes come as bytes: as text, PostgreSQL would send each of them as two hexadecimal digits.
        cursor.cursor.format = Format.BINARY
        cursor.execute(_READ, asked)
        rows = cursor.fetchall()
    history, newest, purged = rows[0][:3]
    # A single row without a number: there are no entries.
    return Stretch([Entry(*row[3:]) for row in rows if row[3] is not None], False, history, newest, purged)


def purge() -> int:
    """Forget tombstones older than ``RETENTION``; return how many. Who may have missed one starts anew.

    A recalled document is never forgotten, and neither is the newest number: it would be given again.
    """
    with transaction.atomic():
        newest = Document.objects.aggregate(last=Max("sequence"))["last"]
        old = Document.objects.filter(status=Status.GONE, gone_at__lt=timezone.now() - RETENTION)
        old = old.exclude(gone_reason="recalled").exclude(sequence=newest)
        numbers = {pk: number or 0 for pk, number in old.select_for_update().values_list("pk", "sequence")}
        if numbers:
            state, _made = FeedState.objects.get_or_create(pk=FeedState.ONLY)
            state.purged_through = max(state.purged_through, *numbers.values())
            state.save()
            Document.objects.filter(pk__in=numbers).delete()
        return len(numbers)


def begin_new_history(mark: str) -> None:
    """Make every reader start anew: the numbers up to now may have stood for other changes.

    ``mark`` is any text that was not used before.
    """
    FeedState.objects.update_or_create(pk=FeedState.ONLY, defaults={"mark": mark})
