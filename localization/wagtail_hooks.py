"""What does Wagtail's admin not offer to those who may not do it?"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from localization.review import hooks as review_hooks  # noqa: F401  (imported for its registrations)
from localization.section_policies import SectionPolicyViewSet


@hooks.register("register_admin_viewset")
def register_policies() -> SectionPolicyViewSet:
    """Let administrators choose what readers get for outdated sections."""
    return SectionPolicyViewSet()


@hooks.register("construct_page_action_menu")
def hide_alias_creation(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Offer “Convert to alias page” to administrators only; the wall refuses it to others."""
    if not request.user.is_superuser:
        menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]
