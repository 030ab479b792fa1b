"""May this user pass this door of the admin? Asked before the view runs, at every door, for the very object.

Wagtail's snippet views and wagtail-localize ask whether somebody may change *some* snippet of a type, and so
let a translator of German change the English one (measured: wagtail-localize-traps 7). Their views cannot be
decorated one by one, so one middleware stands before all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import ResolverMatch
from wagtail.admin import messages
from wagtail.admin.localization import get_localized_response
from wagtail.snippets.models import get_snippet_models

from localization.permissions.doors import (
    Rule,
    bulk_door,
    changes_door,
    page_door,
    reading_door,
    snippet_door,
    translation_door,
)
from localization.permissions.rules import Refused, Visit

# Doors outside any namespace.
BY_NAME: dict[str, Rule] = {"wagtail_bulk_action": bulk_door, "translation_changes": changes_door}


class LanguageWall:
    """Middleware; stands after authentication and messages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Do nothing: which door it is, is known only after routing."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Answer for the view when the user may not pass."""
        match = request.resolver_match
        rule = rule_of(match) if match is not None else None
        if rule is None or match is None:
            return None
        user = request.user
        # Wagtail sends those away who may not use the admin at all, and lets administrators do everything.
        if not user.has_perm("wagtailadmin.access_admin") or user.is_superuser:
            return None
        try:
            rule(Visit(request, _view_name(match), kwargs))
        except Refused as refusal:
            return _turn_away(request, refusal)
        return None


def rule_of(match: ResolverMatch) -> Rule | None:
    """Return the rule for an address, or ``None`` where Wagtail's own checks are enough."""
    if not match.namespaces:
        return BY_NAME.get(match.url_name or "")
    namespace = match.namespaces[0]
    if namespace == "wagtail_localize":
        return translation_door
    if namespace == "wagtailadmin_pages":
        return page_door
    if namespace == "wagtailadmin_api":
        return reading_door(namespace)
    if namespace.startswith("wagtailsnippetchoosers_"):
        return reading_door("wagtailsnippetchoosers")
    return next(
        (
            snippet_door(model)
            for model in get_snippet_models()
            if model.snippet_viewset.url_namespace == namespace
        ),
        None,
    )


def _view_name(match: ResolverMatch) -> str:
    """Return the name of the view within its outermost namespace, like ``pages:listing``."""
    return ":".join([*match.namespaces[1:], match.url_name or ""])


def _turn_away(request: HttpRequest, refusal: Refused) -> HttpResponseBase:
    """Say why, the way Wagtail does: a page with a message; a plain 403 for scripts."""
    asked_by_script = request.headers.get("x-requested-with") == "XMLHttpRequest"
    if asked_by_script or request.method not in ("GET", "HEAD", "POST"):
        raise PermissionDenied(str(refusal.reason))

    def home(request: HttpRequest) -> HttpResponseBase:
        messages.error(request, refusal.reason)
        return redirect("wagtailadmin_home")

    return get_localized_response(home, request)
