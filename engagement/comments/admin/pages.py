"""Where are comments closed or switched off for a page?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from engagement.comments.admin.queue import OfComments
from engagement.comments.models import Openness, PageComments
from localization.languages import default_language
from publishing.models import Document, Status


class Pages(OfComments):
    """Every page that can have comments, and whether it does."""

    page_title = _("Comments by page")
    template_name = "engagement/comments/admin/pages.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the pages with their switches."""
        switches = dict(PageComments.objects.values_list("content_id", "openness"))
        return {
            **super().get_context_data(**kwargs),
            "rows": [
                {"id": content_id, "title": title, "openness": switches.get(content_id, Openness.OPEN)}
                for content_id, title in titles().items()
            ],
            "choices": Openness.choices,
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        """Switch one page, in all its languages."""
        try:
            content_id = UUID(request.POST.get("page", ""))
            openness = Openness(request.POST.get("openness", ""))
        except ValueError:
            return HttpResponseBadRequest("Use the buttons of the screen.")
        PageComments.objects.update_or_create(content_id=content_id, defaults={"openness": openness})
        messages.success(request, gettext("Saved. Readers see it within ten seconds."))
        return redirect("comment_pages")


def titles() -> dict[UUID, str]:
    """Return the pages that are public in any language, by content id, with their titles."""
    rows = Document.objects.filter(type__in=settings.COMMENTED_TYPES, status=Status.LIVE).exclude(path=None)
    found: dict[UUID, str] = {}
    main = default_language().code
    for content_id, locale, title in rows.order_by("title").values_list("content_id", "locale", "title"):
        if locale == main or content_id not in found:
            found[content_id] = title
    return dict(sorted(found.items(), key=lambda entry: entry[1].casefold()))
