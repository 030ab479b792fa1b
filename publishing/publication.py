"""Should this content be public in this language, and if not, why?

One function decides visibility for every channel. It reads what Wagtail knows (live revision, expiry,
restrictions, the tree) and never what a signal claimed.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Literal

from django.utils import timezone
from wagtail.models import Page

from localization.editions import MISSING, Edition
from localization.gate import BEHIND, gate, reasons, refuses
from localization.models import Refusal
from publishing.paths import path_of
from publishing.shelf import Shelf

Reason = Literal["deleted", "unpublished", "expired", "restricted", "refused"]


def reason_against(edition: Edition, passed: Container[int], shelf: Shelf) -> Reason | None:
    """Return why readers may not have this edition, or ``None`` when it is public.

    Args:
        edition: what is asked about.
        passed: primary keys of revisions that the gate has let through already.
        shelf: what was looked up before.
    """
    reason = _own_reason(edition, shelf)
    if reason is None and not edition.is_source:
        # A translation goes where its source goes, whatever Wagtail says of the translation itself.
        reason = "deleted" if edition.source is MISSING else _own_reason(edition.source, shelf)
    if reason is None and edition.live_revision.pk not in passed and not _passes_now(edition):
        reason = "refused"
    return reason


def _own_reason(edition: Edition, shelf: Shelf) -> Reason | None:
    row = edition.row
    if edition.live_revision is None:
        return "expired" if row.expired else "unpublished"
    if row.expire_at is not None and row.expire_at <= timezone.now():
        return "expired"
    if isinstance(row, Page):
        if shelf.trees.is_restricted(row):
            return "restricted"
        if path_of(edition.live, shelf) is None:
            return "unpublished"
    return None


def _passes_now(edition: Edition) -> bool:
    """The second wall: ask the gate about every live revision that has no document yet.

    Copies become live without any publishing action (wagtail-localize-traps, section 20).
    """
    row, revision = edition.row, edition.live_revision
    findings = [finding for finding in gate(revision) if finding.rule != BEHIND]
    if not refuses(findings):
        return True
    Refusal.objects.create(
        content_id=row.translation_key,
        locale=edition.code,
        title=str(row)[:255],
        revision=revision,
        findings=[finding.as_dict() for finding in reasons(findings)],
        user=revision.user,
    )
    return False
