"""Which grade would MDN's HTTP Observatory give an answer?

The rules that can apply to a site with scripts, styles and pictures of its own, with their modifiers, from
https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring (version 4). Its redirect and
subresource tests are left out: they cost nothing where HTTPS is enforced and no script comes from elsewhere.
"""

from __future__ import annotations

from http.cookies import SimpleCookie

HALF_A_YEAR = 15_768_000
# Bonuses count only from here on.
GOOD = 90
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
UNSAFE = ("'unsafe-inline'", "'unsafe-eval'", "data:", "*", "https:", "http:")


def score(headers: dict[str, str], cookies: SimpleCookie) -> int:
    """Return the score of an answer: headers by their names in small letters, and the cookies it sets."""
    modifiers = [
        _policy(headers.get("content-security-policy", "")),
        _cookies(cookies),
        _transport(headers.get("strict-transport-security", "")),
        5 if headers.get("referrer-policy") in PRIVATE else 0,
        0 if headers.get("x-content-type-options") == "nosniff" else -5,
        _frames(headers),
        10 if headers.get("cross-origin-resource-policy") in {"same-origin", "same-site"} else 0,
    ]
    base = 100 + sum(modifier for modifier in modifiers if modifier < 0)
    return base + sum(modifier for modifier in modifiers if modifier > 0) if base >= GOOD else base


def grade(points: int) -> str:
    """Return the upper grades by their letters, all others as ``worse``."""
    return "A+" if points >= 100 else "A" if points >= GOOD else "worse"


def directives(policy: str) -> dict[str, list[str]]:
    """Return the sources of each directive of a Content-Security-Policy."""
    parts = (part.split() for part in policy.split(";") if part.strip())
    return {name: sources for name, *sources in parts}


def _policy(policy: str) -> int:
    if not policy:
        return -25
    rules = directives(policy)
    fallback = rules.get("default-src", ["*"])
    scripts, objects = (rules.get(name, fallback) for name in ("script-src", "object-src"))
    if any(source in UNSAFE for source in [*scripts, *objects]):
        return -10 if set(scripts) & set(UNSAFE) == {"'unsafe-eval'"} else -20
    if set(rules.get("style-src", fallback)) & set(UNSAFE):
        return 0
    return 10 if fallback == ["'none'"] else 5


def _cookies(cookies: SimpleCookie) -> int:
    if not cookies:
        return 0
    if not all(cookie["secure"] for cookie in cookies.values()):
        return -20
    if not all(cookie["httponly"] for name, cookie in cookies.items() if "session" in name):
        return -30
    return 5 if all(cookie["samesite"] in {"Lax", "Strict"} for cookie in cookies.values()) else 0


def _transport(value: str) -> int:
    seconds = [part.partition("=")[2] for part in value.split(";") if part.strip().startswith("max-age")]
    if not seconds:
        return -20
    return 0 if int(seconds[0]) >= HALF_A_YEAR else -10


def _frames(headers: dict[str, str]) -> int:
    if "frame-ancestors" in directives(headers.get("content-security-policy", "")):
        return 5
    return 0 if headers.get("x-frame-options") in {"DENY", "SAMEORIGIN"} else -20
