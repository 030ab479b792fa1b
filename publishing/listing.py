"""What does an index page list?

Cards of documents, a page of them at a time; never page tables. One statement for the cards and for the
choices of the filters, however many there are. A page starts behind a document (its content id is in the
address), so nothing is listed twice or left out when something is published meanwhile.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import orjson
from django.db import connection
from django.utils import timezone

from publishing.delivery import for_html
from publishing.list_filters import Asked, ListFilter, UnknownChoice
from publishing.published_types import published_types

PER_PAGE = 24

# A document whose time is over is in no list, whether or not it has been compiled again.
_LISTED = """type = ANY (%(types)s::text[]) AND locale = %(locale)s AND status = 'live'
         AND (expires_at IS NULL OR expires_at > %(now)s)"""

# How many would be left with a choice, beside what is chosen of the other filters.
_CHOICES = f"""
(SELECT jsonb_agg(jsonb_build_array(counted.facet, counted.number, named.title)
                  ORDER BY named.title, counted.facet)::text
  FROM (SELECT f.facet, count(*) FILTER (WHERE NOT EXISTS (
                 SELECT FROM unnest(%(facets)s::text[]) AS chosen
                  WHERE split_part(chosen, ':', 1) <> split_part(f.facet, ':', 1)
                    AND chosen <> ALL (facets::text[]))) AS number
          FROM publishing_document, unnest(facets) AS f (facet)
         WHERE {_LISTED} AND split_part(f.facet, ':', 1) = ANY (%(names)s::text[])
         GROUP BY f.facet) counted
  LEFT JOIN publishing_document named
    ON named.locale = %(locale)s AND named.status = 'live' AND named.content_id =
       CASE WHEN split_part(counted.facet, ':', 1) = ANY (%(documents)s::text[])
            THEN split_part(counted.facet, ':', 2)::uuid END)"""  # noqa: S608  nothing in it comes from outside


def _statement(choices: str) -> str:
    """Return the statement for a page of cards; the choices, worked out once, stand in its first row."""
    return f"""
SELECT (SELECT count(*) FROM publishing_document WHERE {_LISTED} AND facets @> %(facets)s::varchar[]),
       page.card, page.content_id, page.expires_at,
       CASE WHEN row_number() OVER (ORDER BY page.title, page.content_id) = 1 THEN {choices} END
  FROM (SELECT 1) AS always
  LEFT JOIN (
       SELECT card::text AS card, content_id, expires_at, title
         FROM publishing_document WHERE {_LISTED} AND facets @> %(facets)s::varchar[]
          AND (%(after)s::uuid IS NULL OR (title, content_id) > (
              SELECT title, content_id FROM publishing_document
               WHERE content_id = %(after)s::uuid AND locale = %(locale)s))
        ORDER BY title, content_id LIMIT %(limit)s) page ON true
 ORDER BY page.title, page.content_id
