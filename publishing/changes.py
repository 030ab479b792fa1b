"""Has what an answer was made from changed since?  As this process has seen it a moment ago.

One cheap statement, four times a second at most, stands for the many that would read the same again. It
asks the feed for what has changed since the last time, so an answer is made anew when something changes that
it was made from, and not before. While the database cannot be reached, nothing new is known: what was true
then may be given for as long as a cache in front might give it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from threading import Lock
from typing import Any
from uuid import UUID

from django.db import InterfaceError, OperationalError, connection

from publishing.feed import HISTORY
from publishing.lookup import FRAME_TYPES

# Seconds between two looks.
LOOK = 0.25
# Changes that are read at once, and names that are remembered; beyond that, all counts as changed.
MOST = 5_000
ANYTHING = "anything"

_CHANGES = f"""
SELECT now.history, now.newest, d.sequence, d.content_id, d.locale, d.type, d.path
  FROM (SELECT {HISTORY} AS history,
               coalesce((SELECT max(sequence) FROM publishing_document), 0) AS newest) now
  LEFT JOIN LATERAL (
       SELECT sequence, content_id, locale, type, path
         FROM publishing_document WHERE sequence > %s ORDER BY sequence LIMIT %s) d ON true
"""  # noqa: S608  nothing in it comes from outside


def of_content(content_id: UUID) -> str:
    """Return the name of what is published of a content, in any language."""
    return f"content:{content_id}"


def of_path(path: str) -> str:
    """Return the name of what is read at a path."""
    return f"path:{path}"


def of_frame(locale: str) -> str:
    """Return the name of what stands around every page of a language."""
    return f"frame:{locale}"


def of_type(document_type: str, locale: str) -> str:
    """Return the name of all documents of a type in a language."""
    return f"type:{document_type}:{locale}"


@dataclass(frozen=True, slots=True)
class Position:
    """A point of the feed's history: what was made after it knew everything up to it."""

    history: int = 0
    sequence: int = 0


class Changes:
    """What one process has seen of the feed. ``clock`` gives seconds, from wherever it likes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start without having looked."""
        self._clock = clock
        self._lock = Lock()
        self._next_look = self._last_answer = float("-inf")
        self._history = ""
        self._changed: dict[str, int] = {}
        # Whatever was made before this number counts as changed.
        self._floor = 0
        self.position = Position()
        self.is_away = False

    def look(self) -> None:
        """See what has changed, if the last look was long enough ago. One query at most.

        Whoever asks meanwhile waits for the answer; but while the database is away, nobody waits for the one
        who tries to reach it.
        """
        if self._clock() < self._next_look or not self._lock.acquire(blocking=not self.is_away):
            return
        try:
            if self._clock() >= self._next_look:
                self._take_note(self._ask())
        finally:
            self._lock.release()

    def are_known(self) -> bool:
        """Say whether the database has ever been asked."""
        return self._last_answer > float("-inf")

    def since(self, position: Position, made_from: Collection[str]) -> bool:
        """Say whether any of what an answer was made from has changed since, as far as was seen."""
        if position.history != self.position.history or position.sequence < self._floor:
            return True
        return any(self._changed.get(name, 0) > position.sequence for name in made_from or (ANYTHING,))

    def age(self, made_at: float) -> float:
        """Return for how many seconds nobody has known whether something made at that time still holds."""
        return self._clock() - max(made_at, self._last_answer)

    def now(self) -> float:
        """Return the time as ``age`` understands it."""
        return self._clock()

    def _ask(self) -> list[tuple[Any, ...]] | None:
        """Return the changes, or ``None`` if the database does not answer, not even over a new connection."""
        for _attempt in range(2):
            try:
                with connection.cursor() as cursor:
                    cursor.execute(_CHANGES, [self.position.sequence, MOST])
                    return cursor.fetchall()
            except (InterfaceError, OperationalError):
                connection.close()
        return None

    def _take_note(self, rows: list[tuple[Any, ...]] | None) -> None:
        self._next_look = self._clock() + LOOK
        self.is_away = rows is None
        if rows is None:
            return
        history, newest = rows[0][:2]
        changes = [row[2:] for row in rows if row[2] is not None]
        another = history != self._history or newest < self.position.sequence
        if another or len(changes) == MOST or len(self._changed) > MOST:
            self._changed, self._floor = {}, newest
        else:
            for sequence, *described in changes:
                self._changed |= dict.fromkeys((*_names(*described), ANYTHING), sequence)
        number = self.position.history + another
        # Last: whoever reads the position knows of all changes up to it.
        self._history, self.position = history, Position(number, newest)
        self._last_answer = self._clock()


def _names(content_id: UUID, locale: str, document_type: str, path: str | None) -> list[str]:
    names = [of_content(content_id), of_type(document_type, locale)]
    if path is not None:
        names.append(of_path(path))
    if document_type in FRAME_TYPES:
        names.append(of_frame(locale))
    return names
