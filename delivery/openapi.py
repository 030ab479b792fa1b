"""How is an address described in the OpenAPI document? (From what its view says of itself.)"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from delivery.problems import (
    InternalError,
    KeyNotAccepted,
    KeyRequired,
    MethodNotAllowed,
    NotAcceptable,
    OutsideScope,
    Problem,
    TooManyRequests,
)
from delivery.serializers.problem import ProblemDocument

if TYPE_CHECKING:
    from delivery.views.base import ApiView

EVERYWHERE: tuple[type[Problem], ...] = (
    *(KeyRequired, KeyNotAccepted, OutsideScope, TooManyRequests),
    *(MethodNotAllowed, NotAcceptable, InternalError),
)
# The name of the way in with a key: ``SPECTACULAR_SETTINGS`` says what it is.
KEY = "partnerKey"

_HEADERS = {
    "ETag": "The strong validator of this answer; send it back in `If-None-Match`.",
    "Cache-Control": "How long the answer may be kept.",
    "Vary": "`Accept-Encoding`; `Accept-Language` too, but only if the language was negotiated.",
    "Content-Encoding": "`br` or `gzip`, if the client takes it and it pays. Each coding has its own `ETag`.",
}
_LIMITS = {
    "RateLimit-Policy": "With a key: how many requests are allowed in how many seconds.",
    "RateLimit": "With a key: how many are left, and for how many seconds.",
}
# What 304 does not carry (RFC 9110, 15.4.5).
_OF_THE_BODY = ("Content-Encoding", "Content-Language")
_DATE = {"Last-Modified": "When these bytes last changed; left out in the second in which they do."}
_LANGUAGE_HEADERS = {
    "Content-Language": "The language that is really served.",
    "Content-Location": "The address that always gives this answer, only if the language was negotiated.",
    "Language-Decision": (
        "Unless `locale` alone has decided: the language asked for and what has decided so (`by`: `locale`, "
        "`accept-language` or `default`), the one served, and why others were refused (RFC 9651)."
    ),
}


class ApiSchema(AutoSchema):
    """Reads the attributes of ``delivery.views.base.ApiView``."""

    @property
    def described(self) -> ApiView:
        """Return the view."""
        return cast("ApiView", self.view)

    def get_operation_id(self) -> str:
        """Return the view's name for the operation."""
        return str(self.described.operation_id)

    def get_tags(self) -> list[str]:
        """Return the group of the operation."""
        return [self.described.tag]

    def get_auth(self) -> list[dict[str, Any]]:
        """Return the ways in: like anybody (unless the site asks for keys), or with a key."""
        return [{KEY: []}] if self.described.needs_key else [{}, {KEY: []}]

    def get_summary(self) -> str:
        """Return the first sentence of the view's docstring."""
        return self.get_description().partition(". ")[0].rstrip(".")

    def get_description(self) -> str:  # type: ignore[override]  # as in drf-spectacular itself
        """Return what the view's docstring says."""
        return " ".join((type(self.described).__doc__ or "").split())

    def is_deprecated(self) -> bool:
        """Say whether the address will go."""
        return self.described.deprecation is not None

    def get_override_parameters(self) -> list[Any]:
        """Return query parameters, conditional request and response headers."""
        query = [
            OpenApiParameter(
                name=one.name, type=one.schema, description=one.description, required=one.required
            )
            for one in self.described.parameters
        ]
        request = self._conditions()
        names = _HEADERS if self.described.is_conditional else {}
        names = names | (_LANGUAGE_HEADERS if self.described.varies_by_language else {})
        names |= self.described.further_headers
        if self.described.is_dated:
            names |= _DATE
            request.append(
                OpenApiParameter(
                    name="If-Modified-Since",
                    location=OpenApiParameter.HEADER,
                    description="The `Last-Modified` of that copy; looked at only without `If-None-Match`.",
                )
            )
        if self.described.varies_by_language:
            request.append(
                OpenApiParameter(
                    name="Accept-Language",
                    location=OpenApiParameter.HEADER,
                    description="The languages the reader wants (RFC 9110, 12.5.4); `locale` wins over it.",
                )
            )
        answers = [
            OpenApiParameter(
                name=name,
                location=OpenApiParameter.HEADER,
                description=text,
                response=[200] if name in _OF_THE_BODY else [200, 304],
            )
            for name, text in names.items()
        ]
        limits = [
            OpenApiParameter(
                name=name, location=OpenApiParameter.HEADER, description=text, response=self._answered
            )
            for name, text in _LIMITS.items()
        ]
        wait = OpenApiParameter(
            name="Retry-After",
            location=OpenApiParameter.HEADER,
            type=int,
            description="In how many seconds to try again.",
            response=[429],
        )
        return [*query, *request, *answers, *limits, wait]

    def _conditions(self) -> list[OpenApiParameter]:
        tag = OpenApiParameter(
            name="If-None-Match",
            location=OpenApiParameter.HEADER,
            description="The `ETag` of the copy that the client has.",
        )
        return [tag] if self.described.is_conditional else []

    def get_request_serializer(self) -> Any:
        """Return nothing: no request has a body."""
        return None

    def get_response_serializers(self) -> Any:
        """Return the shape of the answer and of each problem that can come instead."""
        answers: dict[Any, Any] = {
            200: OpenApiResponse(self.described.described_answer(), description="The answer."),
            **self._unchanged(),
            **self.described.further_answers,
        }
        for status in sorted({problem.status for problem in self._problems()}):
            here = [_named(problem) for problem in self._problems() if problem.status == status]
            described = f"Problem: {'; '.join(here)}."
            answers[status, "application/problem+json"] = OpenApiResponse(
                ProblemDocument, description=described
            )
        return answers

    @property
    def _answered(self) -> list[int | str]:
        return [200, 304, 429] if self.described.is_conditional else [200, 429]

    def _unchanged(self) -> dict[Any, Any]:
        unchanged = OpenApiResponse(description="The client's copy is the current one.")
        return {304: unchanged} if self.described.is_conditional else {}

    def _problems(self) -> tuple[type[Problem], ...]:
        problems: tuple[type[Problem], ...] = self.described.problems
        return problems + EVERYWHERE


def _named(problem: type[Problem]) -> str:
    """Return the code of a problem with the names of its further members."""
    members = ", ".join(f"`{name}`" for name in problem.further)
    return f"`{problem.code}` (with {members})" if members else f"`{problem.code}`"
