"""Which documents answer a query, in which order, and why?

Two statements, however many are found: one for synonyms, one for everything else. Both the API and the
site's search page ask here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from django.db import connection
from django.utils import timezone

from publishing.published_types import published_types
from publishing.search.query import Question, understand
from publishing.search.snippets import Excerpts, Snippet

# How much a word weighs in body, summary and headings, names, title.
WEIGHTS = "{0.05, 0.3, 0.7, 1.0}"
# Entries that can be reached: nobody reads further, and each page costs the reading of those before it.
FURTHEST = 1_000

_SEARCH = """
WITH strict AS MATERIALIZED (
  SELECT document_id, title, content_id, expires_at,
         ts_rank(%(weights)s::real[], heads, %(heads)s::tsquery)
         + (keys && ARRAY[%(key)s]::text[])::int AS rank
    FROM publishing_searchentry
   WHERE words @@ %(words)s::tsquery AND (expires_at IS NULL OR expires_at > %(now)s) {type}
), hits AS MATERIALIZED (
  SELECT * FROM strict{weaker}
), page AS (
  SELECT * FROM hits ORDER BY rank DESC, title, content_id LIMIT %(limit)s OFFSET %(start)s
)
SELECT (SELECT count(*) FROM hits), page.expires_at, d.type, d.card::text, e.text, e.parts::text,
       (SELECT jsonb_object_agg(lexeme, found.places)::text
          FROM unnest(%(marks)s::text[]) AS lexeme,
               -- Once: each time, all places are fetched from outside the row. OFFSET 0 keeps it so.
               LATERAL (SELECT e.places -> lexeme AS places OFFSET 0) AS found
         WHERE found.places IS NOT NULL)
  FROM (SELECT 1) AS always
  LEFT JOIN page ON true
  LEFT JOIN publishing_searchentry e ON e.document_id = page.document_id
  LEFT JOIN publishing_document d ON d.id = page.document_id
 ORDER BY page.rank DESC, page.title, page.content_id
"""

# Run only if the first condition has met nothing.
_WEAKER = """
  UNION ALL
  SELECT document_id, title, content_id, expires_at,
         ts_rank(%(weights)s::real[], heads, %(heads)s::tsquery)
    FROM publishing_searchentry
   WHERE words @@ %(weaker)s::tsquery AND (expires_at IS NULL OR expires_at > %(now)s) {type}
     AND NOT EXISTS (SELECT FROM strict)
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """One document that was found: its card (JSON), an excerpt, and the fields that matched."""

    card: str
    snippet: Snippet
    matched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found.

    Attributes:
        count: how many documents there are on all pages.
        hits: those of this page, the best first.
        next: where the next page starts, ``None`` after the last.
        valid_until: until when all of it is true.
    """

    count: int = 0
    hits: Sequence[Hit] = field(default_factory=tuple)
    next: int | None = None
    valid_until: dt.datetime | None = None


def search(
    text: str, locale: str, *, limit: int, start: int = 0, types: Sequence[str] | None = None
) -> Found:
    """Return up to ``limit`` live documents of a language from ``start`` on. At most two queries.

    Args:
        text: what a reader typed, whatever it is.
        locale: the code of the language.
        limit: 1 or more.
        start: 0 for the first page; beyond ``FURTHEST`` there is nothing.
        types: only documents of these types; ``None``: of all.
    """
    asked = understand(text, locale)
    if not asked.words or start > FURTHEST:
        return Found()
    rows = _rows(asked, limit, start, types)
    shown = [row for row in rows[:limit] if row[2] is not None]
    ends = [row[1] for row in shown if row[1] is not None]
    more = len(rows) > limit and start + limit <= FURTHEST
    return Found(
        count=rows[0][0],
        hits=[_hit(asked, *row[2:]) for row in shown],
        next=start + limit if more else None,
        valid_until=min(ends, default=None),
    )


def _rows(asked: Question, limit: int, start: int, types: Sequence[str] | None) -> list[tuple[Any, ...]]:
    values: dict[str, Any] = {
        "weights": WEIGHTS,
        "heads": asked.heads,
        "key": asked.key,
        "words": asked.words,
        "weaker": asked.weaker,
        "now": timezone.now(),
        "limit": limit + 1,
        "start": start,
        "marks": list(asked.marks),
        "types": None if types is None else list(types),
    }
    only = "" if types is None else "AND type = ANY(%(types)s::varchar[])"
    statement = _SEARCH.format(type=only, weaker=_WEAKER.format(type=only) if asked.weaker else "")
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def _hit(asked: Question, document_type: str, card: str, text: str, parts: str, places: str | None) -> Hit:
    balanced_by = published_types()[document_type].balanced_by
    excerpts = Excerpts(text, orjson.loads(parts), orjson.loads(places or "{}"), asked.marks, balanced_by)
    return Hit(card, excerpts.snippet(), excerpts.matched())
