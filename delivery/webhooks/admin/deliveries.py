"""Where does one see what became of each message, and have it delivered again?"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from delivery.webhooks.admin.endpoints import CHANGE
from delivery.webhooks.messages import body_of
from delivery.webhooks.models import WebhookDelivery
from delivery.webhooks.spread import put_in_line
from delivery.webhooks.tasks import deliver_events


class _ReadOnly(ModelPermissionPolicy):
    """Deliveries are made by the system: nobody adds, changes or deletes one, administrators neither."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Allow looking alone."""
        return action == "view" and bool(super().user_has_permission(user, action))


register_permission_policy(WebhookDelivery, _ReadOnly(WebhookDelivery))


class _Index(IndexView):
    """Reads events and endpoints with the deliveries."""

    def get_base_queryset(self) -> Any:
        """Return all deliveries, with the last answer of each."""
        return WebhookDelivery.objects.select_related("event", "endpoint").prefetch_related("log")


class _Inspect(InspectView):
    """One message with all attempts."""

    template_name = "delivery/webhooks/delivery.html"
    page_title = gettext_lazy("Message")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the message, the log, and whether it may be delivered again."""
        may = self.request.user.has_perm(CHANGE)
        return {
            **super().get_context_data(**kwargs),
            "delivery": self.object,
            "body": body_of(self.object.event).decode(),
            "log": self.object.log.all(),
            "again_url": reverse("webhook_deliveries:again", args=[self.object.pk]) if may else "",
        }


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a delivery in line anew, under the same ``webhook-id``."""
    if not request.user.has_perm(CHANGE):
        raise PermissionDenied
    delivery = get_object_or_404(WebhookDelivery.objects.select_related("endpoint"), pk=pk)
    if delivery.endpoint.is_active:
        put_in_line(delivery, timezone.now())
        deliver_events.enqueue()
        messages.success(request, _("The message is on its way again. Reload this page to see the answer."))
    else:
        messages.error(request, _("The endpoint is switched off. Make it active first."))
    return redirect("webhook_deliveries:inspect", pk)


def last_answer(delivery: WebhookDelivery) -> str:
    """Return the outcome of the last attempt in a few words."""
    attempts = list(delivery.log.all())
    return str(attempts[0]) if attempts else ""


class DeliveryViewSet(ModelViewSet):
    """All deliveries, the newest first."""

    model = WebhookDelivery
    name = "webhook_deliveries"
    icon = "list-ul"
    menu_label = gettext_lazy("Messages")
    index_view_class = _Index
    inspect_view_class = _Inspect
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields: list[str] = []
    list_filter = ["endpoint", "state", "event__kind", "event__locale"]
    list_display = [
        TitleColumn(
            "event",
            label=gettext_lazy("Event"),
            get_url=lambda one: reverse("webhook_deliveries:inspect", args=[one.pk]),
        ),
        Column("endpoint", label=gettext_lazy("Endpoint")),
        Column("get_state_display", label=gettext_lazy("State")),
        Column(last_answer, label=gettext_lazy("Last answer")),
        Column("attempts", label=gettext_lazy("Attempts")),
        DateColumn("created_at", label=gettext_lazy("Created"), sort_key="created_at"),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the button."""
        return [*super().get_urlpatterns(), path("again/<int:pk>/", again, name="again")]
