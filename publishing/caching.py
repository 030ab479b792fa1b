"""How long may an answer be kept, and how does a client ask whether its copy still holds?

A shared cache keeps an answer for seconds, so that a recall is complete within ten: ``KEEP + REVALIDATE``,
and the quarter of a second for which this process may not have noticed it. Only when the site itself is down
may an older copy be given, for ten minutes (DESIGN, decision 8). No copy outlives the moment until which the
document is true.
"""

from __future__ import annotations

import datetime as dt
import math

from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import parse_etags, parse_http_date_safe

KEEP = 5
REVALIDATE = 4
IF_ERROR = 600


def cache_control(valid_until: dt.datetime | None) -> str:
    """Return the ``Cache-Control`` of something that is true until then (``None``: no end is known).

    ``stale-while-revalidate`` and ``stale-if-error`` are those of RFC 5861; all are whole seconds.
    """
    left = seconds_left(valid_until, IF_ERROR + KEEP)
    keep = min(KEEP, left)
    revalidate = min(REVALIDATE, left - keep)
    if_error = left - keep
    return f"public, max-age={keep}, stale-while-revalidate={revalidate}, stale-if-error={if_error}"


def cache_control_while_away(valid_until: dt.datetime | None, age: float) -> str:
    """Return the ``Cache-Control`` of a copy that nobody has been able to confirm for ``age`` seconds.

    All copies of it, in whatever cache, end ``IF_ERROR`` seconds after it was last confirmed.
    """
    left = seconds_left(valid_until, max(0, int(IF_ERROR - age)))
    keep = min(1, left)
    return f"public, max-age={keep}, stale-if-error={left - keep}"


def seconds_left(valid_until: dt.datetime | None, at_most: int) -> int:
    """Return for how many whole seconds something is true, up to ``at_most``."""
    if valid_until is None:
        return at_most
    return min(at_most, max(0, int((valid_until - timezone.now()).total_seconds())))


def last_modified(changed_at: dt.datetime | None) -> int | None:
    """Return the ``Last-Modified`` of bytes that changed then, in whole seconds since 1970.

    Rounded up, and left out until that second is over: otherwise two versions of one second would have the
    same date, and whoever has the first would be told that it still holds (RFC 9110, 8.8.2.2).
    """
    if changed_at is None:
        return None
    second = math.ceil(changed_at.timestamp())
    return second if second <= timezone.now().timestamp() else None


def is_unchanged(request: HttpRequest, etag: str, date: int | None = None) -> bool:
    """Say whether the client has this very answer.

    ``If-None-Match`` decides, by weak comparison; ``If-Modified-Since`` only where that is not sent and the
    answer has a ``Last-Modified``, its ``date`` (RFC 9110, 13.2.2).
    """
    asked = request.META.get("HTTP_IF_NONE_MATCH")
    if asked:
        tags = parse_etags(asked)
        return tags == ["*"] or etag in (tag.removeprefix("W/") for tag in tags)
    since = parse_http_date_safe(request.META.get("HTTP_IF_MODIFIED_SINCE", ""))
    return date is not None and since is not None and date <= since
