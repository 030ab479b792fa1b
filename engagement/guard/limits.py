"""How often may one address send something?  Counted by all processes together, without storing addresses.

Each permitted message is a place in the shared cache. Taking a place is one ``add``, which only one of two
who try at once succeeds in, so a limit is never overshot.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest

from engagement.guard.address import client_address, name_of


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many messages of a kind in so many seconds from one address."""

    kind: str
    most: int
    seconds: int


def take(request: HttpRequest, allowance: Allowance) -> bool:
    """Take a place for the request's address; say whether there was one."""
    return take_for(name_of(client_address(request)), allowance)


def take_for(who: str, allowance: Allowance) -> bool:
    """Take a place for somebody who is already a pseudonym (``name_of``); say whether there was one."""
    places = (f"engagement:{allowance.kind}:{who}:{number}" for number in range(allowance.most))
    return any(cache.add(place, 1, allowance.seconds) for place in places)
