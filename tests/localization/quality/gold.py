"""Which pairs of the gold set may be looked at, and which only judge?

The pairs (``gold/<language>.yaml``) were written before the rules, by other hands. A stable hash of its id
puts each pair into one half: rules are made on the development half; the held-out half is only ever counted.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

GOLD = Path(__file__).with_name("gold")
LANGUAGES = ("de", "es", "ar", "tr", "pl", "zh-hans")


@dataclass(frozen=True, slots=True)
class Pair:
    """One English sentence, its translation, and the translation without its negation (if it has one)."""

    id: str
    language: str
    section: str
    source: str
    target: str
    negation_dropped: str | None


def is_held_out(pair_id: str) -> bool:
    """Say whether a pair belongs to the half that nobody looks at."""
    return hashlib.sha256(pair_id.encode()).digest()[0] % 2 == 1


@cache
def pairs(language: str, *, held_out: bool) -> tuple[Pair, ...]:
    """Return one half of the pairs of a language, in the order of the file."""
    entries = yaml.safe_load((GOLD / f"{language}.yaml").read_text(encoding="utf-8"))
    return tuple(
        Pair(
            entry["id"],
            language,
            entry["section"],
            entry["source"],
            entry["target"],
            entry.get("negation_dropped"),
        )
        for entry in entries
        if is_held_out(entry["id"]) == held_out
    )
