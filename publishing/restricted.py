"""How is a page behind a log-in, a group or a password read?

It never becomes a document. Wagtail finds the page, asks for what its restriction wants, and then calls the
page's ``serve``, which compiles the live revision in memory (``publishing.pages``). Such answers are
``private, no-store``.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Locale
from wagtail.views import serve_chain

from localization.languages import UnknownLanguage, language
from localization.source import is_live
from publishing.paths import root_of
from publishing.trees import Trees


def serve(request: HttpRequest) -> HttpResponse | None:
    """Answer with the restricted page at this address, or ``None`` if there is none."""
    page = _restricted_page(request)
    if page is None:
        return None
    response = _served_by_wagtail(page, request)
    response["Cache-Control"] = "private, no-store"
    return response


def _served_by_wagtail(page: Any, request: HttpRequest) -> HttpResponse:
    """Serve through Wagtail's own hooks, in the order of ``wagtail.views.serve`` (8.0).

    The chain of ``on_serve_page`` is where Wagtail checks restrictions; ``before_serve_page`` answers for
    whatever else is registered.
    """
    chain = serve_chain
    for link in reversed(hooks.get_hooks("on_serve_page")):
        chain = link(chain)
    for step in hooks.get_hooks("before_serve_page"):
        answer = step(page, request, [], {})
        if isinstance(answer, HttpResponse):
            return answer
    return chain(page, request, [], {})


def _restricted_page(request: HttpRequest) -> Any | None:
    prefix, *components = [part for part in request.path_info.split("/") if part] or [""]
    try:
        spoken = language(prefix)
        locale_id = _locale_id(spoken.code)
        root = None if locale_id is None else root_of(locale_id)
        if root is None:
            return None
        page = root.specific.route(request, components).page
    except (UnknownLanguage, Http404):
        return None
    return page if is_live(page) and Trees().is_restricted(page) else None


def _locale_id(code: str) -> int | None:
    return Locale.objects.filter(language_code=code).values_list("pk", flat=True).first()
