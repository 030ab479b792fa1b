"""What do all addresses of the API have in common?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from delivery.deprecation import Deprecation
from delivery.errors import internal_error, problem_of, problem_response
from delivery.json_only import JsonOnly
from delivery.openapi import ApiSchema
from delivery.parameters import Parameter, read
from delivery.problems import Problem

# Any site may read: there are no cookies here and nothing that is not public.
OPEN_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Language, Content-Location, ETag, Language-Decision",
}
PREFLIGHT = {
    "Allow": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-Modified-Since, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class ApiView(APIView):
    """A read-only address. What it is and gives is said by attributes, which the OpenAPI document shows."""

    http_method_names = ["get", "head", "options"]
    metadata_class = None
    content_negotiation_class = JsonOnly
    format_kwarg = None
    schema = ApiSchema()

    operation_id: ClassVar[str] = ""
    tag: ClassVar[str] = ""
    problems: ClassVar[tuple[type[Problem], ...]] = ()
    varies_by_language: ClassVar[bool] = False
    is_dated: ClassVar[bool] = False
    deprecation: ClassVar[Deprecation | None] = None
    further_headers: ClassVar[Mapping[str, str]] = {}
    further_answers: ClassVar[Mapping[int, Any]] = {}

    @property
    def parameters(self) -> Sequence[Parameter]:
        """Return the query parameters of this address."""
        return ()

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        """Return the shape of the answer."""
        raise TypeError(f"{type(self).__name__} does not say which shape its answer has.")

    def described_answer(self) -> Any:
        """Return what the OpenAPI document says of the answer."""
        return self.get_serializer_class()

    @property
    def default_response_headers(self) -> dict[str, str]:
        """Return the headers that each answer carries, problems included."""
        return dict(OPEN_TO_ALL) | (self.deprecation.headers if self.deprecation else {})

    def values(self, request: Request) -> dict[str, Any]:
        """Return the query parameters that are given, read; refuse what is not as it should be."""
        return read(request.query_params, self.parameters)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Check whether the client takes JSON. All is public: no version, permission or throttle is asked."""
        request.accepted_renderer, request.accepted_media_type = self.perform_content_negotiation(request)

    def options(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        """Answer a browser that asks whether another site may send a conditional request (Fetch, 4.8)."""
        return HttpResponse(status=204, headers=PREFLIGHT)

    def handle_exception(self, exc: Exception) -> HttpResponseBase:  # type: ignore[override]
        """Answer with a problem document, whatever went wrong."""
        request: HttpRequest = self.request._request
        problem = problem_of(exc, request)
        return internal_error(exc, request) if problem is None else problem_response(problem, request)
