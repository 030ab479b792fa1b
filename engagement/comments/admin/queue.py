"""Where are comments read and decided, one or many at once?"""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from engagement.comments.models import Comment, State
from engagement.comments.moderation import DECISIONS, decide
from localization.languages import all_languages

VIEW, CHANGE = "engagement.view_comment", "engagement.change_comment"
PER_PAGE = 50
# As large as keys in the database are.
NUMBER = re.compile(r"[0-9]{1,18}")


class OfComments(WagtailAdminTemplateMixin, TemplateView):
    """A screen for who may see comments; only who may change them sends it back."""

    header_icon = "comment"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in who may.

        Raises:
            PermissionDenied: for everybody else.
        """
        if not request.user.has_perm(VIEW if request.method in {"GET", "HEAD"} else CHANGE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        queue = {"url": reverse("comment_queue"), "label": _("Comments")}
        return [queue, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whether anything may be done here."""
        return {**super().get_context_data(**kwargs), "may_change": self.request.user.has_perm(CHANGE)}


class Queue(OfComments):
    """The comments in one state, the longest waiting first."""

    page_title = _("Comments")
    template_name = "engagement/comments/admin/queue.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return that this is the first screen."""
        return [{"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add a page of comments, and what may be chosen."""
        asked = self.request.GET
        state = asked.get("state") if asked.get("state") in State.values else State.HELD
        rows = Comment.objects.filter(state=state).select_related("parent", "decided_by")
        codes = [language.code for language in all_languages()]
        if asked.get("locale") in codes:
            rows = rows.filter(locale=asked["locale"])
        if state != State.HELD:
            rows = rows.order_by("-received_at", "-pk")
        return {
            **super().get_context_data(**kwargs),
            "page": Paginator(rows, PER_PAGE).get_page(asked.get("p")),
            "state": state,
            "states": State.choices,
            # Not “locale”: Wagtail's own templates take that for one of its objects.
            "chosen": asked.get("locale", ""),
            "languages": all_languages(),
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        """Decide on the comments that were ticked."""
        decision, ticked = request.POST.get("decision", ""), request.POST.getlist("comment")
        if decision not in DECISIONS or not all(map(NUMBER.fullmatch, ticked)):
            return HttpResponseBadRequest("Use the buttons of the screen.")
        count = decide(Comment.objects.filter(pk__in=ticked), decision, request.user)
        told = ngettext("%(count)d comment was decided.", "%(count)d comments were decided.", count)
        messages.success(request, told % {"count": count})
        return redirect(request.get_full_path())
