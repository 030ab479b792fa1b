"""What is published about this, and what may a reader be about to type?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import orjson
from django.conf import settings
from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer

from delivery.answers import answer, with_base
from delivery.caching import etag_of
from delivery.cursors import Offset
from delivery.parameters import LIMIT, LOCALE, USUAL_PAGE
from delivery.problems import InvalidParameter, RepeatedParameter, UnknownLocale, UnknownParameter
from delivery.search_parameters import PLACE, QUERY, TYPE
from delivery.serializers.search import SearchAnswer, SuggestionList
from delivery.views.base import ApiView
from localization.languages import Language, all_languages
from publishing.search.engine import Found, Hit, search
from publishing.search.suggestions import Suggestion, suggestions

# What a suggestion says of its document.
_OF_CARD = ("id", "type", "title", "path", "api_path")


class Search(ApiView):
    """Return the live documents of one language that hold all words of a query, the best first.

    Only a document's own words are searched: parts that are shown in another language are not.
    """

    operation_id = "search"
    tag = "search"
    problems = (UnknownLocale, InvalidParameter, RepeatedParameter, UnknownParameter)
    varies_by_language = True
    parameters = (QUERY, LOCALE, TYPE, LIMIT, PLACE)

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        """Return the shape of a page of what was found."""
        return SearchAnswer

    def get(self, request: Request) -> HttpResponse:
        """Answer from the search entries and the stored cards."""
        asked = self.values(request)
        language = asked.get("locale") or self.negotiated(request, all_languages())
        limit, after = asked.get("limit", USUAL_PAGE), asked.get("cursor", Offset(0))
        found = search(
            asked["q"], language.code, limit=limit, start=after.start, types=self._types(asked.get("type"))
        )
        query = {"q": asked["q"], "locale": language.tag}
        query |= {"type": asked["type"]} if "type" in asked else {}
        query["limit"] = limit
        here = _address(request.path, query, after if "cursor" in asked else None)
        following = None if found.next is None else _address(request.path, query, Offset(found.next))
        body = with_base(_body(found, asked["q"], language, here, following))
        return answer(
            request._request,
            body,
            etag=etag_of(body),
            language=language,
            negotiated_at=None if "locale" in asked else here,
            valid_until=found.valid_until,
        )

    def _types(self, asked: str | None) -> Sequence[str] | None:
        """Return the types to search, ``None`` for all of them."""
        if asked is not None:
            self.caller.require(types=[asked])
            return [asked]
        return sorted(self.caller.types) or None


class Suggestions(ApiView):
    """Return names of documents that start as a reader has typed, or have a word that does."""

    operation_id = "search_suggestions"
    tag = "search"
    problems = (UnknownLocale, InvalidParameter, RepeatedParameter, UnknownParameter)
    varies_by_language = True
    parameters = (QUERY, LOCALE, LIMIT)

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        """Return the shape of a list of suggestions."""
        return SuggestionList

    def get(self, request: Request) -> HttpResponse:
        """Answer from the names of live documents."""
        asked = self.values(request)
        language = asked.get("locale") or self.negotiated(request, all_languages())
        limit = asked.get("limit", USUAL_PAGE)
        found = suggestions(asked["q"], language.code, limit, sorted(self.caller.types) or None)
        body = orjson.dumps(
            {
                "query": asked["q"],
                "language": language.tag,
                "direction": language.direction,
                "results": [_suggested(one) for one in found],
            }
        )
        here = f"{request.path}?{urlencode({'q': asked['q'], 'locale': language.tag, 'limit': limit})}"
        return answer(
            request._request,
            body,
            etag=etag_of(body),
            language=language,
            negotiated_at=None if "locale" in asked else here,
        )


def _address(path: str, query: dict[str, Any], after: Offset | None) -> str:
    return f"{path}?{urlencode(query | ({'cursor': after.encode()} if after else {}))}"


def _body(found: Found, text: str, language: Language, here: str, following: str | None) -> bytes:
    """Return the JSON of a page; what is new is put at the end of each card, which is not parsed."""
    base = settings.PUBLIC_BASE_URL
    head = {"count": found.count, "query": text, "language": language.tag, "direction": language.direction}
    links = {"self": base + here, "next": base + following if following else None}
    hits = b",".join(map(_hit, found.hits))
    return b'%s,"results":[%s],"links":%s}' % (orjson.dumps(head)[:-1], hits, orjson.dumps(links))


def _hit(hit: Hit) -> bytes:
    added = orjson.dumps({"snippet": hit.snippet, "matched": hit.matched})
    return hit.card.encode()[:-1] + b"," + added[1:]


def _suggested(one: Suggestion) -> dict[str, Any]:
    return {"name": one.name, **{name: one.card.get(name) for name in _OF_CARD}}
