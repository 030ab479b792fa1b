"""How much may a caller ask for, and what are they told of it?"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from delivery.partners.background import keep_counting
from delivery.partners.callers import Caller
from delivery.partners.counting import COUNTS, Limit
from delivery.problems import TooManyRequests
from engagement.guard.address import client_address, name_of

MINUTE, DAY = 60, 24 * 60 * 60


def limits_of(caller: Caller) -> tuple[Limit, ...]:
    """Return the limits of a caller; a limit of 0 in the settings is none."""
    if caller.key is None:
        limits = (Limit("minute", MINUTE, settings.API_ANONYMOUS_PER_MINUTE),)
        return tuple(limit for limit in limits if limit.most)
    minute = settings.API_KEY_PER_MINUTE if caller.per_minute is None else caller.per_minute
    day = settings.API_KEY_PER_DAY if caller.per_day is None else caller.per_day
    return Limit("minute", MINUTE, minute), Limit("day", DAY, day)


def admit(caller: Caller, request: HttpRequest) -> dict[str, str]:
    """Count a request; return the headers that tell the holder of a key how much is left.

    ``RateLimit`` and ``RateLimit-Policy`` as in draft-ietf-httpapi-ratelimit-headers-10. Others get none:
    what they are given is kept by caches for everybody.

    Raises:
        TooManyRequests: a limit is reached.
    """
    limits = limits_of(caller)
    if not limits:
        return {}
    keep_counting()
    now = timezone.now()
    who = name_of(client_address(request)) if caller.key is None else f"key:{caller.key}"
    left = COUNTS.take(who, limits, now)
    policy = ", ".join(f'"{limit.name}";q={limit.most};w={limit.seconds}' for limit in limits)
    if left is None:
        reached = COUNTS.exhausted(who, limits, now)
        wait = reached.left(now)
        told = {"RateLimit-Policy": policy, "RateLimit": f'"{reached.name}";r=0;t={wait}'}
        raise TooManyRequests(
            limit=reached.name, most=reached.most, seconds=wait, headers={"Retry-After": str(wait), **told}
        )
    if caller.key is None:
        return {}
    pairs = zip(limits, left, strict=True)
    return {
        "RateLimit-Policy": policy,
        "RateLimit": ", ".join(f'"{limit.name}";r={more};t={limit.left(now)}' for limit, more in pairs),
    }
