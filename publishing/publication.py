"""Should this content be public in this language, and if not, why?

One function decides visibility for every channel. It reads what Wagtail knows (live revision, expiry,
restrictions, the tree) and never what a signal claimed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from django.utils import timezone
from wagtail.models import Page

from localization.gate import gate, refuses
from localization.models import Refusal
from localization.source import live_object, siblings, source_locale
from publishing.models import Document, Status
from publishing.paths import path_of

Reason = Literal["deleted", "unpublished", "expired", "restricted", "refused"]


@dataclass(frozen=True, slots=True)
class Publication:
    """The verdict: public, or the ``reason`` why not."""

    reason: Reason | None = None

    @property
    def public(self) -> bool:
        """Say whether readers may have it."""
        return self.reason is None


def publication_of(row: Any | None) -> Publication:
    """Judge a page or snippet (its specific row; ``None`` when it was deleted)."""
    if row is None:
        return Publication("deleted")
    reason = _own_reason(row) or _reason_of_source(row)
    if reason is None and not _has_passed(row):
        reason = "refused"
    return Publication(reason)


def _own_reason(row: Any) -> Reason | None:
    if getattr(row, "alias_of_id", None) is not None or row.live_revision_id is None:
        return "expired" if row.expired else "unpublished"
    if row.expire_at is not None and row.expire_at <= timezone.now():
        return "expired"
    if isinstance(row, Page):
        if is_restricted(row):
            return "restricted"
        if path_of(live_object(row)) is None:
            return "unpublished"
    return None


def is_restricted(page: Page) -> bool:
    """Say whether a page or one of its ancestors asks for a log-in, a group or a password."""
    return bool(page.get_view_restrictions().exists())


def _reason_of_source(row: Any) -> Reason | None:
    """A translation goes where its source goes, whatever Wagtail says of the translation itself."""
    code = source_locale(row)
    if code == row.locale.language_code:
        return None
    source = next((other for other in siblings(row) if other.locale.language_code == code), None)
    return "deleted" if source is None else _own_reason(source)


def _has_passed(row: Any) -> bool:
    """The second wall: ask the gate about every live revision that has no document yet.

    Copies and aliases become live without any publishing action (wagtail-localize-traps, section 20).
    """
    passed = Document.objects.filter(
        content_id=row.translation_key,
        locale=row.locale.language_code,
        status=Status.LIVE,
        revision_id=row.live_revision_id,
    )
    if passed.exists():
        return True
    findings = gate(row.live_revision)
    if not refuses(findings):
        return True
    Refusal.objects.create(
        content_id=row.translation_key,
        locale=row.locale.language_code,
        title=str(row)[:255],
        revision=row.live_revision,
        findings=[finding.as_dict() for finding in findings],
        user=row.live_revision.user,
    )
    return False
