"""Which lists with an address of the site's own should search engines know: categories, people, the glossary?

Only those in which there is something to read, with the languages of which that is true. What a list of a
category shows changes without it, and what has left it cannot be asked, so it has no date; of the glossary
all is known, also what was taken out of it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.utils import timezone

from localization.languages import all_languages, language
from publishing.gatherings import KINDS, WORD_LISTS, word_list

# The snippets of which something is listed, in each language.
_GATHERINGS = """
SELECT kind.type, d.content_id, d.locale, d.card ->> kind.key, d.expires_at
  FROM unnest(%(types)s::text[], %(facets)s::text[], %(keys)s::text[]) AS kind (type, facet, key)
  JOIN publishing_document d ON d.type = kind.type
 WHERE d.status = 'live' AND (d.expires_at IS NULL OR d.expires_at > %(now)s)
   AND EXISTS (SELECT FROM publishing_document listed
                WHERE listed.locale = d.locale AND listed.status = 'live' AND listed.path IS NOT NULL
                  AND (listed.expires_at IS NULL OR listed.expires_at > %(now)s)
                  AND listed.facets @> ARRAY[kind.facet || ':' || d.content_id]::varchar[])
 ORDER BY kind.type, d.content_id
"""

# Of words, also what is gone: leaving changes the list too.
_WORDS = """
SELECT type, locale, max(greatest(updated_at, gone_at)),
       array_agg(DISTINCT card ->> 'language') FILTER (WHERE is_open),
       min(expires_at) FILTER (WHERE is_open)
  FROM (SELECT *, status = 'live' AND (expires_at IS NULL OR expires_at > %(now)s) AS is_open
          FROM publishing_document WHERE type = ANY (%(types)s::text[])) words
 GROUP BY type, locale
"""


@dataclass(slots=True)
class ListPage:
    """A list: its address by language, when it last changed in each if that is known, and when it ends."""

    paths: dict[str, str] = field(default_factory=dict)
    dates: dict[str, dt.datetime] = field(default_factory=dict)
    ends: list[dt.datetime] = field(default_factory=list)

    def add(self, code: str, path: str, end: dt.datetime | None) -> None:
        """Note that the language with this code has it, and until when that is known to be true."""
        self.paths[code] = path
        if end is not None:
            self.ends.append(end)


def list_pages() -> list[ListPage]:
    """Return every such list that has something to read in any language. Two statements."""
    return [*_gathered(), *_words()]


def _gathered() -> Iterator[ListPage]:
    kinds = list(KINDS.values())
    values = {
        "types": [kind.document_type for kind in kinds],
        "facets": [kind.facet for kind in kinds],
        "keys": [kind.key for kind in kinds],
    }
    found: dict[Any, ListPage] = defaultdict(ListPage)
    for kind, content_id, code, key, end in _query(_GATHERINGS, values):
        found[kind, content_id].add(code, KINDS[kind].address(language(code), key), end)
    yield from found.values()


def _words() -> Iterator[ListPage]:
    found: dict[str, ListPage] = defaultdict(ListPage)
    tags = {spoken.code: spoken.tag for spoken in all_languages()}
    for kind, code, changed, there, end in _query(_WORDS, {"types": list(WORD_LISTS)}):
        # Words that are explained in another language are of no use to who reads this one.
        if tags.get(code) in (there or ()):
            found[kind].add(code, word_list(kind, language(code)), end)
            found[kind].dates[code] = changed
    yield from found.values()


def _query(statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {**values, "now": timezone.now()})
        return cursor.fetchall()
