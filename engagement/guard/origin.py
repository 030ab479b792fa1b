"""Was a form sent from a page of this site?  Asked of the request alone: the forms have no cookie.

They give nobody any authority, so there is nothing to steal. What is kept out is another site that has its
visitors' browsers send ours messages (https://owasp.org/www-community/attacks/csrf, “Fetch Metadata”).
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def is_from_here(request: HttpRequest) -> bool:
    """Say whether the browser says that the form was on a page of ours.

    ``Sec-Fetch-Site`` cannot be written by a page's scripts; browsers without it send ``Origin`` with POST.
    A program that sends neither is no browser that somebody could have misled.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site != "same-origin":
        return False
    origin = request.headers.get("Origin")
    return origin is None or origin in _ours(request)


def _ours(request: HttpRequest) -> set[str]:
    public = urlsplit(settings.PUBLIC_BASE_URL)
    return {f"{request.scheme}://{request.get_host()}", f"{public.scheme}://{public.netloc}"}
