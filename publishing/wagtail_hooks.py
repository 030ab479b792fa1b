"""What does publishing add to Wagtail's admin?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button, ListingButton
from wagtail.log_actions import LogFormatter

from localization.models import ChangeMark
from publishing import to_review
from publishing.addressing import address_fault
from publishing.board import hooks as board_hooks  # noqa: F401  (imported for its registrations)
from publishing.board import reviews as board_reviews
from publishing.change_views import changes, may_mark
from publishing.published import Published
from publishing.recall import menu  # noqa: F401  (imported for its registrations)

board_reviews.register(to_review.review_words)


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    """Give the screens of publishing their addresses."""
    return [path("kind-of-change/<uuid:content_id>/", changes, name="kind_of_change")]


@hooks.register("register_page_header_buttons")
def offer_kind_of_change(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Any]:
    """Let who publishes an original say what kind of change the last one was."""
    if may_mark(user, page):
        url = reverse("kind_of_change", args=[page.translation_key])
        yield Button(_("Kind of the last change"), url=url, icon_name="history", priority=65)


@hooks.register("register_snippet_listing_buttons")
def offer_kind_of_snippet_change(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Any]:
    """Offer the same for people, categories and terms."""
    if isinstance(snippet, Published) and may_mark(user, snippet):
        url = reverse("kind_of_change", args=[snippet.translation_key])  # type: ignore[attr-defined]
        yield ListingButton(_("Kind of the last change"), url=url, icon_name="history", priority=65)


@hooks.register("register_log_actions")
def register_refusal(actions: Any) -> None:
    """Show refused publications and kinds of changes in the history of a page or snippet."""

    @actions.register_action("localization.mark_change")
    class ChangeFormatter(LogFormatter):
        label = _("Kind of change")

        def format_message(self, log_entry: Any) -> str:
            kinds = dict(ChangeMark.Kind.choices)
            values = {**log_entry.data, "kind": kinds.get(log_entry.data.get("kind"), "")}
            return str(_("Change of “%(section)s”: %(kind)s") % values)

    @actions.register_action("publishing.refuse")
    class RefusalFormatter(LogFormatter):
        label = _("Publication refused")

        def format_message(self, log_entry: Any) -> str:
            reasons = " ".join(finding["message"] for finding in log_entry.data.get("findings", []))
            return str(_("Publication refused: %(reasons)s") % {"reasons": reasons})


@hooks.register("before_move_page")
def refuse_moving(request: HttpRequest, page: Any, destination: Any) -> HttpResponse | None:
    """Say in time that nobody could read the page there; ``cascade.follow`` would not move it."""
    fault = address_fault(page, destination)
    if not fault:
        return None
    messages.error(request, fault)
    return redirect("wagtailadmin_pages:move", page.pk)


@hooks.register("before_bulk_action")
def refuse_moving_several(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Do so where several are moved at once; then none is."""
    if action_type != "move":
        return None
    destination = action.cleaned_form.cleaned_data["chooser"]
    fault = next(filter(None, (address_fault(page, destination) for page in objects)), "")
    if not fault:
        return None
    messages.error(request, fault)
    return redirect(action.next_url)


hooks.register("register_admin_urls", to_review.urls)
hooks.register("register_admin_menu_item", to_review.menu_item)
