"""On which screens are endpoints kept?"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn, DateColumn
from wagtail.admin.views.generic import CreateView, EditView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log

from delivery.webhooks.admin.forms import WebhookEndpointForm
from delivery.webhooks.models import WebhookEndpoint
from delivery.webhooks.secrets import OVERLAP, rotate, secret_of
from delivery.webhooks.spread import send_test
from delivery.webhooks.tasks import deliver_events

# The endpoint whose secret is shown next, in the session of whoever has made it.
TO_SHOW = "webhook_secret_to_show"
CHANGE = "delivery.change_webhookendpoint"


class _Create(CreateView):
    """Leads to the new endpoint's secret."""

    def get_success_url(self) -> str:
        """Return where the secret is shown."""
        self.request.session[TO_SHOW] = self.object.pk
        return reverse("webhook_endpoints:secret", args=[self.object.pk])


class _Edit(EditView):
    """Offers the messages, a test and a new secret."""

    @property
    def header_more_buttons(self) -> list[Button]:
        """Return the ways on from an endpoint."""
        messages_of = f"{reverse('webhook_deliveries:index')}?endpoint={self.object.pk}"
        secret = reverse("webhook_endpoints:secret", args=[self.object.pk])
        test = reverse("webhook_endpoints:test", args=[self.object.pk])
        return [
            *super().header_more_buttons,
            Button(_("Messages"), url=messages_of, icon_name="list-ul", priority=30),
            Button(_("Send a test"), url=test, icon_name="mail", priority=40),
            Button(_("New secret"), url=secret, icon_name="key", priority=50),
        ]


class _OfEndpoint(WagtailAdminTemplateMixin, TemplateView):
    """A screen about one endpoint, for who may change it."""

    header_icon = "upload"
    endpoint: WebhookEndpoint

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in who may change endpoints; find the one it is about."""
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        self.endpoint = get_object_or_404(WebhookEndpoint, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Return which endpoint."""
        return self.endpoint.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        listing = {"url": reverse("webhook_endpoints:index"), "label": _("Webhook endpoints")}
        editing = reverse("webhook_endpoints:edit", args=[self.endpoint.pk])
        here = {"url": "", "label": self.get_page_title()}
        return [listing, {"url": editing, "label": self.endpoint.name}, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the endpoint."""
        return {**super().get_context_data(**kwargs), "endpoint": self.endpoint}


class Secret(_OfEndpoint):
    """Shows the secret that was just made, once; and makes a new one."""

    page_title = gettext_lazy("Secret")
    template_name = "delivery/webhooks/secret.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the secret, if it is to be shown now, and until when the former one holds."""
        context = super().get_context_data(**kwargs)
        shown = self.request.session.pop(TO_SHOW, None) == self.endpoint.pk
        until = self.endpoint.former_until
        return {
            **context,
            "secret": secret_of(self.endpoint.salt) if shown else "",
            "former_until": until if until is not None and until > timezone.now() else None,
            "overlap": OVERLAP.days,
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make a new secret, and show it."""
        rotate(self.endpoint, timezone.now())
        log(instance=self.endpoint, action="delivery.rotate_webhook", user=request.user)
        request.session[TO_SHOW] = pk
        return redirect(request.path)


class Test(_OfEndpoint):
    """Sends a test message after a question."""

    page_title = gettext_lazy("Send a test")
    template_name = "delivery/webhooks/test.html"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Put a test in line, and show what comes of it."""
        if not self.endpoint.is_active:
            messages.error(request, _("The endpoint is switched off. Make it active first."))
            return redirect("webhook_endpoints:edit", pk)
        delivery = send_test(self.endpoint, timezone.now())
        deliver_events.enqueue()
        messages.success(request, _("A test message is on its way. Reload this page to see the answer."))
        return redirect("webhook_deliveries:inspect", delivery.pk)


class EndpointViewSet(ModelViewSet):
    """All endpoints."""

    model = WebhookEndpoint
    name = "webhook_endpoints"
    icon = "upload"
    menu_label = gettext_lazy("Endpoints")
    add_view_class = _Create
    edit_view_class = _Edit
    # A copy would go twice to the same address.
    copy_view_enabled = False
    list_display = [
        "name",
        "url",
        BooleanColumn("is_active", label=gettext_lazy("Active")),
        "failures",
        DateColumn("last_success_at", label=gettext_lazy("Last success")),
        DateColumn("disabled_at", label=gettext_lazy("Switched off by the system")),
    ]
    list_filter = ["is_active"]
    search_fields = ["name", "url"]

    def get_form_class(self, for_update: bool = False) -> type[WebhookEndpointForm]:
        """Return the form, the same for new and old endpoints."""
        return WebhookEndpointForm

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the screens of secrets and tests."""
        return [
            *super().get_urlpatterns(),
            path("secret/<int:pk>/", never_cache(Secret.as_view()), name="secret"),
            path("test/<int:pk>/", Test.as_view(), name="test"),
        ]
