"""Is a published section current, and since when not?

State is a pure function of two digests: the one a translation was confirmed against, and that of the
live source. Nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from django.utils import timezone

from localization.digest import is_block, item_of
from localization.models import ConfirmedSection, Policy
from localization.policy import PUBLISHED, UNDIVIDED, Decision, Shown, Standing, decide, policy_of

if TYPE_CHECKING:
    import datetime as dt

    from localization.editions import Edition
    from localization.models import RevisionProvenance


State = Literal["current", "behind", "partial", "missing"]


@dataclass(frozen=True, slots=True)
class Freshness:
    """How one section stands, and what readers get of it.

    ``stale`` is for what is shown item by item: the items of the live original that are not confirmed in
    this language. ``copies`` are blocks that were copied in the original since: the new id → that of the
    block whose translation is theirs. ``held`` is the authored content to show instead of the live one's, by
    field.
    """

    state: State
    behind_since: dt.datetime | None
    source_digest: str
    origin: str
    shown: Shown = "translation"
    stale: frozenset[str] = frozenset()
    copies: Mapping[str, str] = field(default_factory=dict)
    held: Mapping[str, Any] | None = None


def section_state(
    confirmed_digest: str | None, live_digest: str, missing: int = 0, texts: int | None = None
) -> State:
    """Return the state of a section.

    Args:
        confirmed_digest: digest of the original's text that it was translated from; ``None``: there is none.
        live_digest: digest of the original's live text, or an earlier one that says the same.
        missing: how many of its strings nobody has confirmed.
        texts: how many strings it has.
    """
    if confirmed_digest is None or (missing and missing == texts):
        return "missing"
    if missing:
        return "partial"
    return "current" if confirmed_digest == live_digest else "behind"


def freshness_of(edition: Edition, changed: Mapping[str, Policy] | None = None) -> dict[str, Freshness]:
    """Return the freshness of every section of a live edition, by section kind.

    ``changed`` are the site's own policies (``policy.policies``).
    """
    live = edition.source.digests
    if edition.is_source:
        return {kind: Freshness("current", None, digest, "authored") for kind, digest in live.items()}
    return {row.section: _fresh(edition, row, changed or {}) for row in edition.provenance}


def state_of(edition: Edition, row: RevisionProvenance) -> State:
    """Return the state of a section of a revision whose provenance is ``row``."""
    live = edition.source.digests[row.section]
    says_it = (
        row.source_digest == live
        or edition.source.changes.still_says(row.section, row.source_digest, live)
        # What was removed from the original has left the translation too: the rest is what counts.
        or (bool(row.items) and not stale_items(edition, row))
    )
    return section_state(live if says_it else row.source_digest, live, len(row.missing), len(row.origins))


def decision_of(edition: Edition, row: RevisionProvenance, changed: Mapping[str, Policy]) -> Decision:
    """Return what the policy says about a section of a revision whose provenance is ``row``."""
    state = state_of(edition, row)
    if state == "current":
        return PUBLISHED
    held = edition.confirmed.get(row.section) if row.missing else None
    basis = held.source_digest if held else row.source_digest
    standing: Standing = "live" if held else "first"
    undivided, policy = row.section == UNDIVIDED, policy_of(type(edition.row), row.section, changed)
    if undivided and row.missing and held is None:
        policy = Policy.BLOCK  # there is nothing to hold, and a title cannot be half of one language
    retracted = not undivided and edition.source.changes.is_retracted(row.section, basis)
    return decide(standing, state, policy, retracted=retracted)


def _fresh(edition: Edition, row: RevisionProvenance, changed: Mapping[str, Policy]) -> Freshness:
    shown = decision_of(edition, row, changed).shown
    held = edition.confirmed.get(row.section) if shown == "held" else None
    digest, state = edition.source.digests[row.section], state_of(edition, row)
    changes = edition.source.changes
    if held is not None:
        basis = held.source_digest
        current = changes.still_says(row.section, basis, digest)
        since = None if current else changes.moved_on(row.section, basis)
        return Freshness(
            "current" if current else "behind",
            since,
            digest,
            _origin(held.origins),
            "held",
            held=held.content,
        )
    since = changes.moved_on(row.section, row.source_digest) if state == "behind" else None
    copies = {new: old for new, old in confirmed_items(edition, row).items() if new != old}
    stale = frozenset(stale_items(edition, row)) if shown == "items" else frozenset[str]()
    return Freshness(state, since, digest, _origin(row.origins.values()), shown, stale, copies)


def as_written(edition: Edition, row: RevisionProvenance) -> Freshness:
    """Return how a section of a revision stands if its own words are shown, whatever the policy says."""
    state, digest = state_of(edition, row), edition.source.digests[row.section]
    moved_on = edition.source.changes.moved_on(row.section, row.source_digest) if state == "behind" else None
    return Freshness(state, moved_on, digest, _origin(row.origins.values()))


def confirmed_items(edition: Edition, row: RevisionProvenance) -> dict[str, str]:
    """Return which items of the live original this revision has, confirmed: original's id → translation's.

    Items are found by id; a block that was copied, split or pasted has a new one and is found by its digest.
    A plain field is never found in another: no title gets its translation from a summary of the same words,
    nor a block from a field: its digest tells its type.
    """
    incomplete = {item_of(path.partition("#")[0]) for path in row.missing}
    done = {item: digest for item, digest in row.items.items() if item not in incomplete}
    by_digest = {digest: item for item, digest in done.items()}
    found = {}
    for item, live in edition.source.item_digests[row.section].items():
        own = done.get(item)
        if own and edition.source.changes.item_still_says(row.section, own, live):
            found[item] = item
        elif is_block(item) and live in by_digest:
            found[item] = by_digest[live]
    return found


def stale_items(edition: Edition, row: RevisionProvenance) -> set[str]:
    """Return the items of the live original that are not confirmed in this revision."""
    return edition.source.item_digests[row.section].keys() - confirmed_items(edition, row).keys()


def _origin(origins: Iterable[str]) -> str:
    kinds = set(origins) or {"human"}
    return kinds.pop() if len(kinds) == 1 else "mixed"


def confirm(edition: Edition, user: Any = None) -> None:
    """Write down what has just been published, for every section whose wording or basis is new.

    Called by the publishing wall inside the publishing transaction, for sources and translations alike.
    """
    row, targets = edition.row, edition.digests
    basis: dict[str, tuple[str, dict[str, int]]]
    if edition.is_source:
        basis = {kind: (digest, {}) for kind, digest in targets.items()}
    else:
        # What nobody has confirmed is not kept: it must never be held for readers.
        whole = [row for row in edition.provenance if not row.missing]
        basis = {row.section: (row.source_digest, _counted(row.origins)) for row in whole}
    latest = {kind: (past.source_digest, past.target_digest) for kind, past in edition.confirmed.items()}
    content, now = edition.live_revision.content, timezone.now()
    written = ConfirmedSection.objects.bulk_create(
        ConfirmedSection(
            content_id=row.translation_key,
            locale=edition.code,
            section=section.kind,
            source_digest=basis[section.kind][0],
            target_digest=targets[section.kind],
            content={name: content.get(name) for name in section.fields},
            origins=basis[section.kind][1],
            items=edition.item_digests[section.kind],
            confirmed_by=user,
            confirmed_at=now,
        )
        for section in type(row).SECTIONS
        if section.kind in basis
        and latest.get(section.kind) != (basis[section.kind][0], targets[section.kind])
    )
    edition.learn(written)


def _counted(origins: dict[str, str]) -> dict[str, int]:
    values = list(origins.values())
    return {origin: values.count(origin) for origin in sorted(set(values))}
