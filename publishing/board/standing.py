"""What is the standing of a content in each language, and when is it worked out again?

``restate`` reads the records that decide (documents, the provenance of the newest revisions, refusals) and
writes what differs. It runs at the end of every refresh, inside the publishing transaction, and as a task
when somebody has saved a draft: ``manage.py reconcile`` would find the same.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.dateparse import parse_datetime
from wagtail.models import Revision

from localization.editions import Edition, editions_of
from localization.models import Refusal, RevisionProvenance
from publishing.board.models import Standing, State
from publishing.models import Document, Status
from publishing.published import Published
from publishing.published_types import rows_of

# The worst of these decides.
ORDER = ("current", "behind", "partial", "missing")
# What the work on a content may change; ``mentioned`` is the daily mail's own.
WRITTEN = tuple(
    field.attname
    for field in Standing._meta.concrete_fields
    if field.name not in ("id", "content_id", "locale", "mentioned")
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read of one content. ``documents``: by language code, whether it is public, and sections."""

    documents: dict[str, tuple[bool, dict[str, Any]]]
    made_from: dict[int, list[RevisionProvenance]]
    saved_at: dict[int, dt.datetime]
    refused: dict[str, int | None]


def restate(content_id: UUID, editions: dict[str, Edition] | None = None) -> list[Standing]:
    """Work out how a content stands in all its languages; write and return what differs.

    ``editions`` saves reading them again.
    """
    if editions is None:
        editions = editions_of(rows_of(content_id))
    known = {code: edition for code, edition in editions.items() if isinstance(edition.row, Published)}
    stored = {row.locale: row for row in Standing.objects.filter(content_id=content_id)}
    facts = _facts(content_id, known)
    leader = next((code for code, edition in known.items() if edition.is_source), next(iter(known), None))
    fresh = [_standing(content_id, edition, facts, leads=code == leader) for code, edition in known.items()]
    changed = [row for row in fresh if row.locale not in stored or _differs(row, stored[row.locale])]
    Standing.objects.bulk_create(
        sorted(changed, key=lambda row: row.locale),
        update_conflicts=True,
        unique_fields=["content_id", "locale"],
        update_fields=WRITTEN,
    )
    if stored.keys() - known.keys():
        Standing.objects.filter(content_id=content_id).exclude(locale__in=known).delete()
    return changed


def _differs(one: Standing, other: Standing) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in WRITTEN)


def _facts(content_id: UUID, editions: dict[str, Edition]) -> Facts:
    newest = [edition.row.latest_revision_id for edition in editions.values()]
    documents = Document.objects.filter(content_id=content_id).values_list("locale", "status", "states")
    made_from: dict[int, list[RevisionProvenance]] = {}
    for row in RevisionProvenance.objects.filter(revision__in=newest):
        made_from.setdefault(row.revision_id, []).append(row)
    refusals = Refusal.objects.filter(content_id=content_id).order_by("locale", "-id").distinct("locale")
    return Facts(
        {code: (status == Status.LIVE, states) for code, status, states in documents},
        made_from,
        dict(Revision.objects.filter(pk__in=newest).values_list("pk", "created_at")),
        dict(refusals.values_list("locale", "revision_id")),
    )


def _standing(content_id: UUID, edition: Edition, facts: Facts, *, leads: bool) -> Standing:
    row = edition.row
    newest = row.latest_revision_id
    _public, sections = facts.documents.get(edition.code, (False, {}))
    provenance = facts.made_from.get(newest, [])
    missing = sum(len(made.missing) for made in provenance)
    draft = newest is not None and newest != row.live_revision_id
    return Standing(
        content_id=content_id,
        locale=edition.code,
        type=row.document_type,
        row_id=row.pk,
        title=_title(row)[:255],
        is_source=edition.is_source,
        leads=leads,
        state=_state(edition, facts, missing),
        behind_since=_since(sections.values()),
        missing=missing,
        texts=sum(len(made.origins) for made in provenance),
        sections=sections,
        draft=draft,
        refused=draft and newest is not None and facts.refused.get(edition.code) == newest,
        changed_at=facts.saved_at.get(newest),
        basis=_basis(sections, provenance),
    )


def _title(row: Any) -> str:
    """Return what editors call it: of a translation, the title of its draft."""
    return str(getattr(row, "draft_title", "") or row.document_title() or row)


def _state(edition: Edition, facts: Facts, missing: int) -> State:
    public, sections = facts.documents.get(edition.code, (False, {}))
    if edition.is_source:
        return State.ORIGINAL if public else State.NOT_PUBLIC
    if public:
        worst = max((ORDER.index(section["state"]) for section in sections.values()), default=0)
        return State(ORDER[min(worst, ORDER.index("partial"))])
    if edition.code in facts.documents:
        return State.NOT_PUBLIC
    return State.PARTIAL if missing else State.READY


def _since(sections: Iterable[dict[str, Any]]) -> dt.datetime | None:
    moments = [parse_datetime(section["since"]) for section in sections if section["since"]]
    return min((moment for moment in moments if moment is not None), default=None)


def _basis(sections: dict[str, Any], provenance: list[RevisionProvenance]) -> str:
    """Return a digest of the original's texts, by which the daily mail knows what it has told already."""
    texts = {kind: section["source"] for kind, section in sections.items()} or {
        made.section: made.source_digest for made in provenance
    }
    return hashlib.sha256(repr(sorted(texts.items())).encode()).hexdigest() if texts else ""
