"""How does a visitor ask the clinic something?  A form, and a page that says thank you.

The form gives its sender no authority and sets no cookie, so it may come from any cache. Whatever is wrong
with a message, its writer gets it back as it was, with a sentence on what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from engagement.enquiries.consent import consent_words
from engagement.enquiries.form import EnquiryForm
from engagement.enquiries.receiving import receive
from engagement.enquiries.subject import Subject, subject_of
from engagement.guard.answers import REASON_STATUS, reason_of, sent_back
from engagement.guard.examine import SOLUTION, TRAP, examine
from localization.languages import Language
from publishing.answers import public_answer
from publishing.own_address import in_language, spoken_at
from publishing.rendering import surroundings
from publishing.views import etag_of


@csrf_exempt
def enquiry(request: HttpRequest, prefix: str) -> HttpResponse:
    """Show the form, or take what was written: ``/<language>/enquiry/?about=<content id>``."""
    if request.method == "POST":
        spoken = in_language(prefix)
        if spoken is not None:
            with translation.override(spoken.code):
                return _posted(request, spoken)
    spoken_or_answer = spoken_at(request, prefix)
    if isinstance(spoken_or_answer, HttpResponse):
        return spoken_or_answer
    with translation.override(spoken_or_answer.code):
        subject = subject_of(request.GET.get("about", ""), spoken_or_answer)
        around = surroundings(spoken_or_answer)
        html = _page(around, _form(spoken_or_answer, around), subject).encode()
    return public_answer(request, html, etag=etag_of(html), language=spoken_or_answer)


def thanks(request: HttpRequest, prefix: str) -> HttpResponse:
    """Say that a message has arrived, and what happens next."""
    spoken = spoken_at(request, prefix)
    if isinstance(spoken, HttpResponse):
        return spoken
    with translation.override(spoken.code):
        html = render_to_string("engagement/enquiries/thanks.html", surroundings(spoken)).encode()
    return public_answer(request, html, etag=etag_of(html), language=spoken)


def _posted(request: HttpRequest, spoken: Language) -> HttpResponse:
    """Take a message, or give it back with what is wrong. A mistake in the form costs no place."""
    around, subject = surroundings(spoken), subject_of(request.POST.get("about", ""), spoken)
    form = _form(spoken, around, request.POST)
    if not form.is_valid():
        return sent_back(_page(around, form, subject), spoken, HTTPStatus.UNPROCESSABLE_ENTITY)
    data = form.cleaned_data
    verdict = examine(request, "enquiry", data["message"], spoken.code, data["preferred_language"])
    if verdict.refusal is not None:
        form.add_error(None, reason_of(verdict.refusal))
        return sent_back(_page(around, form, subject), spoken, REASON_STATUS[verdict.refusal])
    receive(data, subject, spoken, str(form.fields["consent"].label), verdict)
    return HttpResponseRedirect(f"/{spoken.code}/enquiry/thanks/", status=HTTPStatus.SEE_OTHER)


def _form(spoken: Language, around: Mapping[str, Any], data: QueryDict | None = None) -> EnquiryForm:
    return EnquiryForm(data, spoken=spoken, consent=consent_words(around["frame"]["organisation"]))


def _page(around: Mapping[str, Any], form: EnquiryForm, subject: Subject | None) -> str:
    names: dict[str, Any] = {"form": form, "subject": subject, "trap": TRAP, "solution": SOLUTION}
    return render_to_string("engagement/enquiries/form.html", {**around, **names})
