"""When is a message tried again, and for how long?"""

from __future__ import annotations

import datetime as dt
import random

FIRST = dt.timedelta(seconds=5)
FACTOR = 3
LONGEST = dt.timedelta(hours=6)
GIVE_UP = dt.timedelta(days=3)
# An endpoint that answers nothing well is asked again after this at the latest, with one message.
LONGEST_REST = dt.timedelta(minutes=10)
# Part of the delay by which it is longer or shorter, so that many endpoints do not come back at once.
JITTER = 0.2

_random = random.SystemRandom()
_ENOUGH = 10  # 5 s times three to the power of more than this is beyond the longest delay anyway


def delay_after(attempts: int) -> dt.timedelta:
    """Return how long to wait after so many attempts (1 or more): 5 s, 15 s … 6 h, give or take a fifth."""
    exact = min(LONGEST, FIRST * FACTOR ** min(attempts - 1, _ENOUGH))
    return exact * _random.uniform(1 - JITTER, 1 + JITTER)


def rest_after(failures: int) -> dt.timedelta:
    """Return how long an endpoint is left alone after so many rounds without a success."""
    return min(LONGEST_REST, delay_after(failures))
