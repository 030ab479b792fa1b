"""Which document is read at a path of the site?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import orjson
from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiResponse, PolymorphicProxySerializer
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer

from delivery.answers import answer, with_base
from delivery.caching import document_etag
from delivery.collections import collections
from delivery.parameters import Parameter
from delivery.problems import Gone, InvalidParameter, RepeatedParameter, UnknownParameter, UnknownPath
from delivery.reading import find_true, versions
from delivery.serializers import document_shapes
from delivery.serializers.document import Document, Moved, Withdrawn
from delivery.translations import former_translations, translations
from delivery.views.base import ApiView
from localization.languages import language
from publishing import lookup
from publishing.changes import of_content, of_path
from publishing.gatherings import KINDS
from publishing.models import Status
from publishing.published_types import api_address

LONGEST = 2048


def _path(text: str) -> str:
    if not text.startswith("/") or len(text) > LONGEST or "\x00" in text:
        raise ValueError("This is no path.")
    return text


PATH = Parameter(
    name="path",
    description="The path of a page as it stands in its address, from the first slash to the last.",
    expected=_("the path of a page, such as /ar/treatments/mesotherapy/"),
    schema={"type": "string", "examples": ["/ar/treatments/mesotherapy/"]},
    read=_path,
    required=True,
)


class PageByPath(ApiView):
    """Return the document of the page at a path of the site, of whatever type it is."""

    operation_id = "pages_by_path"
    tag = "pages"
    is_dated = True
    problems = (UnknownParameter, RepeatedParameter, InvalidParameter, UnknownPath, Gone)
    further_headers = {"Content-Location": "The address of the document itself."}
    further_answers = {301: OpenApiResponse(Moved, description="The page has moved; follow `Location`.")}

    @property
    def parameters(self) -> Sequence[Parameter]:
        """Return the path."""
        return (PATH,)

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        """Return the shape that all documents share."""
        return Document

    def described_answer(self) -> Any:
        """Return the shapes of all documents that have a page, and of a withdrawal."""
        shapes = [shape for collection in collections() for shape in document_shapes(collection.types)]
        return PolymorphicProxySerializer(
            component_name="AnyPage", serializers=[*shapes, Withdrawn], resource_type_field_name=None
        )

    def get(self, request: Request) -> HttpResponse:
        """Answer with the document, with where it has gone, or with why it is gone."""
        path = self.values(request)["path"]
        found = lookup.find(path)
        if found is None or found.status == Status.GONE:
            return self._elsewhere(path, found)
        self._require(found)
        stored = find_true(found.content_id, found.locale, [found.type])
        if stored is None or stored.body is None:
            raise self._gone(found)
        served = language(found.locale)
        response = answer(
            request._request,
            with_base(stored.body),
            etag=document_etag(stored.etag, settings.PUBLIC_BASE_URL),
            language=served,
            changed_at=stored.changed_at,
            valid_until=stored.valid_until,
            made_from=[of_path(path), of_content(found.content_id)],
        )
        response.headers["Content-Location"] = str(api_address(found.type, found.content_id, served.tag))
        return response

    def _elsewhere(self, path: str, found: lookup.Found | None) -> HttpResponse:
        """Answer 301 for a page that has moved; its new path is in the body too."""
        moved = None if found else lookup.moved(path)
        # Lists of a category or a person have a page on the site, and here no path at all.
        if moved is not None and moved.type in KINDS:
            moved = None
        if moved is None or moved.path is None or moved.status == Status.GONE:
            gone = found or moved
            raise UnknownPath(path=path) if gone is None else self._gone(gone)
        self._require(moved)
        tag = language(moved.locale).tag
        there = f"{self.request.path}?{urlencode({'path': moved.path})}"
        told = {
            "id": str(moved.content_id),
            "type": moved.type,
            "language": tag,
            "path": moved.path,
            "url": settings.PUBLIC_BASE_URL + moved.path,
            "api_path": api_address(moved.type, moved.content_id, tag),
        }
        headers = {"Location": there, "Cache-Control": "public, max-age=5"}
        return HttpResponse(
            orjson.dumps({"moved_to": told}), status=301, content_type="application/json", headers=headers
        )

    def _require(self, found: lookup.Found) -> None:
        """Refuse a page that is not open to the caller."""
        self.caller.require([language(found.locale)], [found.type])

    def _gone(self, found: lookup.Found) -> Gone:
        self._require(found)
        rows = versions(found.content_id, [found.type])
        here = next((row for row in rows if row.locale == found.locale), None)
        others = translations(rows)
        return Gone(
            locales=[other["language"] for other in others],
            id=str(found.content_id),
            requested=language(found.locale).tag,
            available_translations=others,
            former_translations=former_translations(rows),
            reason=found.gone_reason,
            at=None if here is None else here.gone_at,
            replaced_by=found.replaced_by,
        )
