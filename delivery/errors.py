"""How does a problem become an answer?  (RFC 9457, never HTML, never a redirect.)"""

from __future__ import annotations

from typing import Any

import orjson
from django.conf import settings
from django.core.signals import got_request_exception
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.log import log_response
from rest_framework import exceptions

from delivery.answers import with_base
from delivery.problems import InternalError, MethodNotAllowed, NotAcceptable, Problem
from delivery.reader import language_of_messages
from localization.languages import UnknownLanguage, all_languages, language

MEDIA_TYPE = "application/problem+json"
# As in documents: whole seconds, UTC.
TIMES = orjson.OPT_OMIT_MICROSECONDS | orjson.OPT_UTC_Z


def problem_of(error: Exception, request: HttpRequest, allowed: str) -> Problem | None:
    """Return the problem that an exception stands for, ``None`` for one that is a fault of ours.

    ``allowed`` are the methods of the address, separated by commas.
    """
    if isinstance(error, Problem):
        return error
    if isinstance(error, exceptions.MethodNotAllowed):
        return MethodNotAllowed(method=str(request.method), allowed=allowed, headers={"Allow": allowed})
    if isinstance(error, exceptions.NotAcceptable):
        return NotAcceptable()
    return None


def internal_error(error: Exception, request: HttpRequest) -> HttpResponse:
    """Record a fault as Django does for pages, and answer without a word about its cause."""
    if connection.in_atomic_block:
        connection.set_rollback(True)
    got_request_exception.send(sender=None, request=request)
    response = problem_response(InternalError(), request)
    message = "Internal Server Error: %s"
    log_response(message, request.path, response=response, request=request, exception=error)
    return response


def problem_response(problem: Problem, request: HttpRequest) -> HttpResponse:
    """Return the problem document in the reader's language. Nobody may store it."""
    reader = language_of_messages(request)
    with translation.override(reader.code):
        body = _body(problem)
    headers = {
        "Content-Type": MEDIA_TYPE,
        "Content-Language": reader.tag,
        "Cache-Control": "no-store",
        **problem.headers,
    }
    response = HttpResponse(body, status=problem.status, headers=headers)
    if not _says_locale(request):
        patch_vary_headers(response, ["Accept-Language"])
    return response


def _body(problem: Problem) -> bytes:
    locales = problem.locales
    document: dict[str, Any] = {
        "type": f"{settings.PUBLIC_BASE_URL}{reverse('api-docs')}#{problem.code}",
        "title": problem.title,
        "status": problem.status,
        "detail": str(problem.detail) % problem.members if problem.members else problem.detail,
        "code": problem.code,
        "available_locales": [one.tag for one in all_languages()] if locales is None else list(locales),
        **problem.members,
    }
    # Lazy texts among the members become text in the reader's language.
    return with_base(orjson.dumps(document, default=str, option=TIMES))


def _says_locale(request: HttpRequest) -> bool:
    try:
        language(request.GET.get("locale", ""))
    except UnknownLanguage:
        return False
    return True
