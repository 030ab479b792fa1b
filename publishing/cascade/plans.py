"""Which translations go along with a page, and how? One answer for the confirmation and for the act itself.

Only from the original: what is done to a translation is done to it alone (docs/decisions/0004 and 0011).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from wagtail.models import Page

from localization.source import is_source, siblings
from publishing.addressing import unreachable

Deletion = Literal["deleted", "kept"]
Obstacle = Literal["", "no_parent", "slug_taken", "address_taken", "there_already"]


@dataclass(frozen=True, slots=True)
class Move:
    """Where one translation goes when its original is moved; ``obstacle`` says why it stays where it is."""

    page: Page
    target: Page | None
    obstacle: Obstacle = ""


def translations_of(instance: Any) -> list[Any]:
    """Return the translations that go where ``instance`` goes; none when it is itself a translation."""
    if not is_source(instance):
        return []
    model = Page if isinstance(instance, Page) else type(instance)
    rows = [row for row in siblings(instance) if row.pk != instance.pk]
    return [model._default_manager.get(pk=row.pk) for row in rows] if model is Page else rows


def moves(page: Page, destination: Page) -> list[Move]:
    """Return where each translation goes when its original ``page`` is moved below ``destination``."""
    return [_move(translation, destination) for translation in translations_of(page)]


def _move(page: Page, destination: Page) -> Move:
    target = destination.get_translation_or_none(page.locale)
    if target is None or target.path.startswith(page.path):
        return Move(page, None, "no_parent")
    if page.get_parent().pk == target.pk:
        return Move(page, target, "there_already")
    if not Page._slug_is_available(page.slug, target, page=page):
        return Move(page, target, "slug_taken")
    if unreachable(page, target):
        return Move(page, target, "address_taken")
    return Move(page, target)


def deletions(page: Page) -> list[tuple[Page, Deletion]]:
    """Return what happens to each translation when its original ``page`` is deleted.

    A translation below which there is a page that does not leave with the original (one that was written in
    this language) is kept, and taken offline: deleting cannot be undone.
    """
    translations = translations_of(page)
    leaving = {row.translation_key for row in page.get_descendants(inclusive=True) if is_source(row)}
    found: list[tuple[Page, Deletion]] = []
    for translation in translations:
        below = translation.get_descendants().filter(alias_of__isnull=True)
        staying = below.exclude(translation_key__in=leaving)
        found.append((translation, "kept" if staying.exists() else "deleted"))
    return found
