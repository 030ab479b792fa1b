"""In which languages is, or was, a content public?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import orjson
from django.conf import settings
from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer

from delivery.answers import answer, with_base
from delivery.caching import document_etag, etag_of
from delivery.collections import Collection
from delivery.problems import NotFound, UnknownParameter
from delivery.reading import versions
from delivery.serializers.translations import TranslationListing
from delivery.views.base import ApiView
from localization.languages import language, position
from publishing.changes import of_content
from publishing.models import Document, Status
from publishing.moments import iso
from publishing.published_types import api_address


class DocumentTranslations(ApiView):
    """Return every language in which the content is or was public: where it can be had, or why it is gone."""

    collection = Collection("", ())  # given with the address
    problems = (UnknownParameter, NotFound)

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        """Return the shape of the list."""
        return TranslationListing

    def get(self, request: Request, content_id: UUID) -> HttpResponse:
        """Answer from the rows of all languages."""
        self.values(request)
        rows = versions(content_id, self.collection.types)
        if not rows:
            raise NotFound(id=str(content_id))
        self.caller.require(types=[rows[0].type])
        open_to = set(self.caller.languages_among([language(row.locale) for row in rows]))
        rows = [row for row in rows if language(row.locale) in open_to]
        rows.sort(key=lambda row: position(row.locale))
        results = [_entry(row) for row in rows]
        head = {"id": str(content_id), "type": rows[0].type, "count": len(results), "results": results}
        body = with_base(orjson.dumps(head))
        ends = [row.valid_until for row in rows if row.valid_until is not None]
        return answer(
            request._request,
            body,
            etag=etag_of(body),
            valid_until=min(ends, default=None),
            made_from=[of_content(content_id)],
        )


def _entry(row: Document) -> dict[str, Any]:
    spoken, is_gone, is_live = language(row.locale), row.status == Status.GONE, row.status == Status.LIVE
    return {
        "language": spoken.tag,
        "direction": spoken.direction,
        "name": spoken.name,
        "status": row.status,
        "is_source": row.is_source,
        "title": None if is_gone else row.title,
        "path": row.path if is_live else None,
        "url": settings.PUBLIC_BASE_URL + row.path if is_live and row.path else None,
        "api_path": None if is_gone else api_address(row.type, row.content_id, spoken.tag),
        "etag": None if is_gone else document_etag(row.etag, settings.PUBLIC_BASE_URL),
        "updated": None if is_gone else iso(row.updated_at),
        "gone_at": iso(row.gone_at),
        "reason": row.gone_reason or None,
        "replaced_by": str(row.replaced_by) if row.replaced_by else None,
    }
