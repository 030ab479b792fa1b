"""Where does a visitor read what was said about a treatment, and say something?

A page of its own, ``/<language>/comments/<content id>/``: the treatment's page is made from its document
alone and kept by many caches, so what is said about it comes apart from it (DESIGN, decision 5). The
treatment's script fetches the list from here; without scripts a link leads here.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from engagement.comments.discussion import Discussion, discussion_of, is_live
from engagement.comments.form import CommentForm
from engagement.comments.models import Comment, Openness
from engagement.comments.receiving import receive
from engagement.guard.answers import REASON_STATUS, reason_of, sent_back
from engagement.guard.examine import SOLUTION, TRAP, examine
from localization.languages import Language
from publishing.absence import missing_page
from publishing.caching import KEEP
from publishing.own_address import in_language, spoken_at
from publishing.rendering import surroundings


@csrf_exempt
def comments(request: HttpRequest, prefix: str, content_id: UUID) -> HttpResponse:
    """Show what was said under a page, or take what somebody has to say."""
    spoken = in_language(prefix) if request.method == "POST" else None
    answer = spoken or spoken_at(request, prefix)
    if isinstance(answer, HttpResponse):
        return answer
    discussion = discussion_of(content_id, answer.code)
    if discussion is None:
        return missing_page(request, answer, [])
    if not is_live(discussion):
        # Which says that it is gone, and why.
        return _kept(HttpResponseRedirect(discussion.path))
    with translation.override(answer.code):
        if request.method == "POST":
            return _posted(request, answer, discussion)
        parent = _parent(discussion, request.GET.get("reply", ""))
        page = _page(answer, discussion, CommentForm(), parent, sent="sent" in request.GET)
        # The treatment's script takes 404 for a sign to show nothing.
        return _kept(HttpResponse(page, status=404 if discussion.openness == Openness.OFF else 200))


def _posted(request: HttpRequest, spoken: Language, discussion: Discussion) -> HttpResponse:
    form, parent = CommentForm(request.POST), _parent(discussion, request.POST.get("parent", ""))
    if discussion.openness != Openness.OPEN:
        return sent_back(_page(spoken, discussion, form, parent), spoken, HTTPStatus.CONFLICT)
    if not form.is_valid():
        return sent_back(_page(spoken, discussion, form, parent), spoken, HTTPStatus.UNPROCESSABLE_ENTITY)
    verdict = examine(request, "comment", form.cleaned_data["text"], spoken.code)
    if verdict.refusal is not None:
        form.add_error(None, reason_of(verdict.refusal))
        return sent_back(_page(spoken, discussion, form, parent), spoken, REASON_STATUS[verdict.refusal])
    receive(form.cleaned_data, discussion, parent, verdict)
    return HttpResponseRedirect(f"{request.path_info}?sent=1#comments", status=HTTPStatus.SEE_OTHER)


def _parent(discussion: Discussion, number: str) -> Comment | None:
    """Return the comment that is to be answered, if it may be."""
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        return None
    return discussion.answerable(int(number))


def _page(
    spoken: Language, discussion: Discussion, form: CommentForm, parent: Comment | None, sent: bool = False
) -> str:
    context: dict[str, Any] = {
        **surroundings(spoken),
        "discussion": discussion,
        "threads": discussion.threads(),
        "is_off": discussion.openness == Openness.OFF,
        "is_open": discussion.openness == Openness.OPEN,
        "form": form,
        "parent": parent,
        "sent": sent,
        "trap": TRAP,
        "solution": SOLUTION,
    }
    return render_to_string("engagement/comments/page.html", context)


def _kept(response: HttpResponse) -> HttpResponse:
    """Let caches keep it for as long as they keep a page, so that a decision is seen within the same time."""
    response["Cache-Control"] = f"public, max-age={KEEP}"
    return response
