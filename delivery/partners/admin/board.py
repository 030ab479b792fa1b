"""Who has taken notice of which recall, and who is to be reminded?"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from delivery.partners.models import ApiKey, RecallReminder
from delivery.partners.notices import Standing, standing_recalls, standings
from delivery.partners.reminders import can_answer, remind
from localization.languages import language
from publishing.models import Recall
from publishing.recall.act import may_recall

VIEW, CHANGE = "delivery.view_partner", "delivery.change_partner"


class NoticeBoard(WagtailAdminTemplateMixin, TemplateView):
    """Every recall that stands, with those who were asked to take notice of it."""

    page_title = gettext_lazy("Who has taken notice of recalls")
    header_icon = "warning"
    template_name = "delivery/partners/board.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in who may see partners."""
        if not request.user.has_perm(VIEW):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here, by the report of recalls for who may see that."""
        here = {"url": "", "label": self.get_page_title()}
        report = {"url": reverse("publishing_recalls"), "label": _("Recalls")}
        return [report, here] if may_recall(self.request.user) else [here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the recalls, the newest first, those who have something open first in each."""
        now = timezone.now()
        reminded = {(one.recall_id, one.key_id): one.at for one in RecallReminder.objects.all()}
        found = sorted(
            standings(recalls := standing_recalls()),
            key=lambda one: (recalls.index(one.recall), not one.open, str(one.key)),
        )
        by_recall = {recall: list(rows) for recall, rows in groupby(found, key=lambda one: one.recall)}
        return {
            **super().get_context_data(**kwargs),
            "recalls": [
                {
                    "recall": recall,
                    "rows": [_row(one, reminded, now) for one in by_recall.get(recall, ())],
                    "done": sum(not one.open for one in by_recall.get(recall, ())),
                }
                for recall in recalls
            ],
            "may_remind": self.request.user.has_perm(CHANGE),
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        """Remind the partner of one key of one recall."""
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        key, number = (request.POST.get(name, "") for name in ("key", "recall"))
        recall = get_object_or_404(Recall, pk=number if number.isdigit() else 0, lifted_at=None)
        asked = get_object_or_404(ApiKey, pk=key if key.isdigit() else 0)
        now = timezone.now()
        for standing in standings([recall], asked.pk):
            if standing.open and can_answer(standing, now):
                remind(standing, now)
                text = _("%(email)s is reminded.") % {"email": standing.key.partner.contact_email}
                messages.success(request, text)
                return redirect(request.path)
        messages.error(request, _("There is nothing to remind of any more."))
        return redirect(request.path)


def _row(standing: Standing, reminded: dict[tuple[int, int], Any], now: Any) -> dict[str, Any]:
    how = _("synchronised") if standing.acknowledged_at is None else _("acknowledged")
    return {
        "standing": standing,
        "how": how,
        "open": ", ".join(language(code).name for code in standing.open),
        "reminded": reminded.get((standing.recall.pk, standing.key.pk)),
        "can_answer": can_answer(standing, now),
    }
