"""How does a person in the admin hear what really happened to what they asked to publish?

One place for every door: the page editor, the snippet editor, the translation editor, bulk actions, the last
task of a workflow, reverting, the admin API. If anything was refused, the success messages of this request
are taken back and replaced by what is true of each page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.admin.messages import button, render
from wagtail.coreutils import get_content_languages

from publishing.verdicts import Verdict, Verdicts, gathering

# The name under which Wagtail registers its admin API's addresses.
ADMIN_API = "wagtailadmin_api"


class TellVerdicts:
    """Middleware; stands right after Django's message middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request through, then correct its messages if a publication was refused."""
        with gathering() as verdicts:
            response = self.get_response(request)
            if verdicts.refused and _is_api(request):
                return _problem(verdicts.refused[0])
            if verdicts.refused and hasattr(request, "_messages"):
                _take_back(request)
                _tell(request, verdicts)
        return response


def _is_api(request: HttpRequest) -> bool:
    """Say whether a program has asked: Wagtail's admin API, whose answers show no messages."""
    match = request.resolver_match
    return match is not None and match.namespaces[:1] == [ADMIN_API]


def _problem(verdict: Verdict) -> HttpResponse:
    """Return the refusal as a problem document (RFC 9457); 409: the draft stands against publication."""
    problem = {
        "type": "about:blank",
        "title": _("Not published"),
        "status": 409,
        "detail": _head(verdict),
        "findings": [finding.as_dict() for finding in verdict.findings],
    }
    return JsonResponse(problem, status=409, content_type="application/problem+json")


def _take_back(request: HttpRequest) -> None:
    """Drop what this request wanted to report as success (or as published “with missing translations”)."""
    storage: Any = messages.get_messages(request)
    storage._queued_messages = [
        message
        for message in storage._queued_messages
        if message.level not in (messages.SUCCESS, messages.WARNING)
    ]


def _tell(request: HttpRequest, verdicts: Verdicts) -> None:
    for verdict in verdicts.published:
        text = _("“%(title)s” (%(language)s) was published.") % _names(verdict)
        messages.success(request, text)
    for verdict in verdicts.refused:
        messages.error(request, _refusal(verdict, request.path))


def _refusal(verdict: Verdict, here: str) -> str:
    reasons = format_html_join("", "<li>{}</li>", ((finding.message,) for finding in verdict.findings))
    elsewhere = verdict.edit_url and verdict.edit_url != here
    buttons = [button(verdict.edit_url, _("Open it"))] if elsewhere else []
    if verdict.checklist_url:
        buttons.append(button(verdict.checklist_url, _("Before you publish")))
    return str(render(_head(verdict), buttons, format_html("<ul>{}</ul>", reasons)))


def _head(verdict: Verdict) -> str:
    return _("“%(title)s” (%(language)s) was not published. Your changes are saved as a draft.") % _names(
        verdict
    )


def _names(verdict: Verdict) -> dict[str, str]:
    return {"title": verdict.title, "language": get_content_languages()[verdict.language]}
