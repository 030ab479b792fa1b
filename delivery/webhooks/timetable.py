"""When is a message tried again, and for how long?"""

from __future__ import annotations

import datetime as dt
import random
from email.utils import parsedate_to_datetime
from http import HTTPStatus

FIRST = dt.timedelta(seconds=5)
FACTOR = 3
LONGEST = dt.timedelta(hours=6)
GIVE_UP = dt.timedelta(days=3)
# An endpoint that answers nothing well is asked again after this at the latest, with one message.
LONGEST_REST = dt.timedelta(minutes=10)
# Part of the delay by which it is longer or shorter, so that many endpoints do not come back at once.
JITTER = 0.2

# Answers whose ``Retry-After`` says when to come again (RFC 6585, 4; RFC 9110, 15.6.4).
ASKING_FOR_REST = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}

_random = random.SystemRandom()
_ENOUGH = 10  # 5 s times three to the power of more than this is beyond the longest delay anyway


def delay_after(attempts: int) -> dt.timedelta:
    """Return how long to wait after so many attempts (1 or more): 5 s, 15 s … 6 h, give or take a fifth."""
    exact = min(LONGEST, FIRST * FACTOR ** min(attempts - 1, _ENOUGH))
    return exact * _random.uniform(1 - JITTER, 1 + JITTER)


def rest_after(failures: int) -> dt.timedelta:
    """Return how long an endpoint is left alone after so many rounds without a success."""
    return min(LONGEST_REST, delay_after(failures))


def rest_asked_for(status: int | None, retry_after: str, now: dt.datetime) -> dt.timedelta:
    """Return for how long a receiver asks to be left alone, up to ``LONGEST``; nothing if it does not.

    ``retry_after`` is a number of seconds or a date (RFC 9110, 10.2.3). What cannot be read asks for nothing.
    """
    none = dt.timedelta()
    if status not in ASKING_FOR_REST:
        return none
    if retry_after.isascii() and retry_after.isdigit():
        return min(LONGEST, dt.timedelta(seconds=min(int(retry_after[:9]), LONGEST.total_seconds())))
    try:
        at = parsedate_to_datetime(retry_after)
    except ValueError:
        return none
    return max(none, min(LONGEST, at.replace(tzinfo=at.tzinfo or dt.UTC) - now))