"""  # noqa: S608  nothing in it comes from outside


_CARDS, _CARDS_AND_CHOICES = _statement("NULL"), _statement(_CHOICES)


def listing_type_of(document_type: str) -> str | None:
    """Return the type of document that an index page of this type lists, if it is one."""
    model = published_types().get(document_type)
    return None if model is None else model.listing_type


def filters_of(listed: str) -> Sequence[ListFilter]:
    """Return what lists of a type of document can be filtered by."""
    filters: Sequence[ListFilter] = published_types()[listed].list_filters
    return filters


def listing(document_type: str, locale: str, asked: Asked) -> dict[str, Any]:
    """Return one page of the live cards of a type in a language, by title, and its filters.

    ``valid_until`` says until when all of it is true, ``next`` holds the parameters of the next page,
    ``period`` names the chosen one of an archive.

    Raises:
        UnknownChoice: something is chosen that no document of the list has, or the page starts behind a
            document that never was.
    """
    filters = filters_of(document_type)
    values = {
        **_values([document_type], locale, asked.facets, asked.after),
        "names": [one.name for one in filters],
        "documents": [one.name for one in filters if one.document_type],
    }
    rows = _query(_CARDS_AND_CHOICES if filters else _CARDS, values)
    shown = _page(rows, asked.chosen, asked.after)
    choices = _choices(filters, asked, orjson.loads(rows[0][4] or "[]"))
    period = next((one["chosen_text"] for one in choices if one["links"] and one["chosen"]), "")
    return {**shown, "filters": choices, "is_filtered": bool(asked.chosen), "period": period}


def gathered(types: Sequence[str], locale: str, facet: str, after: UUID | None) -> dict[str, Any]:
    """Return one page of the live cards of these types that have a facet, as ``listing`` does; no filters.

    Raises:
        UnknownChoice: the page starts behind a document that never was.
    """
    return _page(_query(_CARDS, _values(types, locale, [facet], after)), {}, after)


def _values(types: Sequence[str], locale: str, facets: list[str], after: UUID | None) -> dict[str, Any]:
    values = {"types": list(types), "locale": locale, "facets": facets, "after": after}
    return {**values, "now": timezone.now(), "limit": PER_PAGE + 1}


def _page(rows: Sequence[tuple[Any, ...]], chosen: dict[str, str], after: UUID | None) -> dict[str, Any]:
    found = [row for row in rows if row[1] is not None]
    if after is not None and not found:
        raise UnknownChoice("after")
    shown = found[:PER_PAGE]
    ends: list[dt.datetime] = [row[3] for row in shown if row[3] is not None]
    return {
        # Cards hold the placeholder of the host too, in the addresses of their pictures.
        "cards": for_html(b"[" + b",".join(row[1].encode() for row in shown) + b"]"),
        "count": rows[0][0],
        "is_part": bool(chosen or after),
        "first": urlencode(chosen) if after else None,
        "next": urlencode({**chosen, "after": shown[-1][2]}) if len(found) > PER_PAGE else None,
        "valid_until": min(ends, default=None),
    }


def _choices(
    filters: Sequence[ListFilter], asked: Asked, rows: Sequence[tuple[Any, ...]]
) -> list[dict[str, Any]]:
    """Return each filter with the choices that leave something, and what is chosen in any case."""
    counts = {facet: number for facet, number, _title in rows}
    titles = {facet: title for facet, _number, title in rows if title}
    found = []
    for one in filters:
        known = _known(one, titles, counts)
        chosen = asked.chosen.get(one.name, "")
        if chosen and chosen not in {value for value, _text in known}:
            raise UnknownChoice(one.name)
        choices = [
            {"value": value, "text": text, "count": counts.get(f"{one.name}:{value}", 0)}
            for value, text in known
        ]
        shown = [choice for choice in choices if choice["count"] or choice["value"] == chosen]
        if shown:
            found.append(_filter(one, chosen, shown, asked))
    return found


def _known(
    one: ListFilter, titles: Mapping[str, str], counts: Mapping[str, int]
) -> Sequence[tuple[str, Any]]:
    """Return the choices that there are, in the order in which readers see them."""
    if one.choices is not None:
        return one.choices
    mark = f"{one.name}:"
    if one.pattern:
        there = sorted((facet.removeprefix(mark) for facet in counts if facet.startswith(mark)), reverse=True)
        return [(value, one.written(value)) for value in there]
    return [(facet.removeprefix(mark), title) for facet, title in titles.items() if facet.startswith(mark)]


def _filter(one: ListFilter, chosen: str, choices: list[dict[str, Any]], asked: Asked) -> dict[str, Any]:
    others = {name: value for name, value in asked.chosen.items() if name != one.name}
    text = next((choice["text"] for choice in choices if choice["value"] == chosen), "")
    return {
        "name": one.name,
        "label": one.label,
        "chosen": chosen,
        "chosen_text": text,
        "links": [
            {**choice, "query": urlencode(sorted({**others, one.name: choice["value"]}.items()))}
            for choice in choices
        ]
        if one.pattern
        else [],
        "without": urlencode(others),
        "choices": choices,
    }


def _query(statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
