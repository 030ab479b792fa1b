"""What does a document keep of how its sections stand, where the board can read it in bulk?"""

from __future__ import annotations

from typing import Any


def states_of(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return what ``Document.states`` keeps of a compiled document: state, since when, which source text."""
    return {
        kind: {
            "state": section["state"],
            "since": section["behind_since"],
            "source": section["source_digest"],
        }
        for kind, section in data["sections"].items()
    }
