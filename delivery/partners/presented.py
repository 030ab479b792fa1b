"""Who has shown, by the token they came with, that they have read the feed up to where?

Kept in the process and written with the counts, each second: reading the feed costs no query more. A token
counts once its snapshot is complete; whoever comes with it has been given every change up to its number.
"""

from __future__ import annotations

import datetime as dt
from threading import Lock
from typing import NamedTuple

from django.db import connection

from delivery.sync_tokens import Token

# First where each key stands, then what that says of recalls: a recalled document in this language whose
# change the key has been given. What recalls withdraw has its number from the same transaction.
_WRITE = """
WITH given AS (
  SELECT * FROM unnest(%(keys)s::bigint[], %(locales)s::text[], %(types)s::text[], %(numbers)s::bigint[])
             AS given(key, locale, types, number)
   WHERE EXISTS (SELECT FROM delivery_apikey k WHERE k.id = given.key)
), stand AS (
  INSERT INTO delivery_syncposition AS p (key_id, locale, types, sequence, at)
  SELECT key, locale, types, number, %(now)s FROM given ORDER BY key, locale, types
  ON CONFLICT (key_id, locale, types)
  DO UPDATE SET at = excluded.at, sequence = greatest(p.sequence, excluded.sequence)
)
INSERT INTO delivery_recallnotice (key_id, recall_id, locale, how, at)
SELECT DISTINCT g.key, r.id, d.locale, 'sync', %(now)s::timestamptz
  FROM given g
  JOIN publishing_document d
    ON d.locale = g.locale AND d.sequence <= g.number AND d.type = ANY(string_to_array(g.types, ','))
  JOIN publishing_recall r ON r.content_id = d.content_id AND r.lifted_at IS NULL
ON CONFLICT (key_id, recall_id, locale) DO NOTHING
"""


class _Feed(NamedTuple):
    key: int
    locale: str
    types: str


class Presented:
    """The newest number that each key has presented in this process, since that was last written."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._numbers: dict[_Feed, int] = {}

    def note(self, key: int, token: Token) -> None:
        """Keep that the holder of a key came with a token, which has been found to be good."""
        if token.in_snapshot:
            return
        feed = _Feed(key, token.locale, ",".join(token.types))
        with self._lock:
            self._numbers[feed] = max(token.after, self._numbers.get(feed, 0))

    def forget(self) -> None:
        """Begin at nothing, as a new process does."""
        with self._lock:
            self._numbers = {}

    def flush(self, now: dt.datetime) -> None:
        """Write it. One statement, none without cause; what cannot be written is kept."""
        with self._lock:
            numbers, self._numbers = self._numbers, {}
        if not numbers:
            return
        keys, locales, types = zip(*numbers, strict=True)
        values = {"keys": list(keys), "locales": list(locales), "types": list(types)}
        try:
            with connection.cursor() as cursor:
                cursor.execute(_WRITE, {**values, "numbers": list(numbers.values()), "now": now})
        except Exception:
            with self._lock:
                for feed, number in numbers.items():
                    self._numbers[feed] = max(number, self._numbers.get(feed, 0))
            raise


PRESENTED = Presented()
