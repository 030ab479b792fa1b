"""Who may give out links to a draft, and where is the screen for it?"""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.urls import reverse
from wagtail.models import Page
from wagtail.permissions import policy_registry


def may_share(user: Any, row: Any) -> bool:
    """Say whether ``user`` may edit the page or snippet, in its language; nobody else may show its draft."""
    if isinstance(row, Page):
        return bool(row.permissions_for_user(user).can_edit())
    policy = policy_registry.get_by_type(type(row))
    return bool(policy.user_has_permission_for_instance(user, "change", row))


def is_shared(row: Any) -> bool:
    """Say whether there is a draft of it that the API could show."""
    return bool(getattr(type(row), "api_collection", None)) and row.latest_revision_id is not None


def draft_links_url(row: Any) -> str:
    """Return the address of the screen about the links to a draft."""
    options = type(row)._meta
    return reverse("draft_links", args=[options.app_label, options.model_name, quote(row.pk)])
