"""Which other sites may read the API in a browser? (Fetch standard, 3.2; setting ``API_CORS_ORIGINS``.)"""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

# What a script may see of an answer beside what it always may.
_EXPOSED = (
    "Content-Language, Content-Location, ETag, Language-Decision, RateLimit, RateLimit-Policy, Retry-After"
)
_SENT = "Accept, Accept-Language, Authorization, If-Modified-Since, If-None-Match"
EVERY_SITE = "*"


def open_to_others(response: HttpResponse, request: HttpRequest) -> None:
    """Let the scripts of other sites see an answer: of all, or of those that the setting names.

    There are no cookies here, so a site learns nothing that anybody could not read.
    """
    if EVERY_SITE in settings.API_CORS_ORIGINS:
        response.headers["Access-Control-Allow-Origin"] = EVERY_SITE
    else:
        patch_vary_headers(response, ["Origin"])
        origin = request.META.get("HTTP_ORIGIN", "")
        if origin not in settings.API_CORS_ORIGINS:
            return
        response.headers["Access-Control-Allow-Origin"] = origin
    response.headers["Access-Control-Expose-Headers"] = _EXPOSED


def preflight(methods: Sequence[str]) -> HttpResponse:
    """Answer a browser that asks what another site may send (Fetch, 4.8)."""
    headers = {
        "Allow": ", ".join((*methods, "OPTIONS")),
        "Access-Control-Allow-Methods": ", ".join(methods),
        "Access-Control-Allow-Headers": _SENT,
        "Access-Control-Max-Age": "86400",
    }
    return HttpResponse(status=204, headers=headers)
