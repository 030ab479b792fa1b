"""May this user change this snippet? Only where a group of theirs grants it in the snippet's language.

Wagtail asks a policy for the single instance in few places (bulk deletion, copying, previews); everywhere
else it asks for the model. ``localization.permissions.wall`` asks for the instance at every door.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from wagtail.models import Page, TranslatableMixin
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from localization.permissions.languages import languages_for


class LanguagePolicy(ModelPermissionPolicy):
    """Django's permissions on a translatable model, in the languages of the group that grants them."""

    def allows_language(self, user: Any, action: str, code: str) -> bool:
        """Say whether ``user`` may do ``action`` (like ``add``) to snippets in the language ``code``."""
        codes = languages_for(user, self._get_permission_name(action))
        return codes is None or code in codes

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Say whether ``user`` may do ``action`` to this very snippet."""
        return self.allows_language(user, action, instance.locale.language_code)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        """Return the snippets to which ``user`` may do at least one of ``actions``."""
        allowed: set[str] = set()
        for action in actions:
            codes = languages_for(user, self._get_permission_name(action))
            if codes is None:
                return self.model._default_manager.all()
            allowed |= codes
        return self.model._default_manager.filter(locale__language_code__in=allowed)

    def users_with_any_permission_for_instance(self, actions: Iterable[str], instance: Any) -> list[Any]:
        """Return the users who may do at least one of ``actions`` to this very snippet."""
        wanted = list(actions)
        return [
            user
            for user in self.users_with_any_permission(wanted)
            if self.user_has_any_permission_for_instance(user, wanted, instance)
        ]


def register_policies() -> None:
    """Give every translatable type that is not a page its policy; before Wagtail asks for the first one."""
    for model in apps.get_models():
        if issubclass(model, TranslatableMixin) and not issubclass(model, Page):
            register_permission_policy(model, LanguagePolicy(model), exact_class=True)
