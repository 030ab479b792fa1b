"""Which languages does the API speak, and how much is there in each?"""

from __future__ import annotations

from typing import Any

import orjson
from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer

from delivery.answers import answer
from delivery.caching import etag_of
from delivery.collections import collections
from delivery.problems import UnknownParameter
from delivery.reading import counts
from delivery.serializers.locales import LocaleListing
from delivery.views.base import ApiView
from localization.languages import all_languages, default_language


class Locales(ApiView):
    """Return the languages of the site, in its order, with the number of documents in each collection."""

    operation_id = "locales_list"
    tag = "locales"
    problems = (UnknownParameter,)

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        """Return the shape of the list of languages."""
        return LocaleListing

    def get(self, request: Request) -> HttpResponse:
        """Answer from the settings and one count."""
        self.values(request)
        numbers = counts()
        results = [
            {
                "language": language.tag,
                "direction": language.direction,
                "name": language.name,
                "default": language == default_language(),
                "documents": {
                    collection.name: sum(
                        numbers.get((language.code, kind), 0)
                        for kind in filter(self.caller.may_take, collection.types)
                    )
                    for collection in collections()
                },
            }
            for language in self.caller.languages_among(all_languages())
        ]
        body = orjson.dumps({"count": len(results), "results": results})
        return answer(request._request, body, etag=etag_of(body))
