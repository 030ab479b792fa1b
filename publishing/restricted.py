"""How is a page behind a log-in, a group or a password read?

It never becomes a document. Wagtail finds the page, asks for what its restriction wants, and then calls the
page's ``serve``, which compiles the live revision in memory (``publishing.pages``). Such answers are
``private, no-store``.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import Page

from localization.languages import UnknownLanguage, language
from publishing.paths import root_of
from publishing.publication import is_restricted


def serve(request: HttpRequest) -> HttpResponse | None:
    """Answer with the restricted page at this address, or ``None`` if there is none."""
    found = _restricted_page(request)
    if found is None:
        return None
    from wagtail.views import serve as wagtail_serve_page

    page, args, kwargs = found
    request._wagtail_route_for_request = (page, args, kwargs)  # type: ignore[attr-defined]
    response = wagtail_serve_page(request, request.path_info)
    response["Cache-Control"] = "private, no-store"
    return response  # type: ignore[no-any-return]


def _restricted_page(request: HttpRequest) -> tuple[Page, list[object], dict[str, object]] | None:
    prefix, *components = [part for part in request.path_info.split("/") if part] or [""]
    try:
        spoken = language(prefix)
        locale_id = _locale_id(spoken.code)
        root = None if locale_id is None else root_of(locale_id)
        if root is None:
            return None
        page, args, kwargs = root.specific.route(request, components)
    except (UnknownLanguage, Http404):
        return None
    return (page, args, kwargs) if is_restricted(page) else None


def _locale_id(code: str) -> int | None:
    from wagtail.models import Locale

    return Locale.objects.filter(language_code=code).values_list("pk", flat=True).first()
