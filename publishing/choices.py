"""What have blocks chosen, when many languages are compiled that chose the same?

Each chooser of a stream asks the database by itself (measured: four statements for a treatment in each of
its languages). Inside ``shared`` every object is fetched once, and what is compiled may only read it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from wagtail.blocks import ChooserBlock

Chosen = dict[type[Any], dict[Any, Any]]
_chosen: ContextVar[Chosen | None] = ContextVar("publishing.chosen", default=None)


def build() -> None:
    """Let choosers share inside ``shared``. Called once, when the app is ready."""
    ChooserBlock.bulk_to_python = _sharing(ChooserBlock.bulk_to_python)


@contextmanager
def shared() -> Iterator[None]:
    """Fetch every object that blocks have chosen once inside the block."""
    token = _chosen.set({})
    try:
        yield
    finally:
        _chosen.reset(token)


def _sharing(fetch: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    @functools.wraps(fetch)
    def wrapper(block: Any, values: Sequence[Any]) -> list[Any]:
        chosen = _chosen.get()
        if chosen is None:
            return fetch(block, values)
        known = chosen.setdefault(block.model_class, {None: None})
        missing = list(dict.fromkeys(key for key in values if key not in known))
        if missing:
            known.update(zip(missing, fetch(block, missing), strict=True))
        return [known[key] for key in values]

    return wrapper
