"""What does a visitor get at an address of the site?

A live document's page, or the notice of one that was withdrawn; 301 where it has moved; 410 where it is gone;
404 with the languages that do have it.
A page behind a log-in never is a document: Wagtail's own view asks for the log-in and the page is
compiled in memory (``publishing.restricted``).
"""

from __future__ import annotations

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from localization.languages import Language, UnknownLanguage, all_languages, language
from localization.negotiation import negotiate
from publishing import lookup, restricted
from publishing.absence import gone_page, missing_page, unknown_choice
from publishing.answers import public_answer
from publishing.caching import KEEP, last_modified
from publishing.changes import of_content, of_frame, of_path, of_type
from publishing.coding import coding_for, tag_of_copy, tagged
from publishing.list_filters import UnknownChoice, asked_of
from publishing.listing import filters_of, listing, listing_type_of
from publishing.models import Status
from publishing.refresh import refresh
from publishing.rendering import STARTED, page_key, page_of, render_material

READING = ("GET", "HEAD")


def negotiated(request: HttpRequest) -> Language:
    """Return the language that a visitor's browser asks for."""
    return negotiate(request.headers.get("Accept-Language", ""), all_languages())


def serve(request: HttpRequest, path: str = "") -> HttpResponse:
    """Answer for any address that nothing else claims."""
    address = request.path_info
    if request.method not in READING:
        return restricted.serve(request) or _not_allowed()
    if not address.endswith("/"):
        return _with_slash(request, address)
    found = _current(address)
    return _public(request, found) or restricted.serve(request) or _absent(request, address, found)


def public_page(request: HttpRequest) -> HttpResponse | None:
    """Answer for a document that is public at this address, ``None`` if there is none.

    The answer is the same for everybody: nothing here looks at cookies.
    """
    return _public(request, _current(request.path_info))


def _public(request: HttpRequest, found: lookup.Found | None) -> HttpResponse | None:
    if found is None or found.status == Status.GONE:
        return None
    listed = listing_type_of(found.type) if found.status == Status.LIVE else None
    return _page(request, found) if listed is None else _index(request, found, listed)


def _current(address: str) -> lookup.Found | None:
    """Return what is read at an address, compiled afresh if the time for which it was true is over."""
    found = lookup.find(address)
    if found is not None and _out_of_date(found):
        refresh(found.content_id, found.locale)
        found = lookup.find(address)
    return found


def _page(request: HttpRequest, found: lookup.Found) -> HttpResponse | None:
    """Return the page of a document. Whoever has it already is answered without having it rendered."""
    # A page is at least as large as what is worth compressing.
    key, html, coding = page_key(found), b"", coding_for(request)
    # With another build the same document is another page.
    changed_at = None if found.changed_at is None else max(found.changed_at, STARTED)
    if tag_of_copy(request, tagged(f'"{key}"', coding), coding, last_modified(changed_at)) is None:
        page = page_of(found)
        if page is None:
            return None
        changed_at = changed_at if key == page[0] else None
        key, html = page
    return public_answer(
        request,
        html,
        etag=f'"{key}"',
        language=language(found.locale),
        coding=coding,
        changed_at=changed_at,
        valid_until=found.valid_until,
        made_from=_made_from(found),
    )


def _index(request: HttpRequest, found: lookup.Found, listed: str) -> HttpResponse | None:
    material = lookup.material_of(found.content_id, found.locale)
    if material is None:
        return None
    try:
        shown = listing(listed, found.locale, asked_of(request.GET, filters_of(listed)))
    except UnknownChoice:
        return unknown_choice(request, language(found.locale), found.title, found.path or "/")
    html = render_material(material, shown).encode()
    filters = filters_of(listed)
    # Choices that are documents may be renamed, or leave.
    kinds = [listed, *(one.document_type for one in filters if one.document_type)]
    return public_answer(
        request,
        html,
        etag=etag_of(html),
        language=language(found.locale),
        valid_until=min(filter(None, (found.valid_until, shown["valid_until"])), default=None),
        made_from=[*_made_from(found), *(of_type(kind, found.locale) for kind in kinds)],
    )


def _made_from(found: lookup.Found) -> list[str]:
    around = (of_frame(found.locale), of_type(lookup.TERM_TYPE, found.locale))
    return [of_path(found.path or ""), of_content(found.content_id), *around]


def etag_of(html: bytes) -> str:
    """Return the strong entity tag of a page that is put together on the spot."""
    return f'"{hashlib.sha256(html).hexdigest()[:40]}"'


def _out_of_date(found: lookup.Found) -> bool:
    return (
        found.status == Status.LIVE and found.valid_until is not None and found.valid_until <= timezone.now()
    )


def _with_slash(request: HttpRequest, address: str) -> HttpResponse:
    if lookup.find(address + "/") is None and lookup.moved(address + "/") is None:
        return _absent(request, address, None)
    query = request.META.get("QUERY_STRING", "")
    return moved_to(address + "/" + (f"?{query}" if query else ""))


def _absent(request: HttpRequest, address: str, found: lookup.Found | None) -> HttpResponse:
    prefix, _slash, tail = address.lstrip("/").partition("/")
    try:
        spoken = language(prefix)
    except UnknownLanguage:
        # An address without a language, or in one that we do not have.
        cards = lookup.cards_like(tail) or lookup.cards_like(address.lstrip("/"))
        response = missing_page(request, negotiated(request), cards)
        patch_vary_headers(response, ["Accept-Language"])
        return response
    if prefix != spoken.code:
        return moved_to(f"/{spoken.code}/{tail}")
    if found is not None:
        return gone_page(request, spoken, found)
    moved = lookup.moved(address)
    if moved is not None:
        if moved.path is None or moved.status == Status.GONE:
            return gone_page(request, spoken, moved)
        return moved_to(moved.path)
    return missing_page(request, spoken, lookup.cards_like(tail))


def moved_to(address: str) -> HttpResponse:
    """Send a reader on for good; but what is read where can change again, so no cache keeps that for long."""
    response = HttpResponsePermanentRedirect(address)
    response["Cache-Control"] = f"public, max-age={KEEP}"
    return response


def not_allowed_unless_reading(request: HttpRequest) -> HttpResponse | None:
    """Return 405 for every method that would change something."""
    return None if request.method in READING else _not_allowed()


def _not_allowed() -> HttpResponse:
    response = HttpResponse(status=405)
    response["Allow"] = ", ".join(READING)
    return response
