"""Which documents belong to a snippet: the treatments of a category, the pages that a person has written?

A page at an address of the site's own, which is the same in every language but for the language itself. It
is made from the snippet's document and the cards of what names it; nothing is compiled for it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from localization.languages import Language, all_languages, language, position
from publishing import lookup
from publishing.absence import gone_page, missing_page, unknown_choice
from publishing.answers import public_answer
from publishing.changes import of_frame, of_type
from publishing.delivery import for_html
from publishing.frame import frame_of, home_crumb
from publishing.gatherings import Gathering, address_of
from publishing.list_filters import UnknownChoice, asked_of
from publishing.listing import gathered
from publishing.models import Document
from publishing.own_address import spoken_at
from publishing.rendering import render
from publishing.structured_data import list_graph
from publishing.views import etag_of, moved_to

# In every language at once: where it is read, and whether there is anything to list.
_SUBJECT = """
SELECT d.locale, d.content_id, d.title, d.body, d.valid_until, d.expires_at,
       EXISTS (SELECT FROM publishing_document listed
                WHERE listed.locale = d.locale AND listed.status = 'live'
                  AND listed.type = ANY (%(types)s::text[])
                  AND (listed.expires_at IS NULL OR listed.expires_at > %(now)s)
                  AND listed.facets @> ARRAY[%(facet)s || ':' || d.content_id]::varchar[])
  FROM publishing_document d
 WHERE d.type = %(type)s AND d.status = 'live' AND (d.expires_at IS NULL OR d.expires_at > %(now)s)
   AND CASE WHEN %(id)s::uuid IS NULL THEN d.card ->> 'slug' = %(key)s ELSE d.content_id = %(id)s::uuid END
"""


@dataclass(frozen=True, slots=True)
class Subject:
    """The snippet in one language, and whether anything there belongs to it."""

    locale: str
    content_id: Any
    title: str
    body: Any
    valid_until: dt.datetime | None
    expires_at: dt.datetime | None
    is_filled: bool


def gathering_page(request: HttpRequest, prefix: str, key: str, kind: Gathering) -> HttpResponse:
    """Answer for the page of a snippet; 404 with the languages that have it. Three statements."""
    spoken = spoken_at(request, prefix)
    if isinstance(spoken, HttpResponse):
        return spoken
    subjects = _subjects(key, kind)
    own = next((each for each in subjects if each.locale == spoken.code), None)
    if own is None:
        there = [_card(each, key, kind) for each in subjects if each.is_filled]
        return _absent(request, spoken, kind.address(spoken, key), there)
    document, frame = _document(own, subjects, key, kind), frame_of(spoken)
    with translation.override(spoken.code):
        document["breadcrumbs"] = [home_crumb(frame, spoken)]
    try:
        after = asked_of(request.GET, ()).after
        shown = gathered(kind.listed, spoken.code, f"{kind.facet}:{own.content_id}", after)
    except UnknownChoice:
        return unknown_choice(request, spoken, own.title, document["path"])
    document["json_ld"] = list_graph(document, kind.web_page, kind.main_entity(document, shown["cards"]))
    # Whoever searches is not led to an empty list.
    shown["is_part"] = shown["is_part"] or not own.is_filled
    html = render(document, listing=shown, frame=frame, template=kind.template).encode()
    ends = filter(None, (own.valid_until, own.expires_at, shown["valid_until"]))
    kinds = (kind.document_type, *kind.listed)
    return public_answer(
        request,
        html,
        etag=etag_of(html),
        language=spoken,
        valid_until=min(ends, default=None),
        # Which languages have the same page changes with what they list.
        made_from=[
            of_frame(spoken.code),
            *(of_type(k, each.code) for k in kinds for each in all_languages()),
        ],
    )


def _absent(
    request: HttpRequest, spoken: Language, address: str, there: list[dict[str, Any]]
) -> HttpResponse:
    """Answer 410 where the page has been, 301 where it has another short name now, else 404."""
    left = lookup.moved(address)
    if left is None:
        return missing_page(request, spoken, there)
    here = Document.public().filter(content_id=left.content_id, locale=spoken.code)
    card = here.values_list("card", flat=True).first()
    now = None if card is None else address_of(left.type, spoken.code, card)
    return gone_page(request, spoken, left, there) if now is None else moved_to(now)


def _subjects(key: str, kind: Gathering) -> list[Subject]:
    """Return the snippet in each language where it is public, in the setting's order."""
    values: dict[str, Any] = {
        "type": kind.document_type,
        "types": list(kind.listed),
        "facet": kind.facet,
        "now": timezone.now(),
        "key": key,
        "id": _content_id(key),
    }
    with connection.cursor() as cursor:
        cursor.execute(_SUBJECT, values)
        return sorted((Subject(*row) for row in cursor.fetchall()), key=lambda each: position(each.locale))


def _content_id(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


def _document(own: Subject, subjects: list[Subject], key: str, kind: Gathering) -> dict[str, Any]:
    """Return the document of the snippet with the address that it has here, and its languages."""
    there = [each for each in subjects if each.is_filled or each is own]
    document: dict[str, Any] = for_html(own.body)
    address = kind.address(language(own.locale), key)
    cards = [_card(each, key, kind) for each in there]
    return document | {"path": address, "available_translations": cards, "json_ld": None}


def _card(subject: Subject, key: str, kind: Gathering) -> dict[str, Any]:
    spoken = language(subject.locale)
    return {
        "language": spoken.tag,
        "direction": spoken.direction,
        "name": spoken.name,
        "title": subject.title,
        "path": kind.address(spoken, key),
    }
