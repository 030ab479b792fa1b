"""Which headers does an answer of the API carry?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from localization.languages import Language
from publishing.answers import public_answer
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
    made_from: Collection[str] = (),
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
        made_from: when it has to be made anew (``publishing.answers.PublicAnswer``).
    """
    response = public_answer(
        request,
        body,
        etag=etag,
        language=language,
        content_type="application/json",
        changed_at=changed_at,
        valid_until=valid_until,
        made_from=made_from,
    )
    if negotiated_at is not None:
        patch_vary_headers(response, ["Accept-Language"])
        response.headers["Content-Location"] = negotiated_at
    return response
