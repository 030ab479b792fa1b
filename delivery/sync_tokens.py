"""What does a token of ``/sync/`` say, and when is it worth nothing?

Signed with ``SECRET_KEY``, opaque to clients, and the same whenever it stands for the same place: a page that
is asked for twice is the same page.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Self

from django.core.signing import BadSignature, Signer

# Long enough for types and places; what is longer is none of ours and is not looked at.
LONGEST = 2000
_SIGNER = Signer(salt="delivery.sync")


class UnknownToken(ValueError):
    """The text is no token of this site."""


@dataclass(frozen=True, slots=True)
class Token:
    """Where a client stands in the feed of one language.

    Attributes:
        locale: the language's code.
        types: document types that the client takes.
        every: whether it asked for all types there were.
        after: the number of the last change that it has been given.
        until: the last number that belongs to the snapshot it is reading; ``None``: it reads changes.
        world: the digest of what must not have changed meanwhile (``world_of``); empty before the first page.
    """

    locale: str
    types: tuple[str, ...]
    every: bool
    after: int = 0
    until: int | None = None
    world: str = ""

    @property
    def is_first(self) -> bool:
        """Say whether this is no token yet, but the request that a snapshot begins with."""
        return not self.world

    @property
    def in_snapshot(self) -> bool:
        """Say whether the client is still being given what was public when it began."""
        return self.is_first or self.until is not None

    @property
    def complete_through(self) -> int:
        """Return the number from which on the client still has to be told of everything that went."""
        return self.after if self.until is None else self.until

    def encode(self) -> str:
        """Return the token as it stands in an address."""
        value = [self.locale, list(self.types), self.every, self.after, self.until, self.world]
        return _SIGNER.sign_object(value)

    @classmethod
    def decode(cls, text: str) -> Self:
        """Read what ``encode`` wrote.

        Raises:
            UnknownToken: it was not we who wrote it, or it was changed.
        """
        if len(text) > LONGEST:
            raise UnknownToken("This is longer than any token.")
        try:
            locale, types, *rest = _unsigned(text)
        except BadSignature as error:
            raise UnknownToken("This is not a token of this site.") from error
        return cls(locale, tuple(types), *rest)


def _unsigned(text: str) -> Any:
    return _SIGNER.unsign_object(text)


def world_of(history: str, base: str) -> str:
    """Return a digest of the database's history and of the host in all addresses.

    A site that moves to another host changes every document's bytes, but no number.
    """
    return hashlib.sha256(f"{history} {base}".encode()).hexdigest()[:16]
