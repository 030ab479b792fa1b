"""What is a visitor told where there is no page, or no page any more?"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from localization.languages import Language, language, position
from publishing import lookup
from publishing.caching import KEEP
from publishing.coding import code
from publishing.rendering import surroundings
from publishing.shelf import SOURCE, Shelf


def missing_page(request: HttpRequest, spoken: Language, cards: list[dict[str, Any]]) -> HttpResponse:
    """Answer 404 in the visitor's language, listing the languages that have the page."""
    return _answer(
        request, 404, "publishing/not_found.html", spoken, {"available": _elsewhere(cards, spoken)}
    )


def unknown_choice(request: HttpRequest, spoken: Language, title: str, path: str) -> HttpResponse:
    """Answer 400: the list has no such filter. Say so, with a link to the whole list."""
    context = {"title": title, "path": path}
    return _answer(request, 400, "publishing/unknown_choice.html", spoken, context)


def gone_page(
    request: HttpRequest, spoken: Language, found: lookup.Found, cards: list[dict[str, Any]] | None = None
) -> HttpResponse:
    """Answer 410: the page was public and is not any more. Say why, and where it can still be read.

    ``cards`` are those of the languages that have it, where their documents do not say the address.
    """
    cards = lookup.cards_of(found.content_id) if cards is None else cards
    replacement = None
    if found.replaced_by is not None:
        replacing = Shelf().cards(found.replaced_by)
        replacement = replacing.get(spoken.code) or replacing.get(SOURCE)
    return _answer(
        request,
        410,
        "publishing/gone.html",
        spoken,
        {
            "reason": found.gone_reason,
            "title": found.title,
            "available": _elsewhere(cards, spoken),
            "replacement": replacement,
        },
    )


def _elsewhere(cards: list[dict[str, Any]], spoken: Language) -> list[dict[str, Any]]:
    """Return the cards of the other languages, in the order of the languages setting."""
    others = [card for card in cards if card["language"] != spoken.tag and card["path"]]
    return sorted(others, key=lambda card: position(language(card["language"]).code))


def _answer(
    request: HttpRequest, status: int, template: str, spoken: Language, context: dict[str, Any]
) -> HttpResponse:
    with translation.override(spoken.code):
        body = render_to_string(template, {**surroundings(spoken), **context})
    response = HttpResponse(body, status=status)
    response["Content-Language"] = spoken.tag
    response["Cache-Control"] = f"public, max-age={KEEP}"
    code(request, response)
    return response
