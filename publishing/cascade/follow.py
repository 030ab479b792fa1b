"""How do translations go along, whichever door the original goes through?

Editor, bulk action, script and admin API all end in Wagtail's actions, so these are wrapped, like publishing
and unpublishing (``publishing.wall``). Wagtail's own cascade acts in three of its views only, and there it
moves pages by the paths that they had before (measured on Wagtail 8.0.1: wagtail-localize-traps, section 7).
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.db import transaction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page, PageViewRestriction

from publishing.addressing import refuse_move
from publishing.cascade.plans import deletions, moves, translations_of


def build() -> None:
    """Wrap Wagtail's moving and deleting steps. Called once, when the app is ready."""
    MovePageAction._move_page = _with_moves(MovePageAction._move_page)
    DeletePageAction._delete_page = _with_deletions(DeletePageAction._delete_page)


def _with_moves(move_page: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(move_page)
    def wrapper(action: Any, page: Page, target: Page, parent_after: Page) -> Any:
        refuse_move(page, parent_after)
        with transaction.atomic():
            along = [] if page.get_parent().pk == parent_after.pk else moves(page, parent_after)
            result = move_page(action, page, target, parent_after)
            for move in along:
                if not move.obstacle:
                    # Loaded anew: the moves before this one have changed paths and numbers of children.
                    moved = Page.objects.get(pk=move.page.pk).specific
                    there = Page.objects.get(pk=move.target.pk)  # type: ignore[union-attr]
                    move_page(MovePageAction(moved, there, "last-child", action.user), moved, there, there)
        return result

    return wrapper


def _with_deletions(delete_page: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(delete_page)
    def wrapper(action: Any, page: Page, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            # Before the original, so that each leaves as deleted and not as one whose original is gone.
            for translation, what in deletions(page):
                if what == "deleted":
                    delete_page(DeletePageAction(translation, action.user), translation)
            return delete_page(action, page, *args, **kwargs)

    return wrapper


def mirror_restriction(page: Page) -> None:
    """Give the translations of an original the same privacy: who may read, and with which password.

    wagtail-localize does this too, but only when a translation is next saved from its editor, so until then
    the translations of a page that was made private stay public (wagtail-localize-traps, section 3).
    """
    restriction = page.view_restrictions.first()
    for translation in translations_of(page):
        if restriction is None:
            translation.view_restrictions.all().delete()
            continue
        own = translation.view_restrictions.first() or PageViewRestriction(page=translation)
        same = (own.restriction_type, own.password) == (restriction.restriction_type, restriction.password)
        if own.pk is None or not same:
            own.restriction_type, own.password = restriction.restriction_type, restriction.password
            own.save()
        own.groups.set(restriction.groups.all())
