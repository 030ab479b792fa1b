"""What do all addresses of the API have in common?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from http.client import BAD_REQUEST
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from delivery.cross_origin import open_to_others, preflight
from delivery.deprecation import Deprecation
from delivery.errors import internal_error, problem_of, problem_response
from delivery.json_only import JsonOnly
from delivery.openapi import ApiSchema
from delivery.parameters import Parameter, read
from delivery.partners.callers import ANYBODY, identify
from delivery.partners.limits import admit
from delivery.problems import Problem
from delivery.reader import Choice, choose, decision_header
from localization.languages import Language


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
    # Whether reading counts, and may need a key.
    is_metered: ClassVar[bool] = True
    needs_key: ClassVar[bool] = False
    # Whether a client that has the answer already is told so.
    is_conditional: ClassVar[bool] = True
    caller = ANYBODY
    rate: Mapping[str, str] = {}
    # Which language was chosen for a request whose address names none.
    choice: Choice | None = None

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
        """Return what each answer of this address carries, problems included. (Not ``Allow``.)"""
        return dict(self.deprecation.headers) if self.deprecation else {}

    def values(self, request: Request) -> dict[str, Any]:
        """Return the query parameters that are given, read; refuse what is wrong or not open."""
        values = read(request.query_params, self.parameters)
        languages = [values["locale"]] if "locale" in values else []
        self.caller.require([*languages, *values.get("fallback", ())])
        return values

    def negotiated(self, request: Request | HttpRequest, offered: Iterable[Language]) -> Language:
        """Return the language that the headers ask for, of those on offer that are open to the caller."""
        plain = request._request if isinstance(request, Request) else request
        self.choice = choose(plain, self.caller.languages_among(offered))
        return self.choice.language

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, and let go of the answer.

        View and request of the REST framework hold each other until the collector comes round, and the view
        holds what it has answered: some hundred megabytes at times, with pages of the sync feed.
        """
        answered: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        del self.response
        return answered

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Find out who is calling, whether they may go on, and whether they take JSON."""
        if self.is_metered and request.method != "OPTIONS":
            try:
                self.caller = identify(request._request, needs_key=self.needs_key)
            finally:  # whoever tries keys counts like anybody
                self.rate = admit(self.caller, request._request)
        request.accepted_renderer, request.accepted_media_type = self.perform_content_negotiation(request)

    def options(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        """Tell a browser what another site may send; nobody is asked who they are, and nothing is counted."""
        return preflight(self._methods)

    @property
    def _methods(self) -> list[str]:
        return [name.upper() for name in self.http_method_names if name != "options"]

    def finalize_response(  # type: ignore[override]  # ours are Django's answers
        self, request: Request, response: HttpResponse, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Open the answer to other sites; keep what was given for a key out of shared caches."""
        plain: HttpRequest = request._request
        open_to_others(response, plain)
        if self.choice is not None and response.status_code < BAD_REQUEST:
            response.headers.setdefault(
                "Language-Decision", decision_header(self.choice, self.choice.language)
            )
        if self.caller.key is not None:
            kept = response.headers.get("Cache-Control", "")
            response.headers["Cache-Control"] = kept.replace("public", "private")
            for name, value in self.rate.items():
                response.headers[name] = value
        final: HttpResponseBase = super().finalize_response(
            request,
            response,  # type: ignore[arg-type]
            *args,
            **kwargs,
        )
        return final

    def handle_exception(self, exc: Exception) -> HttpResponseBase:  # type: ignore[override]
        """Answer with a problem document, whatever went wrong."""
        request: HttpRequest = self.request._request
        problem = problem_of(exc, request, ", ".join((*self._methods, "OPTIONS")))
        return internal_error(exc, request) if problem is None else problem_response(problem, request)
