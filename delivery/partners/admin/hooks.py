"""Where in the admin are partners?  In the settings, and from the report of recalls."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter

from delivery.partners.admin.board import VIEW, NoticeBoard
from delivery.partners.admin.keys import KeyViewSet
from delivery.partners.admin.partners import PartnerViewSet


class PartnersMenu(ModelViewSetGroup):
    """Partners and keys."""

    items = (PartnerViewSet, KeyViewSet)
    menu_label = gettext_lazy("API partners")
    menu_icon = "group"
    add_to_settings_menu = True


@hooks.register("register_admin_viewset")
def partners() -> PartnersMenu:
    """Register the screens."""
    return PartnersMenu()


@hooks.register("register_admin_urls")
def board() -> list[URLPattern]:
    """Give the board its address."""
    return [path("recall-notices/", NoticeBoard.as_view(), name="recall_notices")]


class _BoardItem(MenuItem):
    """For who may see partners."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether somebody may see partners."""
        return bool(request.user.has_perm(VIEW))


@hooks.register("register_reports_menu_item")
def in_the_reports() -> MenuItem:
    """Offer the board among the reports, after the recalls."""
    label = gettext_lazy("Notice of recalls")
    return _BoardItem(label, reverse("recall_notices"), icon_name="warning", order=920)


@hooks.register("register_recall_report_buttons")
def on_the_report_of_recalls(request: HttpRequest) -> list[Button]:
    """Lead from the recalls to who has taken notice."""
    if not request.user.has_perm(VIEW):
        return []
    return [Button(_("Who has taken notice"), url=reverse("recall_notices"), icon_name="group")]


@hooks.register("register_log_actions")
def register_actions(actions: Any) -> None:
    """Show in the history of a key that it was replaced or revoked."""
    actions.register_action("delivery.revoke_key", gettext_lazy("Revoke"), gettext_lazy("Key revoked"))

    @actions.register_action("delivery.replace_key")
    class ReplaceFormatter(LogFormatter):
        label = gettext_lazy("Replace")

        def format_message(self, log_entry: Any) -> str:
            days = log_entry.data.get("days", 0)
            return str(_("Key replaced; the former one holds for %(days)s days") % {"days": days})
