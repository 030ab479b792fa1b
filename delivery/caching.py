"""How long may an answer be kept, and how does a client ask whether its copy still holds?

A shared cache keeps an answer for seconds, so that a recall is complete within ``KEEP + REVALIDATE`` seconds;
only when the site itself is down may an older copy be given, for ten minutes (DESIGN, decision 8). No copy
outlives the moment until which the document is true.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import cache

from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import parse_etags

KEEP = 5
REVALIDATE = 5
IF_ERROR = 600


def cache_control(valid_until: dt.datetime | None) -> str:
    """Return the ``Cache-Control`` of something that is true until then (``None``: no end is known).

    ``stale-while-revalidate`` and ``stale-if-error`` are those of RFC 5861; all are whole seconds.
    """
    left = IF_ERROR + KEEP
    if valid_until is not None:
        left = min(left, max(0, int((valid_until - timezone.now()).total_seconds())))
    keep = min(KEEP, left)
    revalidate = min(REVALIDATE, left - keep)
    if_error = left - keep
    return f"public, max-age={keep}, stale-while-revalidate={revalidate}, stale-if-error={if_error}"


@cache
def _fingerprint(base: str) -> str:
    return hashlib.sha256(base.encode()).hexdigest()[:8]


def document_etag(etag: str, base: str) -> str:
    """Return the strong entity tag of a stored document whose addresses start with ``base``."""
    return f'"{etag}-{_fingerprint(base)}"'


def etag_of(body: bytes) -> str:
    """Return the strong entity tag of an answer that is put together on the spot."""
    return f'"{hashlib.sha256(body).hexdigest()[:40]}"'


def is_unchanged(request: HttpRequest, etag: str) -> bool:
    """Say whether the client has this very answer (RFC 9110, 13.1.2: weak comparison).

    ``If-Modified-Since`` alone is not enough: a document's date tells of its content, and the list of its
    translations may change without it.
    """
    asked = request.META.get("HTTP_IF_NONE_MATCH")
    if not asked:
        return False
    tags = parse_etags(asked)
    return tags == ["*"] or etag in (tag.removeprefix("W/") for tag in tags)
