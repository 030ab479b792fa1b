"""Where is the checklist of a page or snippet, and where is the field that a finding is about?"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from django.contrib.admin.utils import quote as quote_pk
from django.urls import NoReverseMatch, reverse
from wagtail.admin.admin_url_finder import AdminURLFinder

from localization.source import is_source

_BLOCK_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def checklist_url(instance: Any) -> str:
    """Return the address of the checklist of a page or snippet."""
    options = type(instance)._meta
    return reverse("before_publishing", args=[options.app_label, options.model_name, quote_pk(instance.pk)])


def field_url(instance: Any, path: str) -> str:
    """Return the address of the field at a content path (``risks.<block id>.name``) in the editor.

    In the editor of an original the browser goes to the block or field; in the translation editor
    ``static/js/find-string.js`` goes to the text. Empty for a type that is not edited anywhere.
    """
    try:
        edit = str(AdminURLFinder().get_edit_url(instance) or "")
    except NoReverseMatch:
        return ""
    path = path.partition("#")[0]
    if not edit or not path:
        return edit
    if not is_source(instance):
        return f"{edit}#text={quote(path)}"
    blocks = _BLOCK_ID.findall(path)
    return f"{edit}#block-{blocks[-1]}-section" if blocks else f"{edit}#id_{path.split('.')[0]}"
