"""What does publishing add to Wagtail's admin?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from publishing.recall import menu  # noqa: F401  (imported for its registrations)


@hooks.register("register_log_actions")
def register_refusal(actions: Any) -> None:
    """Show refused publications in the history of a page or snippet."""

    @actions.register_action("publishing.refuse")
    class RefusalFormatter(LogFormatter):
        label = _("Publication refused")

        def format_message(self, log_entry: Any) -> str:
            reasons = " ".join(finding["message"] for finding in log_entry.data.get("findings", []))
            return str(_("Publication refused: %(reasons)s") % {"reasons": reasons})
