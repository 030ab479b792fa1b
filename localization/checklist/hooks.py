"""What do the checks of translations add to the admin: a screen, its entries, accepted findings, terms?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter

from localization.checklist.addresses import checklist_url
from localization.checklist.entry import entry_label
from localization.checklist.views import BeforePublishing
from localization.quality.acceptance import ACTION
from localization.quality.term_listing import TermPairViewSet


@hooks.register("register_admin_urls")
def checklist_urls() -> list[URLPattern]:
    """Serve the screen “Before you publish”."""
    return [
        path(
            "before-publishing/<slug:app_label>/<slug:model_name>/<str:pk>/",
            BeforePublishing.as_view(),
            name="before_publishing",
        )
    ]


@hooks.register("register_page_header_buttons")
def checklist_of_page(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer the checklist in the menu of the page editor, with the number of findings."""
    page = page.specific
    if view_name == "edit" and hasattr(page, "SECTIONS") and page.latest_revision_id:
        yield Button(entry_label(page), checklist_url(page), icon_name="tasks", priority=5)


@hooks.register("register_permissions")
def permission_to_accept() -> QuerySet[Permission]:
    """Let administrators grant the right to accept findings in the form of a group."""
    return Permission.objects.filter(content_type__app_label="localization", codename="accept_finding")


@hooks.register("register_log_actions")
def register_acceptance(actions: Any) -> None:
    """Show accepted findings in the history of a page or snippet."""

    @actions.register_action(ACTION)
    class AcceptanceFormatter(LogFormatter):
        label = _("Finding accepted")

        def format_message(self, log_entry: Any) -> str:
            return str(_("Finding accepted: %(message)s Reason: %(reason)s") % log_entry.data)


@hooks.register("register_admin_viewset")
def term_pairs() -> TermPairViewSet:
    """List the term pairs."""
    return TermPairViewSet("term_pairs")
