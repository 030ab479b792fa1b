"""Which headers does an answer carry, and when is it 304?"""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date

from delivery.caching import cache_control, is_unchanged, last_modified
from localization.languages import Language
from publishing.context import BASE

_BASE = BASE.encode()


def with_base(body: bytes) -> bytes:
    """Return stored bytes with this site's host in their addresses."""
    return body.replace(_BASE, settings.PUBLIC_BASE_URL.encode())


def answer(
    request: HttpRequest,
    body: bytes,
    *,
    etag: str,
    language: Language | None = None,
    negotiated_at: str | None = None,
    changed_at: dt.datetime | None = None,
    valid_until: dt.datetime | None = None,
) -> HttpResponse:
    """Return 200 with ``body``, or 304 if the client has it.

    Args:
        request: its ``If-None-Match`` is answered, or else its ``If-Modified-Since``.
        body: the JSON, finished.
        etag: the strong entity tag of ``body``, quoted.
        language: that of the content, if it has one.
        negotiated_at: the address that always gives this answer, if the language was chosen by header.
        changed_at: when the bytes of ``body`` last changed, if that is known.
        valid_until: until when the content is true.
    """
    date = last_modified(changed_at)
    unchanged = is_unchanged(request, etag, date)
    response = HttpResponse(status=304) if unchanged else HttpResponse(body, content_type="application/json")
    headers = response.headers
    if unchanged:
        del headers["Content-Type"]
    headers["ETag"] = etag
    headers["Cache-Control"] = cache_control(valid_until)
    if language is not None:
        headers["Content-Language"] = language.tag
    if date is not None:
        headers["Last-Modified"] = http_date(date)
    if negotiated_at is not None:
        headers["Vary"] = "Accept-Language"
        headers["Content-Location"] = negotiated_at
    return response
