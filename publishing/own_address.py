"""Which language does an address of the site's own speak: the search page, a feed, a sitemap?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from localization.languages import Language, UnknownLanguage, language
from publishing.views import not_allowed_unless_reading, serve


def in_language(prefix: str) -> Language | None:
    """Return the language whose code ``prefix`` is."""
    try:
        spoken = language(prefix)
    except UnknownLanguage:
        return None
    return spoken if spoken.code == prefix else None


def spoken_at(request: HttpRequest, prefix: str) -> Language | HttpResponse:
    """Return the language that ``prefix`` names, or the answer where it names none of ours.

    A tag instead of a code (``zh-Hans``) is sent on, as it is for pages; only reading is allowed.
    """
    try:
        spoken = language(prefix)
    except UnknownLanguage:
        return serve(request, request.path_info[1:])
    refused = not_allowed_unless_reading(request)
    if refused is not None:
        return refused
    if prefix != spoken.code:
        _slash, _prefix, rest = request.path_info.split("/", 2)
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"/{spoken.code}/{rest}" + (f"?{query}" if query else ""))
    return spoken
