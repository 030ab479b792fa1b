"""Has the sender's browser worked for a message?  Proof of work after ALTCHA, without third parties.

https://altcha.org. A browser needs about a second; who sends thousands needs a processor of their own. The
form's script asks for the challenge, so the page itself may come from a cache. A challenge is signed, good
for an hour, and good once.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
from urllib.parse import parse_qs

from altcha.v1 import ChallengeOptions, create_challenge, verify_solution
from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

# Hashes that a browser tries at most; half of them on average.
MOST_TRIES = 50_000
GOOD_FOR = 3600
# Seconds. Nobody reads a form and writes a sentence in less.
SOONEST = 3
# A solution is some 250 characters long.
LONGEST = 2000


def challenge(now: dt.datetime) -> dict[str, str | int]:
    """Return a new challenge: ``algorithm``, ``challenge``, ``salt``, ``maxnumber`` and ``signature``."""
    expires = now + dt.timedelta(seconds=GOOD_FOR)
    made = create_challenge(ChallengeOptions(max_number=MOST_TRIES, hmac_key=_key(), expires=expires))
    return {
        "algorithm": made.algorithm,
        "challenge": made.challenge,
        "salt": made.salt,
        "maxnumber": made.max_number,
        "signature": made.signature,
    }


def is_done(solution: str, now: dt.datetime) -> bool:
    """Say whether a form came with a solution that is right, in time, not too quick and not used before."""
    told = _told(solution)
    if told is None or not _is_right(solution):
        return False
    signature, expires = told
    age = now.timestamp() - (expires - GOOD_FOR)
    return SOONEST <= age < GOOD_FOR and cache.add(f"engagement:work:{signature[:64]}", 1, GOOD_FOR)


def _told(solution: str) -> tuple[str, int] | None:
    """Return the signature of a solution and when it says that its challenge ends, both unproven."""
    if len(solution) > LONGEST:
        return None
    try:
        payload = json.loads(base64.b64decode(solution, validate=True))
        return str(payload["signature"]), int(parse_qs(payload["salt"].partition("?")[2])["expires"][0])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _is_right(solution: str) -> bool:
    try:
        return bool(verify_solution(solution, _key(), check_expires=False)[0])
    except (ValueError, TypeError):  # a salt of half a character, for example
        return False


def _key() -> str:
    return salted_hmac("engagement.work", settings.SECRET_KEY, algorithm="sha256").hexdigest()
