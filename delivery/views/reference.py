"""Where does a developer read what the API is?"""

from __future__ import annotations

from typing import Any

import orjson
from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from rest_framework.renderers import StaticHTMLRenderer
from rest_framework.request import Request

from delivery.answers import answer
from delivery.caching import etag_of
from delivery.description import openapi_document
from delivery.problem_members import further_members
from delivery.problems import PROBLEMS, UnknownAddress
from delivery.views.base import ApiView
from localization.languages import language
from publishing.answers import public_answer

# Swagger UI comes from our own static files; it draws its icons from data: addresses.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class OpenApi(ApiView):
    """Return the OpenAPI 3.1 document."""

    schema = None  # type: ignore[assignment]  # not part of the OpenAPI document
    is_metered = False

    def get(self, request: Request) -> HttpResponse:
        """Answer with what was generated once in this process."""
        self.values(request)
        body = orjson.dumps(openapi_document())
        return answer(request._request, body, etag=etag_of(body))


class Documentation(ApiView):
    """Return a page on which a developer reads the OpenAPI document and tries it out."""

    schema = None  # type: ignore[assignment]  # not part of the OpenAPI document
    is_metered = False
    renderer_classes = [StaticHTMLRenderer]

    def get(self, request: Request) -> HttpResponse:
        """Answer with the page. Problems are listed on it, so that their ``type`` leads somewhere."""
        # Not the classes themselves: a template would call them.
        problems = [(one.code, one.status, one.title, further_members(one)) for one in PROBLEMS]
        page = render_to_string("delivery/documentation.html", {"problems": problems}).encode()
        response = public_answer(request._request, page, etag=etag_of(page), language=language("en"))
        response.headers["Content-Security-Policy"] = POLICY
        return response


class NoSuchAddress(ApiView):
    """Answer for every address under ``/api/`` that does not exist: with a problem, never with a page."""

    schema = None  # type: ignore[assignment]  # not part of the OpenAPI document
    is_metered = False

    def get(self, request: Request, **rest: Any) -> HttpResponse:
        """Refuse."""
        raise UnknownAddress(path=request.path, docs=f"{settings.PUBLIC_BASE_URL}/api/v1/docs/")
