"""What stands around every page: the menus and the organisation's details, in the page's language.

Both are documents like any other (of snippets), so the frame too can hold nothing that is not published.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from localization.languages import Language
from publishing.delivery import for_html
from publishing.lookup import FRAME_TYPES
from publishing.models import Document, Status

NO_FRAME: dict[str, Any] = dict.fromkeys(FRAME_TYPES)


def frame_of(spoken: Language) -> dict[str, Any]:
    """Return ``{"navigation": document or None, "organisation": document or None}`` of a language."""
    rows = Document.objects.filter(type__in=FRAME_TYPES, locale=spoken.code, status=Status.LIVE)
    return frame_from({kind: bytes(body) for kind, body in rows.values_list("type", "body") if body})


def home_crumb(frame: Mapping[str, Any], spoken: Language) -> dict[str, str]:
    """Return the first crumb of a page that is in no tree: the home page, called as the organisation is."""
    organisation = frame.get("organisation") or {}
    return {"title": organisation.get("title") or str(_("Start page")), "path": f"/{spoken.code}/"}


def frame_from(bodies: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the frame made from stored documents, by type; what is missing is ``None``."""
    return {kind: for_html(bodies.get(kind, b"null")) for kind in FRAME_TYPES}
