"""As whom does a user sign? As the public person that an administrator has linked to the account.

Who those people are is not localization's business: the app that knows them registers how to find out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Signer:
    """The person whom readers are told about: content id, and the name as the admin shows it."""

    person: UUID
    name: str


_registered: list[Callable[[Any], Signer | None]] = []


def register_signers(find: Callable[[Any], Signer | None]) -> None:
    """Register how to find the signer that a user is; called once, when an app is ready."""
    _registered.append(find)


def signer_of(user: Any) -> Signer | None:
    """Return as whom ``user`` signs, ``None`` for somebody who is no public medical professional."""
    return next((signer for find in _registered if (signer := find(user)) is not None), None)
