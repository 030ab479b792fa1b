"""What are readers told of the medical review of a document, and until when is that true?

A section is reviewed while its signature holds and the person who signed is public as a medical professional.
The page says so only while that is true of every section; its date is that of the oldest signature, because
no part of the page was reviewed longer ago.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from localization.review.rules import is_reviewed
from localization.review.standing import Standing, standings_of, worst
from publishing.moments import iso

if TYPE_CHECKING:
    from publishing.context import CompileContext
    from publishing.shelf import Shelf

# What of a reviewer's card is told, under which name.
TOLD = {
    "id": "id",
    "name": "title",
    "job_title": "job_title",
    "language": "language",
    "direction": "direction",
}


@dataclass(frozen=True, slots=True)
class Claims:
    """The reviews of one document: ``reviewed`` of each section, and what holds for all of it.

    ``state`` is the worst of all sections (``localization.review.standing``), ``""`` for a type that is not
    reviewed; ``due`` the earliest date that a signature of what is shown ends, past or future.
    """

    sections: dict[str, dict[str, Any]] = field(default_factory=dict)
    reviewers: list[dict[str, Any]] = field(default_factory=list)
    last_reviewed: str | None = None
    review_due: str | None = None
    state: str = ""
    due: dt.datetime | None = None
    valid_until: dt.datetime | None = None


def claims_of(standings: Mapping[str, Standing], context: CompileContext) -> Claims:
    """Return what the document that ``context`` compiles may claim."""
    cards = {
        signature.person: context.card_of_content(signature.person)
        for standing in standings.values()
        if (signature := standing.signature) is not None
    }
    held = {
        kind: (standing.signature, card)
        for kind, standing in standings.items()
        if standing.state == "valid" and standing.signature
        if (card := cards[standing.signature.person]) is not None and card.get("is_medical")
    }
    sections = {
        kind: {"at": iso(signature.signed_at), "due": iso(signature.due_at), "reviewer": _told(card)}
        for kind, (signature, card) in held.items()
    }
    signatures = [signature for signature, _card in held.values()]
    signed = [s.signature for s in standings.values() if s.signature is not None]
    summary: dict[str, Any] = {
        "sections": sections,
        "state": worst(standing.state for standing in standings.values()) or "",
        "due": min((signature.due_at for signature in signed), default=None),
        "valid_until": min((signature.due_at for signature in signatures), default=None),
    }
    if standings and len(held) == len(standings):
        people = {card["id"]: _told(card) for _signature, card in held.values()}
        summary |= {
            "reviewers": list(people.values()),
            "last_reviewed": iso(min(signature.signed_at for signature in signatures)),
            "review_due": iso(min(signature.due_at for signature in signatures)),
        }
    return Claims(**summary)


def standings_on(shelf: Shelf, served: Any, mixed: Collection[str] = ()) -> dict[str, Standing]:
    """Return how the sections of an object, as it is compiled, stand; one query for all its languages.

    ``mixed`` are kinds of which readers get a part in another language: nobody has signed such a mixture.
    """
    if not is_reviewed(type(served)):
        return {}
    found = standings_of(served, shelf.signatures(served.translation_key))
    return {
        kind: Standing("voided") if kind in mixed and standing.state != "missing" else standing
        for kind, standing in found.items()
    }


def _told(card: Mapping[str, Any]) -> dict[str, Any]:
    return {name: card.get(key, "") for name, key in TOLD.items()} | {"is_demo": card.get("is_demo", False)}


def without_reviews(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document without what it says of reviews: signing changes nothing of what it tells.

    So neither a signature nor its end moves the date of the last change.
    """
    kept = {key: value for key, value in data.items() if key != "reviewers"}
    sections = data.get("sections")
    if sections:
        kept["sections"] = {kind: {**section, "reviewed": None} for kind, section in sections.items()}
    return kept
