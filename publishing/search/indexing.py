"""How do the words of a document come into search, and out of it?

``publishing.store`` calls ``feed`` and ``forget`` in the transaction in which it writes a document, so what
is gone is out of search in the same commit. Nothing else writes these tables, but for ``rebuild``.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import connection

from publishing.lookup import FRAME_TYPES
from publishing.models import Document, SearchEntry, Status
from publishing.search.extraction import Line, lines_of, names_of
from publishing.search.words import key_of, occurrences, typed, units

# Counts up when folding, stems or stop words change what is stored: then every row is out of date.
ANALYSIS = 1
# Characters of a document that are searched, places of a lexeme that are kept, words of the body that rank.
LONGEST_TEXT, MOST_PLACES, MOST_BODY_WORDS = 60_000, 8, 60
# Words of a name at which a reader may start to type, and how much of a name is compared.
MOST_STARTS, LONGEST_NAME = 6, 255

_WEIGHTS = {"title": "A", "names": "B", "summary": "C", "headings": "C"}

_FEED = """
WITH entry AS (
  INSERT INTO publishing_searchentry (document_id, locale, type, title, content_id, expires_at, heads, keys,
                                      words, text, parts, places, digest)
  VALUES (%(document)s, %(locale)s, %(type)s, %(title)s, %(content_id)s, %(expires_at)s, %(heads)s::tsvector,
          %(keys)s, %(words)s::tsvector, %(text)s, %(parts)s::jsonb, %(places)s::jsonb, %(digest)s)
  ON CONFLICT (document_id) DO UPDATE SET
    locale = excluded.locale, type = excluded.type, title = excluded.title, content_id = excluded.content_id,
    expires_at = excluded.expires_at, heads = excluded.heads, keys = excluded.keys, words = excluded.words,
    text = excluded.text, parts = excluded.parts, places = excluded.places, digest = excluded.digest
), fresh AS (
  SELECT * FROM unnest(%(names)s::text[], %(folded)s::text[], %(name_keys)s::text[], %(whole)s::boolean[],
                       %(is_title)s::boolean[]) AS given(name, folded, key, whole, is_title)
), gone AS (
  DELETE FROM publishing_searchname old WHERE old.document_id = %(document)s
     AND NOT EXISTS (SELECT 1 FROM fresh WHERE fresh.folded = old.folded AND fresh.name = old.name)
)
INSERT INTO publishing_searchname (document_id, locale, name, folded, key, whole, is_title)
SELECT %(document)s, %(locale)s, name, folded, key, whole, is_title FROM fresh
ON CONFLICT (document_id, folded, name)
DO UPDATE SET locale = excluded.locale, key = excluded.key, whole = excluded.whole,
              is_title = excluded.is_title
"""

_FORGET = """
WITH names AS (DELETE FROM publishing_searchname WHERE document_id = %(document)s)
DELETE FROM publishing_searchentry WHERE document_id = %(document)s
"""


@dataclass(frozen=True, slots=True)
class Name:
    """One row of names: see ``publishing.search.models.SearchName``."""

    name: str
    folded: str
    key: str
    whole: bool
    is_title: bool


def is_searched(document_type: str) -> bool:
    """Say whether documents of a type are found: all but those that stand around every page."""
    return document_type not in FRAME_TYPES


def feed(document: Document, data: dict[str, Any]) -> None:
    """Make a live document findable by what it says now. One statement."""
    if is_searched(document.type):
        write(document, lines_of(data), names_of(data))


def forget(document: Document) -> None:
    """Let a document be found no more. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_FORGET, {"document": document.pk})


def write(document: Document, lines: list[Line], names: list[str]) -> None:
    """Write the row of a document with these texts (none empty) and these other names."""
    code = document.locale
    text, parts = _joined(lines)
    rows = list(_names(document.title, names, code))
    words, heads, places = _vectors(text, lines, parts, code)
    values: dict[str, Any] = {
        "document": document.pk,
        "locale": code,
        "type": document.type,
        "title": document.title,
        "content_id": document.content_id,
        "expires_at": document.expires_at,
        "heads": heads,
        "keys": sorted({row.key for row in rows if row.whole}),
        "words": words,
        "text": text,
        "parts": orjson.dumps(parts).decode(),
        "places": orjson.dumps(places).decode(),
        "digest": digest_of(document, lines, names),
        "names": [row.name for row in rows],
        "folded": [row.folded for row in rows],
        "name_keys": [row.key for row in rows],
        "whole": [row.whole for row in rows],
        "is_title": [row.is_title for row in rows],
    }
    with connection.cursor() as cursor:
        cursor.execute(_FEED, values)


