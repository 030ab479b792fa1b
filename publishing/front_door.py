"""In which language does a visitor of ``/`` begin?

In the one that the visitor has chosen in the list of languages, else in the one that the browser asks for,
among those that have a home page. Only ``/`` asks: an address that names a language is never redirected
because of one (docs/decisions/0027).
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers

from localization.languages import Language, UnknownLanguage, all_languages, language
from localization.negotiation import negotiate
from publishing.models import Document

# Set by static/js/site.js when a visitor chooses a language, and by nothing else; its value is a tag.
CHOICE = "language"


def front_door(request: HttpRequest) -> HttpResponse:
    """Send a visitor of ``/`` to the home page in the best language (302, never kept by caches)."""
    offered = _with_home_page() or all_languages()
    found = _chosen(request, offered) or negotiate(request.headers.get("Accept-Language", ""), offered)
    response = HttpResponseRedirect(f"/{found.code}/")
    response["Cache-Control"] = "private, max-age=0"
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def _with_home_page() -> tuple[Language, ...]:
    """Return the languages that have a public home page, in the order of the setting."""
    homes = {f"/{each.code}/": each for each in all_languages()}
    there = set(Document.public().filter(path__in=homes).values_list("path", flat=True))
    return tuple(each for path, each in homes.items() if path in there)


def _chosen(request: HttpRequest, offered: tuple[Language, ...]) -> Language | None:
    try:
        chosen = language(request.COOKIES.get(CHOICE, ""))
    except UnknownLanguage:
        return None
    return chosen if chosen in offered else None
