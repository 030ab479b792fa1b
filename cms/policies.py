"""What may a browser do with what we send? Headers that restrict it, by part of the site, on every answer.

Rules and scores: https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from cms.inline_scripts import sources

CSP = "Content-Security-Policy"
ADMIN = "/admin/"
# No part of the site has frames, plug-ins, workers, media, another base address, forms that lead away.
NOTHING_ELSE = "default-src 'none'; base-uri 'none'; form-action 'self'"
OWN = f"{NOTHING_ELSE}; script-src 'self'; connect-src 'self'; font-src 'self'; manifest-src 'self'"
# What a browser may turn on for a page: nothing of it, since the site uses none.
FEATURES = (
    *("accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope"),
    *("magnetometer", "microphone", "midi", "payment", "usb", "xr-spatial-tracking"),
)
EVERYWHERE = {"Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES)}


def headers_of(csp: str, resource: str) -> dict[str, str]:
    """Return the headers of a part of the site: its policy, and which sites may load what it sends."""
    return {**EVERYWHERE, CSP: csp, "Cross-Origin-Resource-Policy": resource}


def policies() -> tuple[tuple[str, dict[str, str]], ...]:
    """Return the headers by the beginning of the path; the first that fits counts."""
    pictures = f"img-src 'self' {_elsewhere()}".strip()
    # Wagtail's editor writes styles into its pages, frames previews, shows pictures before they are sent.
    admin = f"{OWN}; {pictures} data: blob:; style-src 'self' 'unsafe-inline'; frame-src 'self'"
    # An uploaded document or picture runs nothing, whatever is hidden in it.
    upload = headers_of("default-src 'none'; style-src 'unsafe-inline'; sandbox", "cross-origin")
    return (
        (ADMIN, headers_of(f"{admin}; frame-ancestors 'self'", "same-origin")),
        # Read by programs, from any origin. The page with its documentation has a policy of its own.
        ("/api/", headers_of("default-src 'none'; frame-ancestors 'none'", "cross-origin")),
        ("/documents/", upload),
        ("/media/", upload),
        ("", headers_of(f"{OWN}; {pictures}; style-src 'self'; frame-ancestors 'none'", "same-origin")),
    )


def _elsewhere() -> str:
    """Return the origin of the pictures, if they do not come from the site itself."""
    address = settings.MEDIA_URL
    return "/".join(address.split("/")[:3]) if "//" in address else ""


class Policies:
    """Middleware, outside all others that answer: no answer goes out without its policy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.policies = policies()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add the headers that an answer does not have yet."""
        response = self.get_response(request)
        # Wagtail asks for a page inside the request for its preview, whose policy counts.
        if getattr(request, "is_dummy", False):
            return response
        if settings.DEBUG and response.status_code == HTTPStatus.INTERNAL_SERVER_ERROR:
            return response  # Django's report for developers has its style and script inside it.
        for name, value in self.of(request.path_info).items():
            response.headers.setdefault(name, value)
        if request.path_info.startswith(ADMIN):
            _let_widgets_run(response)
        return response

    def of(self, path: str) -> dict[str, str]:
        """Return the headers for a path."""
        return next(headers for beginning, headers in self.policies if path.startswith(beginning))


def _let_widgets_run(response: HttpResponseBase) -> None:
    """Add the digests of Wagtail's own scripts inside a page of the admin to its policy."""
    if isinstance(response, HttpResponse) and response.get("Content-Type", "").startswith("text/html"):
        found = sources(response.content.decode(response.charset))
        rule = " ".join(["script-src 'self'", *found])
        response.headers[CSP] = response.headers[CSP].replace("script-src 'self'", rule)
