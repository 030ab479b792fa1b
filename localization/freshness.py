"""Is a published section current, and since when not?

State is a pure function of two digests: the one a translation was confirmed against, and that of the
live source. Nothing here reads a clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from django.utils import timezone

from localization.models import ConfirmedSection

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from localization.editions import Edition
    from localization.models import RevisionProvenance


State = Literal["current", "behind", "partial", "missing"]


@dataclass(frozen=True, slots=True)
class Freshness:
    """How one section stands: its state, since when it is behind, against which text, and its origin."""

    state: State
    behind_since: dt.datetime | None
    source_digest: str
    origin: str


def section_state(confirmed_digest: str | None, live_digest: str, missing: int = 0) -> State:
    """Return the state of a section from its digests and the number of unconfirmed strings."""
    if confirmed_digest is None:
        return "missing"
    if missing:
        return "partial"
    return "current" if confirmed_digest == live_digest else "behind"


def freshness_of(edition: Edition) -> dict[str, Freshness]:
    """Return the freshness of every section of a live edition, by section kind."""
    live = edition.source.digests
    if edition.is_source:
        return {kind: Freshness("current", None, digest, "authored") for kind, digest in live.items()}
    return {row.section: _fresh(edition, row, live[row.section]) for row in edition.provenance}


def _fresh(edition: Edition, row: RevisionProvenance, digest: str) -> Freshness:
    state = section_state(row.source_digest, digest, len(row.missing))
    since = _moved_on(edition, row) if state == "behind" else None
    return Freshness(state, since, digest, _origin(row.origins))


def _origin(origins: dict[str, str]) -> str:
    kinds = set(origins.values()) or {"human"}
    return kinds.pop() if len(kinds) == 1 else "mixed"


def _moved_on(edition: Edition, provenance: RevisionProvenance) -> dt.datetime | None:
    """Return when the source left the wording that this section was translated from."""
    history = list(
        ConfirmedSection.objects.filter(
            content_id=edition.row.translation_key, locale=edition.source.code, section=provenance.section
        )
        .order_by("id")
        .values_list("source_digest", "confirmed_at")
    )
    last = max(
        (i for i, (digest, _at) in enumerate(history) if digest == provenance.source_digest), default=-1
    )
    return history[last + 1][1] if last + 1 < len(history) else None


def confirm(edition: Edition, user: Any = None) -> None:
    """Write down what has just been published, for every section whose wording or basis is new.

    Called by the publishing wall inside the publishing transaction, for sources and translations alike.
    """
    row, targets = edition.row, edition.digests
    basis: dict[str, tuple[str, dict[str, int]]]
    if edition.is_source:
        basis = {kind: (digest, {}) for kind, digest in targets.items()}
    else:
        basis = {p.section: (p.source_digest, _counted(p.origins)) for p in edition.provenance}
    latest = _latest(row.translation_key, edition.code)
    content, now = edition.live_revision.content, timezone.now()
    ConfirmedSection.objects.bulk_create(
        ConfirmedSection(
            content_id=row.translation_key,
            locale=edition.code,
            section=section.kind,
            source_digest=basis[section.kind][0],
            target_digest=targets[section.kind],
            content={name: content.get(name) for name in section.fields},
            origins=basis[section.kind][1],
            confirmed_by=user,
            confirmed_at=now,
        )
        for section in type(row).SECTIONS
        if section.kind in basis
        and latest.get(section.kind) != (basis[section.kind][0], targets[section.kind])
    )


def _counted(origins: dict[str, str]) -> dict[str, int]:
    values = list(origins.values())
    return {origin: values.count(origin) for origin in sorted(set(values))}


def _latest(content_id: UUID, locale: str) -> dict[str, tuple[str, str]]:
    rows = (
        ConfirmedSection.objects.filter(content_id=content_id, locale=locale)
        .order_by("section", "-id")
        .distinct("section")
    )
    return {row.section: (row.source_digest, row.target_digest) for row in rows}
