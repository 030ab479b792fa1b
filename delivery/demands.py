"""Is a document as fresh as a client demands, for how long, and which language is given instead?

Pure functions of stored documents and the clock. docs/decisions/0013 says why it is told in headers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import orjson

from delivery.reader import Objection, Refused
from delivery.reading import Stored
from localization.languages import Language

Requirement = Literal["current", "reviewed"]
INCOMPLETE: tuple[Objection, ...] = ("missing", "partial")


@dataclass(frozen=True, slots=True)
class Demand:
    """What a client asks of a document.

    Attributes:
        require: ``current``: every section says what the original says; ``reviewed``: every section is
            medically reviewed, and no review is overdue.
        max_behind: for how long the original of a section may have been ahead. A section that has been behind
            for exactly as long is too old.
        fallback: the languages to be given instead, the best first.
    """

    require: frozenset[Requirement] = frozenset()
    max_behind: dt.timedelta | None = None
    fallback: tuple[Language, ...] = ()

    @property
    def judges(self) -> bool:
        """Say whether the content of a document decides, and not only that there is one."""
        return bool(self.require) or self.max_behind is not None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What speaks against a document (``None``: nothing), until when (``None``: no end is known)."""

    objection: Objection | None
    until: dt.datetime | None = None


def judge(stored: Stored | None, demand: Demand, now: dt.datetime) -> Judgement:
    """Judge what is stored in one language (``None``: it was never public there).

    A withdrawn document is never objected to: its notice is what a reader must get.
    """
    if stored is None:
        return Judgement("not_published")
    if stored.body is None:
        return Judgement("gone")
    if not demand.judges or stored.status == "withdrawn":
        return Judgement(None)
    document = orjson.loads(stored.body)
    sections = list(document["sections"].values())
    behind = _judge_age(sections, demand, now)
    if behind.objection is not None or "reviewed" not in demand.require:
        return behind
    reviewed = _judge_reviews(sections, document["dates"]["review_due"], now)
    ends = [end for end in (behind.until, reviewed.until) if end is not None]
    return Judgement(reviewed.objection, min(ends, default=None))


def _judge_age(sections: list[dict[str, Any]], demand: Demand, now: dt.datetime) -> Judgement:
    if "current" not in demand.require and demand.max_behind is None:
        return Judgement(None)
    states = {section["state"] for section in sections}
    for state in INCOMPLETE:
        if state in states:
            return Judgement(state)
    if "behind" not in states:
        return Judgement(None)
    if "current" in demand.require or demand.max_behind is None:
        return Judgement("behind")
    since = [section["behind_since"] for section in sections if section["state"] == "behind"]
    if None in since:
        return Judgement("behind")
    end = min(map(dt.datetime.fromisoformat, since)) + demand.max_behind
    return Judgement("behind") if end <= now else Judgement(None, end)


def _judge_reviews(sections: list[dict[str, Any]], due: str | None, now: dt.datetime) -> Judgement:
    if any(section["reviewed"] is None for section in sections):
        return Judgement("not_reviewed")
    end = None if due is None else dt.datetime.fromisoformat(due)
    return Judgement("not_reviewed") if end is not None and end <= now else Judgement(None, end)


def first_acceptable(
    wanted: Sequence[Language], stored: Iterable[Stored], demand: Demand, now: dt.datetime
) -> tuple[Stored | None, Judgement, list[Refused]]:
    """Return the first of the ``wanted`` languages that will do, how it was judged, and those refused before.

    Whole documents only: nothing of one language is put into another.
    """
    by_locale = {row.locale: row for row in stored}
    refused: list[Refused] = []
    for one in dict.fromkeys(wanted):
        row = by_locale.get(one.code)
        judgement = judge(row, demand, now)
        if judgement.objection is None:
            return row, judgement, refused
        refused.append((one, judgement.objection))
    return None, Judgement(None), refused
