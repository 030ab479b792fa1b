"""The screen “Links to the draft” of a page or snippet: give one out, copy it, take it back."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from delivery.drafts.admin.entries import draft_links_url, is_shared, may_share
from delivery.drafts.links import addresses_of, give, links_of, revoke
from delivery.drafts.models import DraftLink

# Links that are listed; what was given out before is in the history of the page.
LISTED = 50


class DraftLinks(WagtailAdminTemplateMixin, TemplateView):
    """Lists the links; a POST gives one out or takes some back."""

    template_name = "delivery/drafts/links.html"
    page_title = gettext_lazy("Links to the draft")
    header_icon = "link"
    _show_breadcrumbs = True

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find what the address names."""
        super().setup(request, *args, **kwargs)
        try:
            model: Any = apps.get_model(kwargs["app_label"], kwargs["model_name"])
        except LookupError as unknown:
            raise Http404 from unknown
        if not getattr(model, "api_collection", None):
            raise Http404
        self.object: Any = get_object_or_404(model, pk=unquote(kwargs["pk"]))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in who may edit it."""
        if not is_shared(self.object) or not may_share(request.user, self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Return what it is the draft of."""
        return f"{self.object} ({self.object.locale.get_display_name()})"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way back to the editor."""
        own = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, {"url": self._edit_url(), "label": str(self.object)}, own]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the links that hold, with their addresses, and those that have ended."""
        links, now = list(links_of(self.object)[:LISTED]), timezone.now()
        holding = [link for link in links if link.holds(now)]
        return {
            **super().get_context_data(**kwargs),
            "edit_url": self._edit_url(),
            "hours": settings.DRAFT_LINK_HOURS,
            "holding": [{"link": link, "addresses": self._addresses(link)} for link in holding],
            "ended": [link for link in links if not link.holds(now)],
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Give out a link, or take back the one named, or all of them."""
        wanted = request.POST.get("revoke", "")
        if not wanted:
            give(self.object, request.user)
            messages.success(request, _("The link can be used now. Copy it below."))
        else:
            number = revoke(self.object, request.user, int(wanted) if wanted.isdecimal() else None)
            messages.success(
                request,
                ngettext(
                    "%(number)d link does not open the draft any more.",
                    "%(number)d links do not open the draft any more.",
                    number,
                )
                % {"number": number},
            )
        return redirect(draft_links_url(self.object))

    def _edit_url(self) -> str:
        return str(AdminURLFinder(self.request.user).get_edit_url(self.object) or "")

    def _addresses(self, link: DraftLink) -> list[dict[str, str]]:
        labels = {"site": _("For people: the page of your front end"), "api": _("For programs: the API")}
        found = addresses_of(link)
        return [{"label": label, "url": found[name]} for name, label in labels.items() if name in found]
