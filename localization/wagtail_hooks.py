"""What does ``localization`` add to Wagtail's admin, and what does it take out of it?"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.models import TranslatableMixin
from wagtail_localize.wagtail_hooks import page_listing_more_buttons

from localization.changes.views import Changes
from localization.checklist import hooks as checklist_hooks  # noqa: F401  (imported for its registrations)
from localization.permissions import group_panel  # noqa: F401  (imported for its registrations)
from localization.review import hooks as review_hooks  # noqa: F401  (imported for its registrations)
from localization.section_policies import SectionPolicyViewSet
from localization.source import is_source


@hooks.register("register_admin_viewset")
def register_policies() -> SectionPolicyViewSet:
    """Let administrators choose what readers get for outdated sections."""
    return SectionPolicyViewSet()


@hooks.register("construct_page_action_menu")
def hide_alias_creation(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Offer “Convert to alias page” to administrators only; the wall refuses it to others."""
    if not request.user.is_superuser:
        menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]


@hooks.register("construct_snippet_listing_buttons")
def translate_original_snippets_only(buttons: list[Any], snippet: Any, user: Any) -> None:
    """Offer “Translate” where the snippet is the original."""
    if isinstance(snippet, TranslatableMixin):
        _take_away(buttons, snippet)


def _take_away(buttons: list[Any], instance: Any) -> None:
    """Take away what sends ``instance`` to translation, if it is not the original.

    The buttons are found by their addresses: their words depend on the admin's language.
    """
    sending = [button for button in buttons if _SUBMIT in (getattr(button, "url", None) or "")]
    if sending and not is_source(instance):
        buttons[:] = [button for button in buttons if button not in sending]


_SUBMIT = "/localize/submit/"


def _page_buttons(page: Any, user: Any, *args: Any, **kwargs: Any) -> list[Any]:
    """Do what wagtail-localize does in the menu of a page, for originals only."""
    buttons = list(page_listing_more_buttons(page, user, *args, **kwargs))
    _take_away(buttons, page)
    return buttons


def _replace_page_buttons() -> None:
    """Let ours stand where wagtail-localize registered its own: Wagtail has no hook that sees them later."""
    for name in ("register_page_header_buttons", "register_page_listing_more_buttons"):
        registered = hooks._hooks[name]
        registered[:] = [
            (_page_buttons if function is page_listing_more_buttons else function, order)
            for function, order in registered
        ]


_replace_page_buttons()


@hooks.register("register_admin_urls")
def changes_urls() -> list[URLPattern]:
    """Return the address of the screen on which a translator confirms sections."""
    return [path("translations/changes/<str:label>/<int:pk>/", Changes.as_view(), name="translation_changes")]


@hooks.register("register_log_actions")
def register_confirmation(actions: Any) -> None:
    """Show in the history of a page or snippet who confirmed which section."""

    @actions.register_action("localization.confirm_section")
    class ConfirmationFormatter(LogFormatter):
        label = _("Section confirmed")

        def format_message(self, log_entry: Any) -> str:
            data = log_entry.data
            count = sum(len(data.get(kind, [])) for kind in ("still_right", "suggestions", "written"))
            return ngettext(
                "Section “%(section)s” confirmed: %(count)d text (%(kept)d kept as it was)",
                "Section “%(section)s” confirmed: %(count)d texts (%(kept)d kept as they were)",
                count,
            ) % {"section": data.get("label", ""), "count": count, "kept": len(data.get("still_right", []))}
