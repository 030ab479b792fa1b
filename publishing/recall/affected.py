"""Which languages and addresses will a recall take down? Told before it is done."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from wagtail.models import Locale

from localization.languages import position
from publishing.cascade.effects import Effect, standing
from publishing.models import Document, Status
from publishing.paths import path_of


def effects_of_recalling(content_id: UUID, rows: list[Any]) -> list[Effect]:
    """Return what becomes of each language of a content: those that are there, and those that once were."""
    by_code = {row.locale.language_code: row for row in rows}
    documents = {row.locale: row for row in Document.objects.filter(content_id=content_id)}
    codes = sorted({*by_code, *documents}, key=position)
    return [_effect(code, by_code.get(code), documents.get(code)) for code in codes]


def _effect(code: str, row: Any | None, document: Document | None) -> Effect:
    now, then = _now_and_then(row, document)
    return Effect(
        language=Locale(language_code=code).get_display_name(),
        title=document.title if document is not None else str(row),
        address=(document.path if document is not None else path_of(row)) or "",
        now=now,
        then=then,
    )


def _now_and_then(row: Any | None, document: Document | None) -> tuple[str, str]:
    if document is not None and document.status == Status.LIVE:
        return _("Public"), _("Recalled: no reader gets the content any more")
    if document is not None:
        return _("No longer public"), _("Recalled: who kept a copy is told")
    now = standing(row)
    if now == _("Scheduled"):
        return now, _("Taken off the schedule; cannot be published")
    return now, _("Cannot be published")
