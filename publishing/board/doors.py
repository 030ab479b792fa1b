"""Where may this person do something about a cell of the board? Asked once for all cells of a page of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.urls import reverse
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from localization.changes.links import changes_url, submit_url
from publishing.board.models import Standing
from publishing.published_types import published_types


class Doors:
    """The links of some standings for one user; what they may not do has none."""

    def __init__(self, user: Any, standings: Iterable[Standing]) -> None:
        """Take who asks, and everything that they will ask about."""
        self.user = user
        self._pages = [row.row_id for row in standings if _is_page(row)]

    @cached_property
    def _changeable(self) -> frozenset[int]:
        policy = policy_registry.get_by_type(Page)
        allowed = policy.instances_user_has_permission_for(self.user, "change")
        return frozenset(allowed.filter(pk__in=self._pages).values_list("pk", flat=True))

    @cached_property
    def _may_submit(self) -> bool:
        return bool(self.user.has_perm("wagtail_localize.submit_translation"))

    def may_change(self, row: Standing) -> bool:
        """Say whether the user may change this content in this language."""
        model = published_types().get(row.type)
        if model is None:
            return False
        if issubclass(model, Page):
            return row.row_id in self._changeable
        return bool(policy_registry.get_by_type(model).allows_language(self.user, "change", row.locale))

    def edit(self, row: Standing) -> str:
        """Return where it is edited: the editor of the original, or the translation editor."""
        return edit_url(row) if self.may_change(row) else ""

    def changes(self, row: Standing) -> str:
        """Return where the translator sees what has changed and confirms sections."""
        if row.is_source or not self.may_change(row):
            return ""
        return changes_url(published_types()[row.type], row.row_id)

    def submit(self, leader: Standing) -> str:
        """Return where a content is sent to translation; ``leader`` is its original."""
        if not (leader.is_source and self._may_submit and self.may_change(leader)):
            return ""
        return submit_url(published_types()[leader.type], leader.row_id)


def edit_url(row: Standing) -> str:
    """Return the address at which a row is edited (empty for a type without an editor)."""
    model = published_types().get(row.type)
    if model is not None and issubclass(model, Page):
        return reverse("wagtailadmin_pages:edit", args=[row.row_id])
    if model in get_snippet_models():
        return reverse(model.snippet_viewset.get_url_name("edit"), args=[row.row_id])  # type: ignore[union-attr]
    return ""


def _is_page(row: Standing) -> bool:
    model = published_types().get(row.type)
    return model is not None and issubclass(model, Page)
