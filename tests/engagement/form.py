"""What does somebody send who fills in the form?"""

from __future__ import annotations

import base64
import datetime as dt
import json
from typing import Any

import time_machine
from altcha.v1 import Challenge, solve_challenge
from django.test import Client
from django.utils import timezone

# Seconds from opening a form to sending it.
WRITING = dt.timedelta(seconds=40)
FROM_HERE = {"origin": "http://testserver", "sec-fetch-site": "same-origin"}


def filled_in(**other: Any) -> dict[str, Any]:
    """Return a form that is right in every field."""
    return {
        "name": "Maria Bianchi",
        "email": "maria@example.org",
        "phone": "",
        "preferred_language": "de",
        "message": "How long does the redness last after a treatment?",
        "consent": "on",
        **other,
    }


def solution(client: Client) -> str:
    """Ask for a challenge and solve it, as the form's script does."""
    task = client.get("/engagement/challenge/").json()
    given = Challenge(
        task["algorithm"], task["challenge"], task["maxnumber"], task["salt"], task["signature"]
    )
    solved = solve_challenge(given.challenge, given.salt, given.algorithm, given.max_number)
    assert solved is not None
    fields = {name: task[name] for name in ("algorithm", "challenge", "salt", "signature")}
    return base64.b64encode(json.dumps({**fields, "number": solved.number}).encode()).decode()


def send(client: Client, headers: dict[str, str] = FROM_HERE, code: str = "en", **other: Any) -> Any:
    """Send a form that was filled in by a browser with scripts, after a while; return the answer."""
    proof = solution(client)
    with time_machine.travel(timezone.now() + WRITING, tick=False):
        return client.post(f"/{code}/enquiry/", filled_in(altcha=proof, **other), headers=headers)


def send_plainly(client: Client, code: str = "en", **other: Any) -> Any:
    """Send a form as a browser without scripts does; return the answer."""
    return client.post(f"/{code}/enquiry/", filled_in(**other), headers=FROM_HERE)
