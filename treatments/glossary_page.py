"""Which words are explained in a language?  The glossary from A to Z, made from its terms' documents."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from localization.languages import Language, all_languages
from publishing.answers import public_answer
from publishing.changes import of_frame, of_type
from publishing.frame import frame_of, home_crumb
from publishing.gatherings import word_list
from publishing.models import Document
from publishing.own_address import spoken_at
from publishing.rendering import render
from publishing.structured_data import list_graph
from publishing.views import etag_of
from treatments.alphabet import initial, sort_key
from treatments.models import GlossaryTerm
from treatments.structured_data import word_list as word_list_node

KIND = GlossaryTerm.document_type


def glossary_page(request: HttpRequest, prefix: str) -> HttpResponse:
    """Answer for ``/<language>/glossary/``. Three statements, however many terms there are."""
    spoken = spoken_at(request, prefix)
    if isinstance(spoken, HttpResponse):
        return spoken
    public = Document.public().filter(type=KIND)
    rows = list(public.filter(locale=spoken.code).values_list("card", "valid_until", "expires_at"))
    # Each in this language: a term whose text is another one's is of no use here, nor is a list of such.
    terms = [card for card, *_ends in rows if card["language"] == spoken.tag]
    spoken_in = set(public.values_list("locale", "card__language").order_by().distinct())
    frame = frame_of(spoken)
    with translation.override(spoken.code):
        document = {**_document(spoken, spoken_in), "breadcrumbs": [home_crumb(frame, spoken)]}
    listing: dict[str, Any] = {"letters": _letters(terms, spoken), "is_part": not terms}
    words = [term for group in listing["letters"] for term in group["terms"]]
    document["json_ld"] = list_graph(document, "CollectionPage", word_list_node(words, document["title"]))
    html = render(document, listing=listing, frame=frame, template="treatments/glossary_page.html").encode()
    return public_answer(
        request,
        html,
        etag=etag_of(html),
        language=spoken,
        valid_until=min((end for _card, *ends in rows for end in ends if end), default=None),
        made_from=[of_frame(spoken.code), *(of_type(KIND, each.code) for each in all_languages())],
    )


def _letters(terms: list[dict[str, Any]], spoken: Language) -> list[dict[str, Any]]:
    """Return the terms by letter; all of them under no letter where the script has none."""
    ordered = sorted(terms, key=lambda card: sort_key(card["title"], spoken))
    groups = groupby(ordered, key=lambda card: initial(card["title"], spoken))
    return [{"letter": letter, "terms": list(group)} for letter, group in groups]


def _document(spoken: Language, spoken_in: set[tuple[str, str]]) -> dict[str, Any]:
    """Return what the frame wants to know of the page, as it would of a document."""
    there = [each for each in all_languages() if (each.code, each.tag) in spoken_in]
    return {
        "type": "glossary",
        "language": spoken.tag,
        "direction": spoken.direction,
        "title": _("Glossary"),
        "summary": _("Medical words, explained in one or two sentences."),
        "path": _address(spoken),
        "available_translations": [
            {"language": each.tag, "direction": each.direction, "name": each.name, "path": _address(each)}
            for each in there
        ],
        "json_ld": None,
    }


def _address(spoken: Language) -> str:
    return word_list(KIND, spoken)
