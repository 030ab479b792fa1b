"""How does a list go on where the last page ended?

A list goes on by keyset: a cursor names the last entry that was read, and the next page starts behind it.
Documents that are published or withdrawn meanwhile move no entry from one page to another, as they would with
page numbers. What a search has found goes on by number.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Self
from uuid import UUID

_UUID_BYTES = 16
# Digits of an offset: more are no place in any answer.
_LONGEST_OFFSET = 5


@dataclass(frozen=True, slots=True)
class Cursor:
    """The place of one entry in the order of a list: by ``key`` (a title, a moment), then by content id."""

    key: str
    content_id: UUID

    def encode(self) -> str:
        """Return the cursor as it stands in an address: URL-safe base64, opaque to clients."""
        raw = self.content_id.bytes + self.key.encode()
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")

    @classmethod
    def decode(cls, text: str) -> Self:
        """Read what ``encode`` wrote.

        Raises:
            ValueError: the text is not a cursor.
        """
        try:
            raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
            key = raw[_UUID_BYTES:].decode()
            content_id = UUID(bytes=raw[:_UUID_BYTES])
        except (binascii.Error, UnicodeError, ValueError) as error:
            raise ValueError("This is not a cursor of a list.") from error
        if "\x00" in key:  # PostgreSQL has no such text
            raise ValueError("This is not a cursor of a list.")
        return cls(key, content_id)


@dataclass(frozen=True, slots=True)
class Offset:
    """How many entries were read: for what is ordered by how well it fits, which no entry tells."""

    start: int

    def encode(self) -> str:
        """Return the cursor as it stands in an address: URL-safe base64, opaque to clients."""
        return base64.urlsafe_b64encode(b"after %d" % self.start).decode().rstrip("=")

    @classmethod
    def decode(cls, text: str) -> Self:
        """Read what ``encode`` wrote.

        Raises:
            ValueError: the text is not such a cursor.
        """
        try:
            raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError) as error:
            raise ValueError("This is not a cursor of a search.") from error
        number = raw.removeprefix(b"after ")
        if number == raw or not number.isdigit() or len(number) > _LONGEST_OFFSET:
            raise ValueError("This is not a cursor of a search.")
        return cls(int(number))
