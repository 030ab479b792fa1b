"""What may a reader be about to type?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import connection
from django.utils import timezone

from publishing.search.words import typed

# One name a document, the best; names that start so before those in which only a later word does.
_SUGGESTIONS = """
SELECT name, card::text FROM (
  SELECT DISTINCT ON (n.document_id) n.name, n.whole, n.is_title, d.card, d.content_id
    FROM publishing_searchname n
    JOIN publishing_searchentry e
      ON e.document_id = n.document_id AND (e.expires_at IS NULL OR e.expires_at > %s)
    JOIN publishing_document d ON d.id = n.document_id
   WHERE n.locale = %s AND n.folded LIKE %s AND (%s::varchar[] IS NULL OR d.type = ANY(%s::varchar[]))
   ORDER BY n.document_id, n.whole DESC, n.is_title DESC, n.name
) best
ORDER BY whole DESC, is_title DESC, name, content_id LIMIT %s
"""
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that starts as typed, or has a word that does, and the card of the document that has it."""

    name: str
    card: dict[str, Any]


def suggestions(text: str, locale: str, limit: int, types: Sequence[str] | None = None) -> list[Suggestion]:
    """Return up to ``limit`` names of live documents of a language. One query; none if nothing is typed.

    ``types`` are those of the documents, ``None`` for all.
    """
    start = typed(text[:LONGEST], locale)
    if not start:
        return []
    among = None if types is None else list(types)
    with connection.cursor() as cursor:
        # Folded text is letters, digits and spaces: there is nothing in it that LIKE takes for a pattern.
        cursor.execute(_SUGGESTIONS, [timezone.now(), locale, f"{start}%", among, among, limit])
        return [Suggestion(name, orjson.loads(card)) for name, card in cursor.fetchall()]
