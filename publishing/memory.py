"""What has this process at hand, of what all processes share?  As much as there is room for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Memory(Generic[Value]):
    """Values by key, up to a number of bytes; what was not asked for the longest goes first.

    Nobody tells it to forget. So a key is made from all that its value is made of, and nothing under it ever
    changes; or whoever keeps something here finds out for himself whether it still holds.
    """

    def __init__(self, room: int, size: Callable[[Value], int]) -> None:
        """Start empty; ``room`` is in bytes, and so is the ``size`` of a value."""
        self._room = self._free = room
        self._size = size
        self._kept: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Value | None:
        """Return what is kept under ``key``, if it is."""
        with self._lock:
            value = self._kept.get(key)
            if value is not None:
                self._kept.move_to_end(key)
            return value

    def keep(self, key: Hashable, value: Value) -> None:
        """Keep ``value`` instead of what was there; one that is larger than all the room is not kept."""
        with self._lock:
            self._drop(key)
            if self._size(value) > self._room:
                return
            self._kept[key] = value
            self._free -= self._size(value)
            while self._free < 0:
                _key, oldest = self._kept.popitem(last=False)
                self._free += self._size(oldest)

    def drop(self, key: Hashable) -> None:
        """Forget what is kept under ``key``, if anything is."""
        with self._lock:
            self._drop(key)

    def _drop(self, key: Hashable) -> None:
        value = self._kept.pop(key, None)
        if value is not None:
            self._free += self._size(value)

    def forget(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self._free = self._room
