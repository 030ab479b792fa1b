"""Which examples does a page of the guide have, and does it say what really comes back?"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

ANYTHING = "…"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass
class Example:
    """A block of code, and the blocks after it that say what it gives, by their kind."""

    kind: str
    code: str
    expected: dict[str, str] = field(default_factory=dict)


def examples(page: Path) -> list[Example]:
    """Return the examples of a page that can be run, in order."""
    found: list[Example] = []
    for kind, text in _BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind in ("sh", "python"):
            found.append(Example(kind, text))
        elif found and kind in ("json", "http", "text"):
            assert kind not in found[-1].expected, f"{page.name}: two blocks of {kind} after one example"
            found[-1].expected[kind] = text
    return found


def differences(told: Any, given: Any, place: str = "$") -> list[str]:
    """Say where ``given`` lacks something of what the guide tells, or has something of another kind.

    ``…`` stands for anything, ``{}`` and ``[]`` for any object or list; numbers and texts of the content may
    be others, codes (texts of one word in lower case) and the beginning of a text that ends in ``…`` may not.
    """
    if told is None or given is None:
        return [] if told is given or told is None else [f"{place}: {told!r} told, nothing given"]
    if isinstance(told, dict) and isinstance(given, dict):
        missing = [f"{place}.{name} is missing" for name in told if name != ANYTHING and name not in given]
        inner = [name for name in told if name in given]
        return missing + [
            one for name in inner for one in differences(told[name], given[name], f"{place}.{name}")
        ]
    if isinstance(told, list) and isinstance(given, list):
        if told and not given:
            return [f"{place} is empty"]
        return [one for item in told[:1] for one in differences(item, given[0], f"{place}[0]")]
    if type(told) is not type(given) and not all(isinstance(one, int | float) for one in (told, given)):
        return [f"{place}: {told!r} told, {given!r} given"]
    return [] if _fits(told, given) else [f"{place}: {told!r} told, {given!r} given"]


def _fits(told: Any, given: Any) -> bool:
    return told == given if isinstance(told, bool) else True


def check_answer(example: Example, answer: httpx.Response) -> None:
    """Compare an answer with what the guide says of it; without a word on a problem, it must be none."""
    told = json.loads(example.expected.get("json", "{}"))
    head = example.expected.get("http", "").splitlines()
    if "code" in told and "status" in told:
        assert (told["status"], told["code"]) == (answer.status_code, answer.json()["code"])
    elif not head:
        assert answer.status_code == 200, answer.text
    if head:
        assert head[0] == f"HTTP/1.1 {answer.status_code}"
    for line in head[1:]:
        name, value = line.split(": ", 1)
        parts = (re.escape(part) for part in value.split(ANYTHING))
        assert re.fullmatch(".*".join(parts), answer.headers[name]), (
            f"{line} told, {answer.headers[name]} given"
        )
    if told:
        assert differences(told, answer.json()) == []
