"""Does the review of a section hold, for the very texts and values that readers get, at this moment?

A pure function of digests and due dates. The signature that counts is the latest one of these very digests,
so text that goes back to what was signed is signed again without anybody's act, and the same text signed as
a draft counts when it is published.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from django.utils import timezone

from localization.digest import text_digests
from localization.review.models import ReviewSignature
from localization.review.rules import is_reviewed
from localization.values import value_digests

if TYPE_CHECKING:
    from collections.abc import Iterable

State = Literal["valid", "overdue", "voided", "missing"]

# The worst first: what a reviewer should look at before anything else.
WORST_FIRST: tuple[State, ...] = ("voided", "overdue", "missing", "valid")

Digests = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Signature:
    """What counts of a stored signature."""

    digests: Digests
    person: UUID
    signed_at: dt.datetime
    due_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """How the review of one section stands, and by which signature of these very digests, if there is one."""

    state: State
    signature: Signature | None = None


Signatures = dict[tuple[str, str], list[Signature]]


def signatures_of(content_id: UUID) -> Signatures:
    """Return all signatures of one content by (language, section), the latest first. One query."""
    found: Signatures = defaultdict(list)
    rows = ReviewSignature.objects.filter(content_id=content_id).order_by("-id")
    for row in rows.values_list(
        "locale", "section", "text_digest", "value_digest", "person", "signed_at", "due_at"
    ):
        found[row[0], row[1]].append(Signature((row[2], row[3]), *row[4:]))
    return found


def section_standing(signatures: list[Signature], digests: Digests, now: dt.datetime) -> Standing:
    """Return how a section with these digests stands; ``signatures`` are its own, the latest first."""
    mine = next((signature for signature in signatures if signature.digests == digests), None)
    if mine is None:
        return Standing("voided" if signatures else "missing")
    return Standing("valid" if now < mine.due_at else "overdue", mine)


def digests_of(served: Any) -> dict[str, Digests]:
    """Return text and value digest of every section of an object as readers get it, by kind."""
    sections = type(served).SECTIONS
    texts, values = text_digests(served, sections), value_digests(served, sections)
    return {section.kind: (texts[section.kind], values[section.kind]) for section in sections}


def standings_of(served: Any, signatures: Signatures | None = None) -> dict[str, Standing]:
    """Return how each section of ``served`` stands; empty for a type that is not reviewed.

    Args:
        served: the object as it is compiled: a translation holds the source's values already.
        signatures: those of this content, where they are at hand.
    """
    if not is_reviewed(type(served)):
        return {}
    found = signatures_of(served.translation_key) if signatures is None else signatures
    code = served.locale.language_code
    if not any(locale == code for locale, _section in found):
        return {section.kind: Standing("missing") for section in type(served).SECTIONS}
    now = timezone.now()
    return {
        kind: section_standing(found.get((code, kind), []), digests, now)
        for kind, digests in digests_of(served).items()
    }


def worst(states: Iterable[State]) -> State | None:
    """Return the state that a page is in when its sections are in these; ``None`` without any."""
    present = set(states)
    return next((state for state in WORST_FIRST if state in present), None)
