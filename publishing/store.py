"""How are documents written?  The only module that writes them.

A write that would change nothing is not made, so a sequence number always stands for a real change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone

from publishing.board.states import states_of
from publishing.compile import SCHEMA_VERSION, Compiled, content_digest, serialise
from publishing.models import Dependency, Document, FormerPath, Status


@dataclass(frozen=True, slots=True)
class Change:
    """What a write changed for others: the face (address, title, being there), the card, the facets."""

    written: bool
    face: bool = False
    card: bool = False
    facets: frozenset[str] = frozenset()

    def followed_by(self, later: Change) -> Change:
        """Return what this change and a later one of the same document changed together."""
        return Change(
            written=self.written or later.written,
            face=self.face or later.face,
            card=self.card or later.card,
            facets=self.facets | later.facets,
        )


def put(row: Any, compiled: Compiled) -> Change:
    """Make ``compiled`` the live document of ``row``; return what that changed."""
    before = Document.objects.filter(content_id=row.translation_key, locale=row.locale.language_code).first()
    document = before or Document(content_id=row.translation_key, locale=row.locale.language_code)
    old, last_path = _outside(before), document.path  # also where it stood before it was taken down
    digest = content_digest(compiled.data)
    was_live = before is not None and before.status == Status.LIVE
    updated = document.updated_at if was_live and document.content_digest == digest else timezone.now()
    body, etag = serialise(compiled.data, updated)
    fresh = {
        "type": row.document_type,
        "status": Status.LIVE,
        "gone_reason": "",
        "gone_at": None,
        "replaced_by": None,
        "path": compiled.data["path"],
        "title": compiled.data["title"][:255],
        "card": compiled.card,
        "body": body,
        "etag": etag,
        "content_digest": digest,
        "facets": sorted(compiled.facets),
        "states": states_of(compiled.data),
        "is_source": compiled.is_source,
        "revision_id": row.live_revision_id,
        "schema_version": SCHEMA_VERSION,
        "first_published_at": row.first_published_at or updated,
        "updated_at": updated,
        "valid_until": compiled.valid_until,
    }
    changed = not was_live or document.etag != etag
    stale = {name for name, value in fresh.items() if getattr(document, name) != value} - {"body"}
    if changed or stale:
        for name, value in fresh.items():
            setattr(document, name, value)
        if changed:
            document.sequence = None  # the trigger gives the number at commit
        if document.path != old[0]:
            _free_path(document)
        document.save()
        _remember_path(document, last_path)
    _record_dependencies(document, compiled.dependencies)
    return _difference(changed, old, _outside(document))


def withdraw(content_id: UUID, locale: str, reason: str) -> Change:
    """Turn a live document into its tombstone; return what that changed (nothing, if there was none)."""
    document = Document.objects.filter(content_id=content_id, locale=locale, status=Status.LIVE).first()
    if document is None:
        return Change(written=False)
    old = _outside(document)
    document.status = Status.GONE
    document.gone_reason = reason
    document.gone_at = timezone.now()
    document.body = None
    document.card, document.states = {}, {}
    document.revision_id = None
    document.valid_until = None
    document.sequence = None
    document.save()
    document.dependencies.all().delete()
    return _difference(True, old, _outside(document))


def _outside(document: Document | None) -> tuple[str | None, str, dict[str, Any], frozenset[str]]:
    if document is None or document.status != Status.LIVE:
        return (None, "", {}, frozenset())
    return (document.path, document.title, document.card, frozenset(document.facets))


def _difference(written: bool, old: tuple[Any, ...], new: tuple[Any, ...]) -> Change:
    card = old[2] != new[2]
    moved = old[3] ^ new[3]
    return Change(
        written=written,
        face=old[:2] != new[:2] or bool(old[2]) != bool(new[2]),
        card=card,
        facets=(old[3] | new[3]) if card else moved,
    )


def _free_path(document: Document) -> None:
    """A path belongs to whoever is read there now.

    A former path gives way, and so does a document that still stands there although its page has moved (the
    task that follows a renamed parent has not come to it yet).
    """
    if document.path is not None:
        FormerPath.objects.filter(path=document.path).delete()
        others = Document.objects.filter(path=document.path).exclude(pk=document.pk)
        others.update(path=None, sequence=None)


def _remember_path(document: Document, old: str | None) -> None:
    if old is not None and old != document.path:
        FormerPath.objects.update_or_create(
            path=old, defaults={"content_id": document.content_id, "locale": document.locale}
        )


def _record_dependencies(document: Document, keys: frozenset[str]) -> None:
    recorded = set(document.dependencies.values_list("key", flat=True))
    document.dependencies.filter(key__in=recorded - keys).delete()
    Dependency.objects.bulk_create(
        (Dependency(document=document, key=key) for key in sorted(keys - recorded)), ignore_conflicts=True
    )
