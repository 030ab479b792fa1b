"""What does publishing add to Wagtail's admin?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from localization.source import is_source
from publishing.board import hooks as board_hooks  # noqa: F401  (imported for its registrations)


@hooks.register("construct_translated_pages_to_cascade_actions")
def cascade_from_source(pages: list[Page], action: str) -> dict[Page, Any]:
    """Name the translations that go where their source goes; Wagtail shows them before it acts.

    Only from the source: withdrawing the German translation leaves the English original alone.
    wagtail-localize does not implement this hook (its issue 15; wagtail-localize-traps, section 7).
    """
    found: dict[Page, Any] = {}
    for page in pages:
        if is_source(page):
            others = Page.objects.translation_of(page, inclusive=False)
            found[page] = others.filter(alias_of__isnull=True) if action == "unpublish" else others
    return found


@hooks.register("register_log_actions")
def register_refusal(actions: Any) -> None:
    """Show refused publications in the history of a page or snippet."""

    @actions.register_action("publishing.refuse")
    class RefusalFormatter(LogFormatter):
        label = _("Publication refused")

        def format_message(self, log_entry: Any) -> str:
            reasons = " ".join(finding["message"] for finding in log_entry.data.get("findings", []))
            return str(_("Publication refused: %(reasons)s") % {"reasons": reasons})
