"""Which snippets does an editor see in a list? Those in the languages they work in."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import SnippetViewSet

from localization.checklist.snippet_editor import SnippetEditor

LISTED = ("add", "change", "delete", "view")


class LanguageSnippetViewSet(SnippetViewSet):
    """Base of the viewset of a translatable snippet."""

    edit_view_class = SnippetEditor

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the snippets that the user may at least look at."""
        policy = policy_registry.get_by_type(self.model)
        return policy.instances_user_has_any_permission_for(request.user, LISTED)
