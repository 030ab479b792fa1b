"""Where in the admin does one come to the recall screen? The menus of pages and snippets, and the reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter
from wagtail.snippets.action_menu import ActionMenuItem

from publishing.published import Published
from publishing.recall.act import may_recall
from publishing.recall.views import RecallReport, RecallScreen

LABEL = _("Recall")
ICON = "warning"


@hooks.register("register_admin_urls")
def recall_urls() -> list[URLPattern]:
    """Give the screens their addresses."""
    return [
        path("recall/", RecallReport.as_view(), name="publishing_recalls"),
        path("recall/results/", RecallReport.as_view(results_only=True), name="publishing_recalls_results"),
        path("recall/<uuid:content_id>/", RecallScreen.as_view(), name="publishing_recall"),
    ]


@hooks.register("register_page_header_buttons")
def in_the_page_menu(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer the recall in the menu of a page, in its editor and above the list of its children."""
    yield from _buttons(page, user, 62)


@hooks.register("register_page_listing_more_buttons")
def in_lists_of_pages(page: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Offer the recall behind the dots of a page in a list."""
    yield from _buttons(page, user, 62)


@hooks.register("register_snippet_listing_buttons")
def in_lists_of_snippets(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Offer the recall behind the dots of a snippet in a list."""
    yield from _buttons(snippet, user, 95)


def _buttons(instance: Any, user: Any, priority: int) -> Iterator[Button]:
    # The type of a page in a list is known without its specific row.
    kind = getattr(instance, "specific_class", None) or type(instance)
    if issubclass(kind, Published) and may_recall(user):
        url = reverse("publishing_recall", args=[instance.translation_key])
        yield Button(LABEL, url, icon_name=ICON, priority=priority)


class RecallAction(ActionMenuItem):
    """The recall among the actions of a snippet's editor."""

    label = LABEL
    name = "action-recall"
    icon_name = ICON
    order = 90

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Show it where there is something to recall, to who may."""
        instance = context.get("instance")
        return isinstance(instance, Published) and may_recall(context["request"].user)

    def get_url(self, parent_context: dict[str, Any]) -> str:
        """Return the screen's address."""
        return reverse("publishing_recall", args=[parent_context["instance"].translation_key])


@hooks.register("register_snippet_action_menu_item")
def in_the_snippet_editor(model: type[Any]) -> RecallAction | None:
    """Offer the recall in the editor of snippets that readers see."""
    return RecallAction() if issubclass(model, Published) else None


class RecallsMenuItem(MenuItem):
    """The list of recalls, for who may recall."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Hide it from others."""
        return may_recall(request.user)


@hooks.register("register_reports_menu_item")
def in_the_reports() -> RecallsMenuItem:
    """Offer the list of recalls among the reports."""
    return RecallsMenuItem(_("Recalls"), reverse("publishing_recalls"), icon_name=ICON, order=1200)


@hooks.register("register_log_actions")
def register_recalls(actions: Any) -> None:
    """Show recalls in the history of a page or snippet."""

    @actions.register_action("publishing.recall")
    class RecallFormatter(LogFormatter):
        label = _("Recall")

        def format_message(self, log_entry: Any) -> str:
            text = _("Recalled in every language: %(explanation)s")
            return str(text % {"explanation": log_entry.data.get("explanation", "")})

    @actions.register_action("publishing.lift")
    class LiftFormatter(LogFormatter):
        label = _("Recall lifted")

        def format_message(self, log_entry: Any) -> str:
            return str(_("Recall lifted: %(reason)s") % {"reason": log_entry.data.get("reason", "")})
