"""The screen “Before you publish”: all findings of a page or snippet, and accepting one with a reason."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permissions import policy_registry

from localization.checklist.addresses import checklist_url
from localization.checklist.items import accepted_of, findings_of, grouped, not_judged
from localization.gate import refuses
from localization.quality.acceptance import accept, may_accept
from localization.sections import Sectioned


def may_see(user: Any, instance: Any) -> bool:
    """Say whether ``user`` works on ``instance``: may change, publish or (a snippet) look at it."""
    if isinstance(instance, Page):
        tester = instance.permissions_for_user(user)
        return bool(tester.can_edit() or tester.can_publish())
    policy = policy_registry.get_by_type(type(instance))
    return bool(policy.user_has_any_permission_for_instance(user, ["change", "publish", "view"], instance))


class BeforePublishing(WagtailAdminTemplateMixin, TemplateView):
    """The checklist of one page or snippet; a POST accepts a finding."""

    template_name = "localization/checklist/before_publishing.html"
    page_title = gettext_lazy("Before you publish")
    header_icon = "tasks"
    _show_breadcrumbs = True

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find what the address names."""
        super().setup(request, *args, **kwargs)
        try:
            model: Any = apps.get_model(kwargs["app_label"], kwargs["model_name"])
        except LookupError as unknown:
            raise Http404 from unknown
        if not hasattr(model, "SECTIONS"):
            raise Http404
        self.object: Any = get_object_or_404(model, pk=unquote(kwargs["pk"]))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in who works on it."""
        if not isinstance(self.object, Sectioned) or not may_see(request.user, self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Return what it is the checklist of."""
        return f"{self.object} ({self.object.locale.get_display_name()})"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way back to the editor."""
        edit = AdminURLFinder(self.request.user).get_edit_url(self.object)
        own = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, {"url": edit or "", "label": str(self.object)}, own]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the findings by section, the accepted ones and what was not checked."""
        findings = findings_of(self.object)
        return {
            **super().get_context_data(**kwargs),
            "object": self.object,
            "edit_url": AdminURLFinder(self.request.user).get_edit_url(self.object),
            "groups": grouped(self.object, findings),
            "refused": sum(finding.severity == "refuse" for finding in findings),
            "is_refused": refuses(findings),
            "accepted": accepted_of(self.object),
            "not_judged": not_judged(self.object),
            "may_accept": may_accept(self.request.user, self.object),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Accept the finding that the form names, if it is there."""
        if not may_accept(request.user, self.object):
            raise PermissionDenied
        wanted = (request.POST.get("rule", ""), request.POST.get("digest", ""))
        reason = request.POST.get("reason", "").strip()
        found = [f for f in findings_of(self.object) if f.digest and (f.rule, f.digest) == wanted]
        if not found:
            messages.error(request, _("The texts have changed since you looked. Look at the findings again."))
        elif not reason:
            messages.error(request, _("Say why the text is right as it is. The reason is kept."))
        else:
            accept(self.object, found[0], reason, request.user)
            messages.success(request, _("Accepted, for exactly these texts."))
        return redirect(checklist_url(self.object))
