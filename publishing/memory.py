"""What has this process at hand, of what all processes share?

Only for values whose key is made from what they are made of: under such a key nothing ever changes, so
nothing here can be out of date, and nobody has to be told to forget.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock


class Memory:
    """Bytes by key, up to a number of bytes; what was not asked for the longest goes first."""

    def __init__(self, room: int) -> None:
        """Start empty; ``room`` is in bytes."""
        self._room = self._free = room
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str) -> bytes | None:
        """Return what is kept under ``key``, if it is."""
        with self._lock:
            value = self._kept.get(key)
            if value is not None:
                self._kept.move_to_end(key)
            return value

    def keep(self, key: str, value: bytes) -> None:
        """Keep ``value``; one that is larger than all the room is not kept."""
        with self._lock:
            if key in self._kept or len(value) > self._room:
                return
            self._kept[key] = value
            self._free -= len(value)
            while self._free < 0:
                _key, oldest = self._kept.popitem(last=False)
                self._free += len(oldest)

    def forget(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self._free = self._room
