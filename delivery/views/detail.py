"""What does the API give of one document, or of one of its sections?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar
from urllib.parse import urlencode
from uuid import UUID

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from drf_spectacular.utils import PolymorphicProxySerializer
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer

from delivery.answers import answer, with_base
from delivery.caching import document_etag
from delivery.collections import Collection
from delivery.demands import Demand, first_acceptable, judge
from delivery.drafts.preview import preview
from delivery.parameters import FALLBACK, FIELDS, LOCALE, MAX_BEHIND, PREVIEW, REQUIRE, Parameter, read
from delivery.problems import (
    Gone,
    InvalidParameter,
    LocaleNotAvailable,
    NotFound,
    PreviewEnded,
    PreviewRefused,
    Problem,
    RepeatedParameter,
    RequirementNotMet,
    UnknownLocale,
    UnknownParameter,
    UnknownSection,
)
from delivery.reader import Choice, Refused, decision_header
from delivery.reading import Stored, every, find_true, versions
from delivery.selection import names_in, select, selection_etag
from delivery.serializers import document_shapes
from delivery.serializers.document import DocumentPart, Draft, Withdrawn
from delivery.translations import Version, former_translations, translations
from delivery.views.base import ApiView
from localization.languages import Language, language
from publishing.changes import of_content
from publishing.refresh import refresh

# What can go wrong with every request for a document or a part of it.
OF_A_DOCUMENT: tuple[type[Problem], ...] = (
    UnknownLocale,
    InvalidParameter,
    RepeatedParameter,
    UnknownParameter,
    NotFound,
    LocaleNotAvailable,
    RequirementNotMet,
    Gone,
)


class DocumentDetail(ApiView):
    """Return one document in one language, exactly as it was published, with the state of each section."""

    collection = Collection("", ())  # given with the address
    problems: ClassVar[tuple[type[Problem], ...]] = (*OF_A_DOCUMENT, PreviewRefused, PreviewEnded)
    varies_by_language = True
    is_dated = True

    @property
    def parameters(self) -> Sequence[Parameter]:
        """Return the language, what is demanded of it, and which part is wanted."""
        return (LOCALE, REQUIRE, MAX_BEHIND, FALLBACK, FIELDS, PREVIEW)

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        """Return the shape of the collection's documents (of the first type, where there are several)."""
        return document_shapes(self.collection.types)[0]

    def described_answer(self) -> Any:
        """Return the shapes of the documents, of a withdrawal, of a part and of a draft."""
        return PolymorphicProxySerializer(
            component_name=f"Any{self.collection.name.title()}Document",
            serializers=[*document_shapes(self.collection.types), Withdrawn, DocumentPart, Draft],
            resource_type_field_name=None,
        )

    def get(self, request: Request, content_id: UUID) -> HttpResponse:
        """Answer from the stored bytes, or with a draft."""
        if PREVIEW.name in request.query_params:
            given = read(request.query_params, (LOCALE, PREVIEW))
            locale = given.get("locale")
            return preview(content_id, self.collection.types, given["preview"], locale, self.caller)
        values = self.values(request)
        return self.give(request._request, content_id, values, values.pop("fields", ()))

    def give(
        self, request: HttpRequest, content_id: UUID, values: dict[str, Any], names: Sequence[str]
    ) -> HttpResponse:
        """Answer with the document, or with the part of it that ``names`` ask for."""
        asked: Language | None = values.pop("locale", None)
        if values:
            return self._demanded(request, content_id, asked, Demand(**values), names)
        served = asked or self._negotiated(request, versions(content_id, self.collection.types))
        stored = find_true(content_id, served.code, self._types)
        if stored is None or stored.body is None:
            raise self._missing(content_id, served, stored)
        body, etag = self._part(stored, names)
        return answer(
            request,
            body,
            etag=etag,
            language=served,
            negotiated_at=None if asked else self._location(request, served),
            changed_at=stored.changed_at,
            valid_until=stored.valid_until,
            made_from=[of_content(content_id)],
        )

    @property
    def _types(self) -> Sequence[str]:
        """Return the collection's types, those that are open to the caller."""
        return self.caller.types_among(self.collection.types)

    def _require_type(self, rows: Sequence[Version]) -> None:
        """Refuse a content whose type is not open to the caller, in whatever language."""
        self.caller.require(types={row.type for row in rows})

    def _part(self, stored: Stored, names: Sequence[str]) -> tuple[bytes, str]:
        """Return the bytes of a document or of a part of it, and their entity tag."""
        body, etag = stored.body or b"", document_etag(stored.etag, settings.PUBLIC_BASE_URL)
        if not names:
            return with_base(body), etag
        document = orjson.loads(body)
        try:
            part = select(document, names)
        except KeyError as error:
            raise self.no_such_part(error.args[0], document) from error
        return with_base(orjson.dumps(part)), selection_etag(etag, names)

    def no_such_part(self, name: str, document: dict[str, Any]) -> Problem:
        """Say that the document has nothing of this name."""
        return InvalidParameter(
            parameter="fields", value=name, expected=FIELDS.expected, allowed=names_in(document)
        )

    def _location(self, request: HttpRequest, served: Language) -> str:
        """Return the address that gives the same in this language, whatever the headers."""
        fields = request.GET.get("fields")
        return f"{request.path}?{urlencode({'locale': served.tag} | ({'fields': fields} if fields else {}))}"

    def _demanded(
        self,
        request: HttpRequest,
        content_id: UUID,
        asked: Language | None,
        demand: Demand,
        names: Sequence[str],
    ) -> HttpResponse:
        """Answer with the first language that is as fresh as demanded; its bytes and tag are its own."""
        here = None if asked is None else find_true(content_id, asked.code, self._types)
        # The first language alone, while it will do; all of them at once, when it will not.
        will_do = asked is not None and judge(here, demand, timezone.now()).objection is None
        stored = [here] if here is not None and will_do else self._all_current(content_id)
        self._require_type(stored)
        wanted = asked or self._negotiated(request, stored)
        chain = (wanted, *demand.fallback)
        row, judgement, refused = first_acceptable(chain, stored, demand, timezone.now())
        if row is None or row.body is None:
            raise self._refusal(content_id, wanted, stored, demand, refused)
        served = language(row.locale)
        location = self._location(request, served)
        ends = [end for end in (row.valid_until, judgement.until) if end is not None]
        body, etag = self._part(row, names)
        response = answer(
            request,
            body,
            etag=etag,
            language=served,
            negotiated_at=None if asked else location,
            changed_at=row.changed_at,
            valid_until=min(ends, default=None),
            made_from=[of_content(content_id)],
        )
        response.headers["Content-Location"] = location
        choice = self.choice or Choice(wanted, "locale")
        response.headers["Language-Decision"] = decision_header(choice, served, refused)
        return response

    def _all_current(self, content_id: UUID) -> list[Stored]:
        """Return what is stored in every language, compiled afresh where the time is over."""
        stored = every(content_id, self.collection.types)
        outdated = [row.locale for row in stored if row.outdated]
        for code in outdated:
            refresh(content_id, code)
        return every(content_id, self.collection.types) if outdated else stored

    def _negotiated(self, request: HttpRequest, rows: Sequence[Version]) -> Language:
        """Choose among the languages in which this content is public; else among those in which it was."""
        candidates = [row for row in rows if row.status != "gone"] or list(rows)
        if not candidates:
            raise NotFound(id=str(self.kwargs["content_id"]))
        candidates.sort(key=lambda row: not row.is_source)
        self._require_type(candidates)
        return self.negotiated(request, [language(row.locale) for row in candidates])

    def _refusal(
        self,
        content_id: UUID,
        asked: Language,
        stored: list[Stored],
        demand: Demand,
        refused: Sequence[Refused],
    ) -> Problem:
        """Say why none of the languages asked for will do, and what could be had of every language."""
        if all(objection in ("not_published", "gone") for _one, objection in refused):
            here = next((row for row in stored if row.locale == asked.code), None)
            return self._missing(content_id, asked, here, stored)
        now = timezone.now()
        because = {language(row.locale).tag: judge(row, demand, now).objection for row in stored}
        others = translations(stored)
        return RequirementNotMet(
            locales=[other["language"] for other in others if because[other["language"]] is None],
            id=str(content_id),
            requested=asked.tag,
            refused=[{"language": one.tag, "because": objection} for one, objection in refused],
            available_translations=[{**other, "because": because[other["language"]]} for other in others],
        )

    def _missing(
        self,
        content_id: UUID,
        asked: Language,
        stored: Stored | None,
        known: Sequence[Version] | None = None,
    ) -> Problem:
        rows = versions(content_id, self.collection.types) if known is None else known
        self._require_type(rows)
        others = translations(rows)
        if not rows:
            return NotFound(id=str(content_id))
        members: dict[str, Any] = {
            "id": str(content_id),
            "requested": asked.tag,
            "available_translations": others,
            "former_translations": former_translations(rows),
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


class DocumentSection(DocumentDetail):
    """Return one section of a document, with what must be shown with it: uses never come without risks."""

    problems = (*OF_A_DOCUMENT, UnknownSection)

    @property
    def parameters(self) -> Sequence[Parameter]:
        """Return the language and what is demanded of it."""
        return (LOCALE, REQUIRE, MAX_BEHIND, FALLBACK)

    def described_answer(self) -> Any:
        """Return the shapes of a part and of a withdrawal."""
        return PolymorphicProxySerializer(
            component_name="SectionOrWithdrawn",
            serializers=[DocumentPart, Withdrawn],
            resource_type_field_name=None,
        )

    def get(self, request: Request, content_id: UUID, kind: str) -> HttpResponse:  # type: ignore[override]
        """Answer with a part of the stored document."""
        return self.give(request._request, content_id, self.values(request), (f"sections.{kind}",))

    def no_such_part(self, name: str, document: dict[str, Any]) -> Problem:
        """Say that the document has no such section."""
        kinds = list(document["sections"])
        return UnknownSection(section=self.kwargs["kind"], sections=", ".join(kinds), allowed=kinds)
