"""What does the API give of a collection?"""

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
from delivery.collections import Collection
from delivery.list_parameters import MONTH, ORDERING, UPDATED_SINCE, filter_by
from delivery.lists import Page, Selection, page
from delivery.parameters import CURSOR, LIMIT, LOCALE, USUAL_PAGE, Parameter
from delivery.problems import InvalidParameter, RepeatedParameter, UnknownLocale, UnknownParameter
from delivery.serializers import listing_shape
from delivery.views.base import ApiView
from localization.languages import Language, all_languages
from publishing.changes import of_type


class DocumentList(ApiView):
    """Return the live documents of a collection in one language as cards, page by page."""

    collection = Collection("", ())  # given with the address
    problems = (UnknownLocale, InvalidParameter, RepeatedParameter, UnknownParameter)
    varies_by_language = True

    @property
    def parameters(self) -> Sequence[Parameter]:
        """Return language, the collection's filters, order and page."""
        filters = map(filter_by, self.collection.filters)
        return (LOCALE, *filters, UPDATED_SINCE, MONTH, ORDERING, LIMIT, CURSOR)

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        """Return the shape of a page of the collection."""
        return listing_shape(self.collection.name)

    def get(self, request: Request) -> HttpResponse:
        """Answer from the stored cards."""
        asked = self.values(request)
        language = asked.pop("locale", None) or self.negotiated(request, all_languages())
        limit, after = asked.pop("limit", USUAL_PAGE), asked.pop("cursor", None)
        chosen = self._selection(language, asked)
        try:
            found = page(chosen, limit, after)
        except ValueError as error:
            cursor = request.query_params["cursor"]
            raise InvalidParameter(parameter="cursor", value=cursor, expected=CURSOR.expected) from error
        given = {name: request.query_params[name] for name in asked}
        query = {"locale": language.tag, **given, "limit": limit}
        here = _address(request.path, query, after.encode() if after else None)
        following = _address(request.path, query, found.next.encode()) if found.next else None
        body = with_base(_body(found, language, here, following))
        return answer(
            request._request,
            body,
            etag=etag_of(body),
            language=language,
            negotiated_at=None if "locale" in request.query_params else here,
            valid_until=found.valid_until,
            made_from=[of_type(kind, language.code) for kind in self.collection.types],
        )

    def _selection(self, spoken: Language, asked: dict[str, Any]) -> Selection:
        filters = self.collection.filters
        facets = [f"{name}:{value}" for name, value in asked.items() if name in filters]
        others = {name: value for name, value in asked.items() if name not in filters}
        return Selection(self.caller.types_among(self.collection.types), spoken.code, facets, **others)


def _address(path: str, query: dict[str, Any], cursor: str | None) -> str:
    return f"{path}?{urlencode(query | ({'cursor': cursor} if cursor else {}))}"


def _body(found: Page, language: Language, here: str, following: str | None) -> bytes:
    """Return the JSON of a page; the cards are put in as they are stored, without being parsed."""
    base = settings.PUBLIC_BASE_URL
    head = {"count": found.count, "language": language.tag, "direction": language.direction}
    links = {"self": base + here, "next": base + following if following else None}
    cards = ",".join(found.cards).encode()
    return b'%s,"results":[%s],"links":%s}' % (orjson.dumps(head)[:-1], cards, orjson.dumps(links))