def digest_of(document: Document, lines: list[Line], names: list[str]) -> str:
    """Return the digest of all that a row is made from."""
    made_from = [
        ANALYSIS,
        [document.locale, document.type, document.title, str(document.content_id), document.expires_at],
        [[line.field, line.section, line.text, line.opens] for line in lines],
        names,
    ]
    return hashlib.sha256(orjson.dumps(made_from)).hexdigest()[:40]


def rebuild() -> list[tuple[str, str]]:
    """Compare every row with its document and correct what differs.

    Returns:
        Content id and language of each document whose row was wrong, missing or not to be there.
    """
    stored = dict(SearchEntry.objects.values_list("document_id", "digest"))
    wrong: list[tuple[str, str]] = []
    live = Document.objects.filter(status=Status.LIVE).exclude(type__in=FRAME_TYPES).order_by("pk")
    for document in live.iterator(chunk_size=200):
        data = orjson.loads(bytes(document.body or b"{}"))
        lines, names = lines_of(data), names_of(data)
        if stored.pop(document.pk, None) != digest_of(document, lines, names):
            wrong.append((str(document.content_id), document.locale))
            write(document, lines, names)
    for document in Document.objects.filter(pk__in=stored).defer("body"):
        wrong.append((str(document.content_id), document.locale))
        forget(document)
    return wrong


def _joined(lines: list[Line]) -> tuple[str, list[list[Any]]]:
    text, parts = "", []
    for line in lines:
        if len(text) + len(line.text) > LONGEST_TEXT:
            break
        parts.append([len(text), line.field, line.section, int(line.opens)])
        text += line.text + "\n"
    return text, parts


def _names(title: str, others: list[str], code: str) -> Iterator[Name]:
    """Yield a document's names, each from each of its words on; a name that folds to nothing has none."""
    seen = set()
    for number, name in enumerate([title, *others]):
        spoken = list(units(name[:LONGEST_NAME], code))
        for place, unit in enumerate(spoken[:MOST_STARTS]):
            folded = typed(name[unit.start : LONGEST_NAME], code)[:LONGEST_NAME]
            if (folded, name) not in seen:
                seen.add((folded, name))
                key = key_of(spoken)[:LONGEST_NAME]
                yield Name(name[:LONGEST_NAME], folded, key, place == 0, number == 0)


def _vectors(
    text: str, lines: list[Line], parts: list[list[Any]], code: str
) -> tuple[str, str, dict[str, list[int]]]:
    """Return the two vectors as PostgreSQL reads them, and the places of each lexeme."""
    places: dict[str, list[int]] = defaultdict(list)
    heads: dict[str, list[str]] = defaultdict(list)
    body: Counter[str] = Counter()
    current = 0
    for number, (lexeme, start, is_key) in enumerate(occurrences(text, code), start=1):
        while current + 1 < len(parts) and parts[current + 1][0] <= start:
            current += 1
        if len(places[lexeme]) < MOST_PLACES:
            places[lexeme].append(start)
        weight = _WEIGHTS.get(parts[current][1])
        if is_key and weight:
            heads[lexeme].append(f"{min(number, 16_000)}{weight}")
        elif is_key:
            body[lexeme] += 1
    for lexeme, count in body.most_common(MOST_BODY_WORDS):
        heads[lexeme] += [f"{16_000 + each}" for each in range(min(count, MOST_PLACES))]
    return (
        " ".join(f"'{code}:{lexeme}'" for lexeme in places),
        " ".join(f"'{lexeme}':{','.join(marks[:20])}" for lexeme, marks in heads.items()),
        dict(places),
    )
