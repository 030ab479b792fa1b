"""How does a document become a page of HTML?

The page is derived from the document and kept in the shared cache under the document's etag, the frame's
etag and the build id, so a menu edit or a new stylesheet changes no document, and no entry can be stale:
what is under a key never changes.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from django.conf import settings
from django.core.cache import cache as shared_cache
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation

from localization.languages import Language, all_languages, default_language, language
from publishing.delivery import absolute, for_html
from publishing.frame import frame_of
from publishing.lookup import Found
from publishing.published_types import published_types
from publishing.structured_data import script_safe

# Seconds that a rendered page is kept; keys never go stale, so this only bounds the space.
KEPT = 24 * 3600


@cache
def build_id() -> str:
    """Return a digest of templates, styles and catalogues: what else a rendered page depends on."""
    digest = hashlib.sha256()
    for folder in ("templates", "static", "locale"):
        for file in sorted(Path(settings.BASE_DIR, folder).rglob("*")):
            if file.is_file() and file.suffix != ".po":
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def page_key(found: Found) -> str:
    """Return the name under which the page of a found document is kept, and its etag."""
    return hashlib.sha256(f"{found.etag}:{found.frame_etag}:{build_id()}".encode()).hexdigest()[:40]


def page_html(found: Found, key: str) -> str:
    """Return the page of a found document, from the shared cache if it was rendered before."""
    if settings.DEBUG:
        return render_found(found)
    html = shared_cache.get(f"page:{key}")
    if html is None:
        html = render_found(found)
        shared_cache.set(f"page:{key}", html, KEPT)
    return str(html)


def render_found(found: Found, listing: dict[str, Any] | None = None) -> str:
    """Render a found document inside its frame; ``listing`` is what an index page lists."""
    assert found.body is not None  # noqa: S101  (a live document has a body; the store sees to it)
    return render(for_html(found.body), listing=listing)


def render(
    document: dict[str, Any],
    *,
    listing: dict[str, Any] | None = None,
    preview_request: HttpRequest | None = None,
) -> str:
    """Render a document (as data with root-relative addresses) as a page.

    Only a preview is given its request: Wagtail's user bar asks it who is looking. Nothing else may depend
    on it.
    """
    spoken = language(document["language"])
    context = {
        "document": document,
        "listing": listing,
        "canonical": absolute(document["path"]) if document["path"] else "",
        "alternates": alternates(document),
        "json_ld": json_ld(document),
        "is_preview": preview_request is not None,
        **surroundings(spoken),
    }
    with translation.override(spoken.code):
        return render_to_string(
            published_types()[document["type"]].document_template, context, preview_request
        )


def surroundings(spoken: Language) -> dict[str, Any]:
    """Return what every page of a language needs beside its document."""
    return {"language": spoken, "languages": all_languages(), "frame": frame_of(spoken)}


def alternates(document: dict[str, Any]) -> list[dict[str, str]]:
    """Return the hreflang links of a page: itself, every true translation, and ``x-default``."""
    there = document["available_translations"]
    links = [{"tag": entry["language"], "url": absolute(entry["path"])} for entry in there]
    default = next((e for e in there if e["language"] == default_language().tag), there[0] if there else None)
    if default is not None:
        links.append({"tag": "x-default", "url": absolute(default["path"])})
    return links


def json_ld(document: dict[str, Any]) -> str:
    """Return the structured data of a page, safe inside a script element, with absolute addresses."""
    if not document["json_ld"]:
        return ""
    return script_safe(_absolute_ids(orjson.dumps(document["json_ld"]).decode()))


def _absolute_ids(text: str) -> str:
    # for_html left root-relative addresses; in JSON-LD every address is a string that starts with a slash.
    return text.replace('":"/', f'":"{settings.PUBLIC_BASE_URL}/')
