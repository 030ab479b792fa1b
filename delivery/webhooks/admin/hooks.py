"""Where in the admin are webhooks?  In the settings, for administrators and whoever is given the rights."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.log_actions import LogFormatter

from delivery.webhooks.admin.deliveries import DeliveryViewSet
from delivery.webhooks.admin.endpoints import EndpointViewSet


class WebhooksMenu(ModelViewSetGroup):
    """Endpoints and messages."""

    items = (EndpointViewSet, DeliveryViewSet)
    menu_label = gettext_lazy("Webhooks")
    menu_icon = "upload"
    add_to_settings_menu = True


@hooks.register("register_admin_viewset")
def webhooks() -> WebhooksMenu:
    """Register the screens."""
    return WebhooksMenu()


@hooks.register("register_log_actions")
def register_actions(actions: Any) -> None:
    """Show new secrets and switching off in the history of an endpoint."""
    actions.register_action(
        "delivery.rotate_webhook", gettext_lazy("New secret"), gettext_lazy("Secret replaced")
    )

    @actions.register_action("delivery.disable_webhook")
    class DisableFormatter(LogFormatter):
        label = gettext_lazy("Switched off")

        def format_message(self, log_entry: Any) -> str:
            if log_entry.data.get("status") is None:
                return str(_("Switched off: no answer"))
            return str(_("Switched off: it answered %(status)s") % {"status": log_entry.data["status"]})
