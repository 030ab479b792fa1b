"""Where in the admin are comments?"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from engagement.comments.admin.one import One
from engagement.comments.admin.pages import Pages
from engagement.comments.admin.queue import VIEW, Queue


@hooks.register("register_admin_urls")
def screens() -> list[URLPattern]:
    """Give the screens their addresses."""
    return [
        path("comments/", Queue.as_view(), name="comment_queue"),
        path("comments/pages/", Pages.as_view(), name="comment_pages"),
        path("comments/<int:pk>/", One.as_view(), name="comment_answer"),
    ]


class _Item(MenuItem):
    """For who may see comments."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether somebody may."""
        return bool(request.user.has_perm(VIEW))


@hooks.register("register_admin_menu_item")
def in_the_menu() -> MenuItem:
    """Offer the queue beside the inbox."""
    return _Item(_("Comments"), reverse("comment_queue"), icon_name="comment", order=251)


@hooks.register("register_log_actions")
def register_actions(actions: Any) -> None:
    """Show decisions in the history of a comment."""
    actions.register_action("engagement.approve", _("Approve comment"), _("Comment approved"))
    actions.register_action("engagement.reject", _("Reject comment"), _("Comment rejected"))
    actions.register_action("engagement.spam", _("Mark comment as spam"), _("Comment marked as spam"))
    actions.register_action("engagement.answer", _("Answer comment"), _("Answered in the clinic’s name"))
