"""What does the medical review say of a cell? Whoever knows it tells the board by registering a function."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from publishing.board.models import Standing

# In words, by (content id, language code); nothing for a cell of which there is nothing to say.
Words = dict[tuple[UUID, str], str]
Source = Callable[[list[Standing]], Words]

_sources: list[Source] = []


def register(source: Source) -> Source:
    """Ask ``source`` from now on: once for all rows that are shown, so that its cost does not grow."""
    if source not in _sources:
        _sources.append(source)
    return source


def unregister(source: Source) -> None:
    """Ask ``source`` no longer."""
    _sources.remove(source)


def review_states(rows: list[Standing]) -> Words:
    """Return what all sources say of these rows."""
    said: Words = {}
    for source in _sources:
        said |= source(rows)
    return said
