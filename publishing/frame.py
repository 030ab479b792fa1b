"""What stands around every page: the menus and the organisation's details, in the page's language.

Both are documents like any other (of snippets), so the frame too can hold nothing that is not published.
"""

from __future__ import annotations

from typing import Any

from localization.languages import Language
from publishing.delivery import for_html
from publishing.lookup import FRAME_TYPES
from publishing.models import Document, Status


def frame_of(spoken: Language) -> dict[str, Any]:
    """Return ``{"navigation": document or None, "organisation": document or None}`` of a language."""
    frame: dict[str, Any] = dict.fromkeys(FRAME_TYPES)
    rows = Document.objects.filter(type__in=FRAME_TYPES, locale=spoken.code, status=Status.LIVE)
    for kind, body in rows.values_list("type", "body"):
        frame[kind] = for_html(body or b"null")
    return frame
