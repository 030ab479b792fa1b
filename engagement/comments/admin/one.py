"""Where is a comment answered in the name of the clinic?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.models import ModelLogEntry

from engagement.comments.admin.queue import OfComments
from engagement.comments.form import LONGEST
from engagement.comments.models import Comment
from engagement.comments.moderation import answer
from localization.languages import language


class AnswerForm(forms.Form):
    """The clinic's answer."""

    name = forms.CharField(label=_("Name that is shown"), max_length=80)
    text = forms.CharField(
        label=_("Answer, in the language of the comment"),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 5, "dir": "auto"}),
    )


class One(OfComments):
    """One comment with its thread, what was decided, and a form to answer."""

    page_title = _("Answer a comment")
    template_name = "engagement/comments/admin/one.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the comment, its thread and its history."""
        comment = get_object_or_404(Comment.objects.select_related("parent"), pk=self.kwargs["pk"])
        top = comment.parent or comment
        user: Any = self.request.user
        name = user.get_full_name() or user.get_username()
        return {
            "form": AnswerForm(initial={"name": name}),
            **super().get_context_data(**kwargs),
            "comment": comment,
            "thread": [top, *top.answers.all()],
            "spoken": language(comment.locale),
            "history": ModelLogEntry.objects.for_instance(comment).select_related("user"),
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the answer under the comment, which is approved with it."""
        form = AnswerForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        comment = get_object_or_404(Comment, pk=pk)
        answer(comment, form.cleaned_data["text"], form.cleaned_data["name"], request.user)
        messages.success(request, gettext("Your answer is shown under the comment."))
        return redirect("comment_queue")
