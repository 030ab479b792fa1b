"""How is a content recalled, and how is a recall lifted? Each is one act, in one transaction, in the log.

Recalling takes the lock under which publishing happens, so a publication that is under way ends first and is
withdrawn, and one that comes later waits and is refused (``publishing.wall``).
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from localization.languages import position
from localization.permissions.languages import languages_for
from localization.source import is_live, source_code
from publishing.models import Document, Recall
from publishing.published_types import rows_of
from publishing.recall.record import active
from publishing.refresh import hold, refresh

PERMISSION = "publishing.recall"


class AlreadyRecalled(Exception):
    """Raised when the content is under a recall already."""


class NotRecalled(Exception):
    """Raised when there is no recall to lift."""


def may_recall(user: Any) -> bool:
    """Say whether somebody may recall content and lift recalls, which is always in every language."""
    return languages_for(user, PERMISSION) is None


def source_of(content_id: UUID, rows: list[Any]) -> str | None:
    """Return the code of the language in which an explanation must be given, ``None`` without any rows."""
    return source_code(content_id, [row.locale.language_code for row in rows])


def recall(
    content_id: UUID,
    *,
    kind: str,
    explanations: dict[str, str],
    replaced_by: UUID | None = None,
    user: Any = None,
) -> Recall:
    """Withdraw a content in every language, whether it is public, scheduled or a draft.

    Args:
        content_id: the id that all its languages share.
        kind: one of ``Recall.Kind``.
        explanations: texts for readers by language code; that of the source language is required.
        replaced_by: content id of what readers should read instead.
        user: who did it, for the log.

    Raises:
        AlreadyRecalled: it is under a recall; lift that first.
        ValueError: there is no such content, or no explanation in the source language.
    """
    with transaction.atomic():
        hold(content_id)
        if active(content_id) is not None:
            raise AlreadyRecalled
        rows = rows_of(content_id)
        code = source_of(content_id, rows)
        if code is None:
            raise ValueError(f"There is no content {content_id}.")
        if not explanations.get(code, "").strip():
            raise ValueError(f"Give an explanation in the source language ({code}).")
        public = Document.objects.filter(content_id=content_id).values_list("locale", flat=True)
        made = Recall.objects.create(
            content_id=content_id,
            kind=kind,
            title=_title(rows, code),
            source_locale=code,
            explanations={key: text.strip() for key, text in explanations.items() if text.strip()},
            replaced_by=replaced_by,
            locales=sorted({*public, *(row.locale.language_code for row in rows)}, key=position),
            recalled_at=timezone.now(),
            recalled_by=user,
        )
        _take_offline(rows, code, user)
        refresh(content_id)
        _log_for_all(rows, "publishing.recall", user, {"kind": kind, "explanation": made.explanations[code]})
    return made


def lift(content_id: UUID, *, reason: str, user: Any = None) -> Recall:
    """Allow the content to be published again. Publishes nothing.

    Raises:
        NotRecalled: it is under no recall.
        ValueError: no reason was given.
    """
    if not reason.strip():
        raise ValueError("Say why the recall is lifted.")
    with transaction.atomic():
        hold(content_id)
        lifted = active(content_id)
        if lifted is None:
            raise NotRecalled
        lifted.lifted_at, lifted.lifted_by, lifted.lift_reason = timezone.now(), user, reason.strip()
        lifted.save()
        _log_for_all(rows_of(content_id), "publishing.lift", user, {"reason": lifted.lift_reason})
    return lifted


def _title(rows: list[Any], code: str) -> str:
    """Return what the content is called in its source language, or in the language there is."""
    named = sorted(rows, key=lambda row: row.locale.language_code != code)
    return str(named[0])[:255]


def _take_offline(rows: list[Any], source: str, user: Any) -> None:
    """Unpublish every language, the source last (it takes the others along), and clear every schedule."""
    for row in sorted(rows, key=lambda row: row.locale.language_code == source):
        if is_live(row):
            row.unpublish(user=user, log_action=False)
        row.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)


def _log_for_all(rows: list[Any], action: str, user: Any, data: dict[str, str]) -> None:
    for row in rows:
        log(instance=row, action=action, user=user, data=data)
