"""How is a moment written in a document? In UTC, to the second (RFC 3339)."""

from __future__ import annotations

import datetime as dt


def iso(moment: dt.datetime | None) -> str | None:
    """Return ``2026-01-10T09:00:00Z``, ``None`` for none."""
    return None if moment is None else moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
