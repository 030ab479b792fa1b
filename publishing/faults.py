"""What does a visitor get when something fails here, or while the site is being worked on?

Pages that are made from templates alone: they are needed when the database is not there.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from localization.languages import Language, UnknownLanguage, language
from publishing.frame import NO_FRAME
from publishing.rendering import surroundings
from publishing.views import negotiated


def fault_page(request: HttpRequest) -> HttpResponse:
    """Answer 500 in the language of the address, else in the one that the browser asks for."""
    spoken = _spoken(request)
    response = HttpResponse(bare_page("publishing/error.html", spoken), status=500)
    response["Content-Language"] = spoken.tag
    response["Cache-Control"] = "no-store"
    return response


def bare_page(template: str, spoken: Language) -> str:
    """Return a page without menus and organisation, which would have to be read."""
    with translation.override(spoken.code):
        return render_to_string(template, surroundings(spoken, NO_FRAME))


def _spoken(request: HttpRequest) -> Language:
    try:
        return language(request.path_info.split("/")[1])
    except (IndexError, UnknownLanguage):
        return negotiated(request)
