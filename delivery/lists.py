"""Which documents does a list hold, in which order, and where does a page of it start?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from delivery.cursors import Cursor
from delivery.reading import query

_COUNT = "SELECT count(*) FROM publishing_document WHERE"
_CARDS = "SELECT card::text, content_id, expires_at,"
_FROM = "FROM publishing_document WHERE"
# A document whose time is over is in no list, whether or not it has been compiled again.
_LISTED = "status = 'live' AND locale = %s AND (expires_at IS NULL OR expires_at > %s)"


@dataclass(frozen=True, slots=True)
class Ordering:
    """An order of documents: a column, which way, and how a key of a cursor becomes a value of the column."""

    column: str
    descending: bool
    read: Callable[[str], Any]

    def key(self, value: Any) -> str:
        """Return a value of the column as it stands in a cursor."""
        return value.isoformat() if isinstance(value, dt.datetime) else str(value)


ORDERINGS = {
    "title": Ordering("title", False, str),
    "-title": Ordering("title", True, str),
    "updated": Ordering("updated_at", False, dt.datetime.fromisoformat),
    "-updated": Ordering("updated_at", True, dt.datetime.fromisoformat),
    "first_published": Ordering("first_published_at", False, dt.datetime.fromisoformat),
    "-first_published": Ordering("first_published_at", True, dt.datetime.fromisoformat),
}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which documents are asked for.

    Attributes:
        types: their types.
        locale: the code of their language.
        facets: what all of them have, such as ``category:<id>``.
        updated_since: they changed then or later.
        month: they were first published in this month (UTC), given by its first day.
        ordering: a key of ``ORDERINGS``.
    """

    types: Sequence[str]
    locale: str
    facets: Sequence[str] = ()
    updated_since: dt.datetime | None = None
    month: dt.date | None = None
    ordering: str = "title"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list: cards as JSON texts, where the next page starts, until when all of it is true."""

    count: int
    cards: list[str] = field(default_factory=list)
    next: Cursor | None = None
    valid_until: dt.datetime | None = None


def page(chosen: Selection, limit: int, after: Cursor | None) -> Page:
    """Return up to ``limit`` cards behind ``after``. Two queries.

    Raises:
        ValueError: the cursor is that of another order.
    """
    where, values = _condition(chosen)
    order = ORDERINGS[chosen.ordering]
    count = query(f"{_COUNT} {where}", values)[0][0]
    if after:
        where += f" AND ({order.column}, content_id) {'<' if order.descending else '>'} (%s, %s)"
        values += [order.read(after.key), after.content_id]
    way = "DESC" if order.descending else "ASC"
    behind = f"ORDER BY {order.column} {way}, content_id {way} LIMIT %s"
    rows = query(f"{_CARDS} {order.column} {_FROM} {where} {behind}", [*values, limit + 1])
    shown = rows[:limit]
    last = Cursor(order.key(shown[-1][3]), shown[-1][1]) if len(rows) > limit else None
    ends = [row[2] for row in shown if row[2] is not None]
    return Page(count, [row[0] for row in shown], last, min(ends, default=None))


def _condition(chosen: Selection) -> tuple[str, list[Any]]:
    """Return the condition, in which only the placeholders' values come from outside."""
    where = [_LISTED, f"type IN ({', '.join(['%s'] * len(chosen.types))})"]
    values: list[Any] = [chosen.locale, timezone.now(), *chosen.types]
    if chosen.facets:
        where.append("facets @> %s::varchar[]")
        values.append(list(chosen.facets))
    if chosen.updated_since:
        where.append("updated_at >= %s")
        values.append(chosen.updated_since)
    if chosen.month:
        first = dt.datetime(chosen.month.year, chosen.month.month, 1, tzinfo=dt.UTC)
        where.append("first_published_at >= %s AND first_published_at < %s")
        values += [first, _next_month(first)]
    return " AND ".join(where), values


def _next_month(first: dt.datetime) -> dt.datetime:
    return (first + dt.timedelta(days=32)).replace(day=1)
