"""What does the API give of one document?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer

from delivery.answers import answer, with_base
from delivery.caching import document_etag
from delivery.collections import Collection
from delivery.parameters import LOCALE, Parameter
from delivery.problems import Gone, InvalidParameter, LocaleNotAvailable, NotFound, Problem, UnknownLocale
from delivery.reader import negotiated
from delivery.reading import Stored, find, versions
from delivery.serializers import document_shape
from delivery.translations import translations
from delivery.views.base import ApiView
from localization.languages import Language, language
from publishing.refresh import refresh


class DocumentDetail(ApiView):
    """Return one document in one language, exactly as it was published, with the state of each section."""

    collection = Collection("", "", ())  # given with the address
    problems = (UnknownLocale, InvalidParameter, NotFound, LocaleNotAvailable, Gone)
    varies_by_language = True

    @property
    def parameters(self) -> Sequence[Parameter]:
        """Return ``locale``."""
        return (LOCALE,)

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        """Return the shape of the collection's documents."""
        return document_shape(self.collection.document_type)

    def get(self, request: Request, content_id: UUID) -> HttpResponse:
        """Answer from the stored bytes."""
        asked: Language | None = self.values(request).get("locale")
        served = asked or self._negotiated(request._request, content_id)
        stored = self._current(content_id, served)
        if stored is None or stored.body is None:
            raise self._missing(content_id, served, stored)
        return answer(
            request._request,
            with_base(stored.body),
            etag=document_etag(stored.etag, settings.PUBLIC_BASE_URL),
            language=served,
            negotiated_at=None if asked else f"{request.path}?locale={served.tag}",
            updated_at=stored.updated_at,
            valid_until=stored.valid_until,
        )

    def _current(self, content_id: UUID, served: Language) -> Stored | None:
        """Return what is stored, compiled afresh if the time for which it was true is over."""
        stored = find(content_id, served.code, self.collection.document_type)
        if stored is not None and stored.outdated:
            refresh(content_id, served.code)
            stored = find(content_id, served.code, self.collection.document_type)
        return stored

    def _negotiated(self, request: HttpRequest, content_id: UUID) -> Language:
        """Choose among the languages in which this content is public; else among those in which it was."""
        rows = versions(content_id, self.collection.document_type)
        candidates = [row for row in rows if row.status != "gone"] or rows
        if not candidates:
            raise NotFound(id=str(content_id))
        candidates.sort(key=lambda row: not row.is_source)
        return negotiated(request, [language(row.locale) for row in candidates])

    def _missing(self, content_id: UUID, asked: Language, stored: Stored | None) -> Problem:
        others = translations(versions(content_id, self.collection.document_type))
        if stored is None and not others:
            return NotFound(id=str(content_id))
        members: dict[str, Any] = {
            "id": str(content_id),
            "requested": asked.tag,
            "available_translations": others,
        }
        locales = [other["language"] for other in others]
        if stored is None:
            return LocaleNotAvailable(locales=locales, **members)
        return Gone(
            locales=locales,
            reason=stored.gone_reason,
            at=stored.gone_at,
            replaced_by=stored.replaced_by,
            **members,
        )
