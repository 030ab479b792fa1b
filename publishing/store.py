"""How are documents written?  The only module that writes them.

A write that would change nothing is not made, so a sequence number always stands for a real change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from django.utils import timezone

from publishing.board.states import states_of
from publishing.compile import SCHEMA_VERSION, Compiled, content_digest, serialise
from publishing.gatherings import address_of
from publishing.models import Dependency, Document, FormerPath, Status
from publishing.search.indexing import feed, forget
from publishing.signals import documents_changed

# Without a change of these the words by which a document is found are still the same.
IN_SEARCH = frozenset({"type", "title", "content_digest", "expires_at"})
# Changes that readers see although the document's bytes are the same: in lists, and in how long copies hold.
AROUND = frozenset({"card", "facets", "first_published_at", "valid_until", "expires_at"})


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


def put(document: Document, row: Any, compiled: Compiled) -> Change:
    """Make ``compiled`` the live document of ``row``; return what that changed.

    ``document`` is the stored one of that content and language, or a new one.
    """
    old, last_path = _outside(document), document.path  # also where it stood before it was taken down
    digest = content_digest(compiled.data)
    was_live = document.pk is not None and document.status == Status.LIVE
    updated = document.updated_at if was_live and document.content_digest == digest else timezone.now()
    body, etag = serialise(compiled.data, updated, compiled.valid_until)
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
        "expires_at": compiled.expires_at,
        "review_state": compiled.claims.state,
        "review_due": compiled.claims.due,
    }
    changed = not was_live or document.etag != etag
    # Without the body, which is not loaded: its digest is the etag.
    stale = {name for name in fresh.keys() - {"body"} if getattr(document, name) != fresh[name]}
    if changed or stale:
        for name, value in fresh.items():
            setattr(document, name, value)
        if changed or stale & AROUND:
            document.sequence = None  # the trigger gives the number at commit
        if changed:
            document.changed_at = timezone.now()
        if document.path != old[0]:
            _free_path(document)
        document.save()
        _remember_path(document, last_path)
        _remember_address(document, old[2])
        if not was_live or stale & IN_SEARCH:
            feed(document, compiled.data)
    _record_dependencies(document, compiled.dependencies)
    return _difference(changed, old, _outside(document))


def bury(document: Document, reason: str, replaced_by: UUID | None) -> Change:
    """Turn a document into its tombstone, or give a tombstone another reason; return what that changed."""
    if (document.status, document.gone_reason, document.replaced_by) == (Status.GONE, reason, replaced_by):
        return Change(written=False)
    old = _outside(document)
    document.status = Status.GONE
    document.gone_reason = reason
    document.gone_at = document.changed_at = timezone.now()
    document.replaced_by = replaced_by
    document.body = None
    _empty(document)
    document.save()
    _remember_address(document, old[2])
    forget(document)
    document.dependencies.all().delete()
    document.recorded = frozenset()
    return _difference(True, old, _outside(document))


def explain(document: Document, compiled: Compiled, replaced_by: UUID | None) -> Change:
    """Put the notice of a withdrawal where the content was; return what that changed for others."""
    old = _outside(document)
    digest = content_digest(compiled.data)
    same = document.status == Status.WITHDRAWN and document.content_digest == digest
    updated = document.updated_at if same else timezone.now()
    body, etag = serialise(compiled.data, updated)
    changed = not same or document.etag != etag
    if changed:
        document.status = Status.WITHDRAWN
        document.gone_reason, document.gone_at = "", None
        document.replaced_by = replaced_by
        document.body, document.etag = body, etag
        document.content_digest, document.updated_at = digest, updated
        document.changed_at = timezone.now()
        _empty(document)
        document.save()
        forget(document)
    _record_dependencies(document, compiled.dependencies)
    return _difference(changed, old, _outside(document))


def _empty(document: Document) -> None:
    """Leave nothing of the content in the row; what stays is its name, where it stood, and when."""
    document.card, document.facets, document.states = {}, [], {}
    document.revision_id = document.sequence = None
    document.valid_until = document.expires_at = document.review_due = None
    document.review_state = ""


def _outside(document: Document) -> tuple[str | None, str, dict[str, Any], frozenset[str]]:
    if document.pk is None or document.status != Status.LIVE:
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
        for withdrawn in others.filter(status=Status.WITHDRAWN):
            _lose_address(withdrawn)
        # No number: what readers get of the others is the same until that task changes it.
        others.update(path=None)


def _lose_address(withdrawn: Document) -> None:
    """Let a notice of withdrawal, which nothing compiles again by itself, not name an address it has lost."""
    data = {**orjson.loads(bytes(withdrawn.body or b"{}")), "path": None, "url": None}
    body, etag = serialise(data, withdrawn.updated_at)
    Document.objects.filter(pk=withdrawn.pk).update(
        body=body,
        etag=etag,
        content_digest=content_digest(data),
        changed_at=timezone.now(),
        sequence=None,
    )
    documents_changed.send(
        Document,
        content_id=withdrawn.content_id,
        document_type=withdrawn.type,
        languages={withdrawn.locale: frozenset()},
    )


def _remember_path(document: Document, old: str | None) -> None:
    if old is not None and old != document.path:
        FormerPath.objects.update_or_create(
            path=old, defaults={"content_id": document.content_id, "locale": document.locale}
        )


def _remember_address(document: Document, old_card: dict[str, Any]) -> None:
    """Do the same for a snippet whose page has an address of the site's own."""
    left = address_of(document.type, document.locale, old_card)
    now = address_of(document.type, document.locale, document.card)
    if left == now:
        return
    if now is not None:
        FormerPath.objects.filter(path=now).delete()
    if left is not None:
        own = {"content_id": document.content_id, "locale": document.locale}
        FormerPath.objects.update_or_create(path=left, defaults=own)


def _record_dependencies(document: Document, keys: frozenset[str]) -> None:
    recorded = document.recorded
    if recorded is None:
        recorded = frozenset(document.dependencies.values_list("key", flat=True))
    if recorded - keys:
        document.dependencies.filter(key__in=recorded - keys).delete()
    Dependency.objects.bulk_create(
        (Dependency(document=document, key=key) for key in sorted(keys - recorded)), ignore_conflicts=True
    )
    document.recorded = keys
