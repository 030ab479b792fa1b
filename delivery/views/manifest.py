"""What is there, in which languages, and is a client's copy of it the present one?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import orjson
from django.conf import settings
from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer

from delivery.answers import answer
from delivery.caching import document_etag, etag_of
from delivery.collections import served_types
from delivery.manifest import Entry, entries
from delivery.parameters import CURSOR, LOCALE, Parameter, types_among, up_to
from delivery.problems import InvalidParameter, RepeatedParameter, UnknownLocale, UnknownParameter
from delivery.serializers.manifest import ManifestPage
from delivery.views.base import ApiView
from localization.languages import all_languages, language
from publishing.moments import iso
from publishing.published_types import api_address

LARGEST, USUAL = 1000, 500


LIMIT = up_to(LARGEST, USUAL)


class Manifest(ApiView):
    """Return which documents there are: id, language, dates and entity tag of each, without content, by page.

    Compare the tags with those of your copies, fetch what differs at its `api_path`, and remove what no page
    names: it is gone. Withdrawn documents are named, with their `status`. Without `locale` all languages are
    listed. To be told why something went, or to ask for changes alone, take `/sync/` instead.
    """

    operation_id = "manifest_list"
    tag = "manifest"
    problems = (UnknownLocale, InvalidParameter, RepeatedParameter, UnknownParameter)

    @property
    def parameters(self) -> Sequence[Parameter]:
        """Return what chooses documents, and the page."""
        return (LOCALE, types_among(served_types()), LIMIT, CURSOR)

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        """Return the shape of a page."""
        return ManifestPage

    def get(self, request: Request) -> HttpResponse:
        """Answer from the rows, without their bodies."""
        asked = self.values(request)
        spoken, limit, after = asked.get("locale"), asked.get("limit", USUAL), asked.get("cursor")
        self.caller.require(types=asked.get("type", ()))
        types = asked.get("type") or self.caller.types_among(served_types())
        codes = [one.code for one in ([spoken] if spoken else self.caller.languages_among(all_languages()))]
        count, found, following = entries(types, codes, limit, after)
        query = {name: request.query_params[name] for name in ("locale", "type", "limit") if name in asked}
        pages = [query | ({"cursor": place.encode()} if place else {}) for place in (after, following)]
        here, there = (_address(request.path, given) for given in pages)
        results = [_entry(entry) for entry in found]
        links = {"self": here, "next": there if following else None}
        body = orjson.dumps({"count": count, "results": results, "links": links})
        ends = [entry.expires_at for entry in found if entry.expires_at is not None]
        return answer(request._request, body, etag=etag_of(body), valid_until=min(ends, default=None))


def _entry(entry: Entry) -> dict[str, Any]:
    tag = language(entry.locale).tag
    return {
        "id": str(entry.content_id),
        "type": entry.type,
        "language": tag,
        "status": entry.status,
        "etag": document_etag(entry.etag, settings.PUBLIC_BASE_URL),
        "first_published": iso(entry.first_published_at),
        "updated": iso(entry.updated_at),
        "api_path": api_address(entry.type, entry.content_id, tag),
    }


def _address(path: str, query: dict[str, str]) -> str:
    return settings.PUBLIC_BASE_URL + path + (f"?{urlencode(query)}" if query else "")
