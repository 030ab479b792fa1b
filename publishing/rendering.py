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
from django.utils import timezone, translation

from localization.languages import Language, all_languages, default_language, language
from publishing.delivery import absolute, for_html
from publishing.frame import frame_from, frame_of
from publishing.link_preview import link_preview
from publishing.lookup import Found, Material, material_of
from publishing.memory import Memory
from publishing.models import Status
from publishing.published_types import published_types
from publishing.structured_data import publisher, script_safe
from publishing.terms import explained

# Seconds that a rendered page is kept; keys never go stale, so this only bounds the space.
KEPT = 24 * 3600
# Pages that this process has at hand beside its finished answers (cms.kept_answers), for other codings.
AT_HAND = Memory[bytes](8 * 1024 * 1024, len)

# Since when this process makes pages: before, they may have been made from other templates and texts.
STARTED = timezone.now()


@cache
def build_id() -> str:
    """Return a digest of templates, styles, catalogues and code: what else a rendered page depends on."""
    digest = hashlib.sha256()
    for folder in ("templates", "static", "locale", "publishing", "localization"):
        for file in sorted(Path(settings.BASE_DIR, folder).rglob("*")):
            if file.is_file() and file.suffix not in {".po", ".pyc"}:
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def page_key(made_from: Found | Material) -> str:
    """Return the name under which a page is kept, and its etag: a digest of all that it is made from."""
    parts = (made_from.etag, made_from.frame_etag, build_id(), settings.PUBLIC_BASE_URL)
    return hashlib.sha256(":".join(parts).encode()).hexdigest()[:40]


def page_of(found: Found) -> tuple[str, bytes] | None:
    """Return key and HTML of the page of a found document, rendered by whichever process was asked first.

    If the document has changed meanwhile, those of the new page; ``None`` if it is not live any more.
    """
    key = page_key(found)
    html = _kept(key)
    if html is None:
        material = material_of(found.content_id, found.locale)
        if material is None:
            return None
        key = page_key(material)
        html = render_material(material).encode()
        if not settings.DEBUG:
            shared_cache.set(f"html:{key}", html, KEPT)
            AT_HAND.keep(key, html)
    return key, html


def _kept(key: str) -> bytes | None:
    if settings.DEBUG:
        return None
    html = AT_HAND.get(key)
    if html is None:
        html = shared_cache.get(f"html:{key}")
        if html is not None:
            AT_HAND.keep(key, html)
    return html


def render_material(material: Material, listing: dict[str, Any] | None = None) -> str:
    """Render a document inside its frame; ``listing`` is what an index page lists."""
    document = for_html(material.body)
    html = render(document, listing=listing, frame=frame_from(material.frame))
    return explained(html, orjson.loads(material.terms or "[]"), language(document["language"]))


def render(
    document: dict[str, Any],
    *,
    listing: dict[str, Any] | None = None,
    frame: dict[str, Any] | None = None,
    preview_request: HttpRequest | None = None,
    template: str | None = None,
) -> str:
    """Render a document (as data with root-relative addresses) as a page.

    Only a preview is given its request: Wagtail's user bar asks it who is looking. Nothing else may depend
    on it. ``template`` replaces that of the document's type.
    """
    spoken = language(document["language"])
    around = surroundings(spoken, frame)
    context = {
        "document": document,
        "listing": listing,
        "canonical": absolute(document["path"]) if document["path"] else "",
        "alternates": alternates(document),
        "json_ld": json_ld(document, around["frame"]["organisation"]),
        "og": link_preview(document),
        "is_preview": preview_request is not None,
        **around,
    }
    with translation.override(spoken.code):
        template = template or published_types()[document["type"]].document_template
        return render_to_string(template or "", context, preview_request)


def surroundings(spoken: Language, frame: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return what every page of a language needs beside its document; the frame is read unless given."""
    return {"language": spoken, "languages": all_languages(), "frame": frame or frame_of(spoken)}


def alternates(document: dict[str, Any]) -> list[dict[str, str]]:
    """Return the hreflang links of a page: itself, every true translation, and ``x-default``."""
    if document.get("status") == Status.WITHDRAWN:
        return []  # other languages are no alternates of a notice
    there = document["available_translations"]
    links = [{"tag": entry["language"], "url": absolute(entry["path"])} for entry in there]
    default = next((e for e in there if e["language"] == default_language().tag), there[0] if there else None)
    if default is not None:
        links.append({"tag": "x-default", "url": absolute(default["path"])})
    return links


def json_ld(document: dict[str, Any], organisation: dict[str, Any] | None = None) -> str:
    """Return the structured data of a page, safe inside a script element, with absolute addresses.

    Who publishes it is in no document, so that a new telephone number changes no document: it is added here.
    """
    graph = document["json_ld"]
    if not graph:
        return ""
    home = f"/{language(document['language']).code}/"
    named = publisher(organisation, home, whole=document["path"] == home)
    if named is not None:
        page, *others = graph["@graph"]
        graph = {**graph, "@graph": [{**page, "publisher": named}, *others]}
    return script_safe(_absolute_ids(orjson.dumps(graph).decode()))


def _absolute_ids(text: str) -> str:
    # for_html left root-relative addresses; in JSON-LD every address is a string that starts with a slash.
    return text.replace('":"/', f'":"{settings.PUBLIC_BASE_URL}/')
