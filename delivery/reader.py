"""Which language does a request ask for, when its address does not say?"""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest

from localization.languages import Language, UnknownLanguage, all_languages, default_language, language
from localization.negotiation import negotiate


def negotiated(request: HttpRequest, offered: Iterable[Language]) -> Language:
    """Return the offered language that ``Accept-Language`` asks for, else the site's default if offered.

    ``offered`` must not be empty; its order decides where neither header nor default does.
    """
    default = default_language()
    in_order = sorted(offered, key=lambda one: one != default)
    return negotiate(request.headers.get("Accept-Language", ""), in_order)


def language_of_messages(request: HttpRequest) -> Language:
    """Return the language to tell this reader of a problem in: the address says it, else the header."""
    try:
        return language(request.GET.get("locale", ""))
    except UnknownLanguage:
        return negotiated(request, all_languages())
