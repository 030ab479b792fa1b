"""What carries an answer that everybody gets, and when is it 304?  Pages and the API alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date

from localization.languages import Language
from publishing.caching import cache_control, is_unchanged, last_modified
from publishing.coding import coded, coding_for, describe, tagged
from publishing.policy import guard


class PublicAnswer(HttpResponse):
    """An answer made from documents alone: whoever asks for the same gets the same.

    ``valid_until`` is the moment until which it is true, if there is one. ``made_from`` says when it is made
    anew (``publishing.changes``); nothing there means whenever anything changes.
    """

    valid_until: dt.datetime | None = None
    made_from: frozenset[str] = frozenset()


def public_answer(
    request: HttpRequest,
    body: bytes,
    *,
    etag: str,
    language: Language | None = None,
    content_type: str | None = None,
    coding: str | None = None,
    changed_at: dt.datetime | None = None,
    valid_until: dt.datetime | None = None,
    made_from: Collection[str] = (),
) -> PublicAnswer:
    """Return 200 with ``body`` in the coding that the client likes best, or 304 if the client has it.

    Args:
        request: its ``If-None-Match`` is answered, or else its ``If-Modified-Since``.
        body: the answer, finished; not needed when it is known to be 304.
        etag: the strong entity tag of ``body``, quoted.
        language: that of the content, if it has one.
        content_type: Django's for HTML, unless given.
        coding: given where it was settled before there was a body.
        changed_at: when the bytes last changed, if that is known.
        valid_until: until when they are true.
        made_from: what they were made from, see ``PublicAnswer``.
    """
    coding = coding_for(request, len(body)) if coding is None else coding
    etag = tagged(etag, coding)
    date = last_modified(changed_at)
    unchanged = is_unchanged(request, etag, date)
    content = b"" if unchanged else coded(body, etag, coding)
    response = PublicAnswer(content, content_type=content_type, status=304 if unchanged else 200)
    response.valid_until, response.made_from = valid_until, frozenset(made_from)
    headers = response.headers
    # Of what describes the body 304 carries only the date, for copies without a tag (RFC 9110, 15.4.5).
    if unchanged:
        del headers["Content-Type"]
    elif language is not None:
        headers["Content-Language"] = language.tag
    # Django's own type is that of pages.
    if content_type is None:
        guard(response)
    headers["ETag"] = etag
    headers["Cache-Control"] = cache_control(valid_until)
    if date is not None:
        headers["Last-Modified"] = http_date(date)
    describe(response, "" if unchanged else coding)
    return response
