"""May somebody without a key be given an answer that is ready? Asked where its view is not."""

from __future__ import annotations

from functools import cache

from django.http import HttpRequest
from django.urls import reverse

from delivery.partners.callers import ANYBODY
from delivery.partners.limits import admit
from delivery.problems import TooManyRequests


def is_admitted(request: HttpRequest) -> bool:
    """Count a request as its view would; return ``False`` for one too many, which the view refuses."""
    if request.path_info in _uncounted():
        return True
    try:
        admit(ANYBODY, request)
    except TooManyRequests:
        return False
    return True


@cache
def _uncounted() -> frozenset[str]:
    return frozenset(map(reverse, ("api-schema", "api-docs")))
