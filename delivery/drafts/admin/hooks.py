"""Where in the admin does one come to the links to a draft? From the editors of pages and snippets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter
from wagtail.snippets.action_menu import ActionMenuItem

from delivery.drafts.admin.entries import draft_links_url, is_shared, may_share
from delivery.drafts.admin.views import DraftLinks
from delivery.drafts.links import REVOKE, SHARE

LABEL = _("Links to the draft")


@hooks.register("register_admin_urls")
def draft_urls() -> list[URLPattern]:
    """Give the screen its address."""
    view = never_cache(DraftLinks.as_view())
    return [path("draft-links/<slug:app_label>/<slug:model_name>/<str:pk>/", view, name="draft_links")]


@hooks.register("register_page_header_buttons")
def in_the_page_menu(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer the links in the menu of the page editor."""
    page = page.specific
    if view_name == "edit" and is_shared(page) and may_share(user, page):
        yield Button(LABEL, draft_links_url(page), icon_name="link", priority=8)


@hooks.register("register_snippet_listing_buttons")
def in_lists_of_snippets(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Offer them behind the dots of a snippet in a list: there, translations have them too."""
    if is_shared(snippet) and may_share(user, snippet):
        yield Button(LABEL, draft_links_url(snippet), icon_name="link", priority=70)


class DraftLinksAction(ActionMenuItem):
    """The links among the actions of a snippet's editor."""

    label = LABEL
    name = "action-draft-links"
    icon_name = "link"
    order = 80

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Show them once there is a draft, to who may edit it."""
        row = context.get("instance")
        return row is not None and is_shared(row) and may_share(context["request"].user, row)

    def get_url(self, parent_context: dict[str, Any]) -> str:
        """Return the screen's address."""
        return draft_links_url(parent_context["instance"])


@hooks.register("register_snippet_action_menu_item")
def in_the_snippet_editor(model: type[Any]) -> DraftLinksAction | None:
    """Offer them in the editor of snippets that the API serves."""
    return DraftLinksAction() if getattr(model, "api_collection", None) else None


@hooks.register("register_log_actions")
def register_actions(actions: Any) -> None:
    """Show links that were given out and taken back in the history of a page or snippet."""

    @actions.register_action(SHARE)
    class ShareFormatter(LogFormatter):
        label = _("Link to the draft given out")

        def format_message(self, log_entry: Any) -> str:
            return str(_("Link to the draft given out, until %(until)s") % log_entry.data)

    @actions.register_action(REVOKE)
    class RevokeFormatter(LogFormatter):
        label = _("Links to the draft revoked")

        def format_message(self, log_entry: Any) -> str:
            number = log_entry.data["number"]
            return ngettext(
                "%(number)d link to the draft revoked", "%(number)d links to the draft revoked", number
            ) % {"number": number}
