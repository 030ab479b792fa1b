"""What will happen in which language? Told to editors before it happens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from localization.languages import position
from localization.source import is_live, siblings
from publishing.cascade.plans import Move, Obstacle, deletions, moves, translations_of
from publishing.paths import path_of


@dataclass(frozen=True, slots=True)
class Effect:
    """One language: what there is now, and what there will be."""

    language: str
    title: str
    address: str
    now: str
    then: str


def effects_of_unpublishing(instance: Any) -> list[Effect]:
    """Return what becomes of a page or snippet, and of its translations, when it is unpublished."""
    return [_effect(row, _offline(row)) for row in _with_translations(instance)]


def effects_of_deleting(instance: Any) -> list[Effect]:
    """Return what becomes of a page or snippet, and of its translations, when it is deleted."""
    gone = _("Deleted")
    if not isinstance(instance, Page):
        others = [row for row in _with_translations(instance) if row.pk != instance.pk]
        return [_effect(instance, gone), *(_effect(row, _offline(row, kept=True)) for row in others)]
    found = [_effect(instance, gone + _below(instance))]
    for translation, what in deletions(instance):
        if what == "deleted":
            found.append(_effect(translation.specific, gone + _below(translation)))
        else:
            then = _("Taken offline and kept, because pages of its own stand below it")
            found.append(_effect(translation.specific, then))
    return found


def effects_of_moving(page: Page, destination: Page | None) -> list[Effect]:
    """Return where a page and its translations go; ``destination`` may not be chosen yet."""
    if destination is None:
        then = _("Moved below the same page in its language, where there is one")
        others = [row for row in _with_translations(page) if row.pk != page.pk]
        return [
            _effect(page, _("Moved") + _below(page)),
            *(_effect(row, then + _below(row)) for row in others),
        ]
    own = Move(page, destination)
    return [_effect(move.page.specific, _moved(move)) for move in (own, *moves(page, destination))]


def effects_of_restricting(page: Page) -> list[Effect]:
    """Return who gets the privacy that a page is given."""
    return [_effect(row, _("The same privacy") + _below(row)) for row in _with_translations(page)]


def standing(row: Any) -> str:
    """Say in a word what readers have of a page or snippet now."""
    if is_live(row):
        return str(_("Public"))
    if row.revisions.filter(approved_go_live_at__isnull=False).exists():
        return str(_("Scheduled"))
    return str(_("Not public"))


def _with_translations(instance: Any) -> list[Any]:
    rows = [instance, *translations_of(instance)]
    first, *others = [getattr(row, "specific", row) for row in rows]
    return [first, *sorted(others, key=lambda row: position(row.locale.language_code))]


def _effect(row: Any, then: str) -> Effect:
    return Effect(
        language=row.locale.get_display_name(),
        title=row.get_admin_display_title() if isinstance(row, Page) else str(row),
        address=path_of(row) or "",
        now=standing(row),
        then=then,
    )


def _offline(row: Any, *, kept: bool = False) -> str:
    if is_live(row):
        return str(_("Taken offline, kept as a draft") if kept else _("Taken offline"))
    if row.revisions.filter(approved_go_live_at__isnull=False).exists():
        return str(_("Taken off the schedule"))
    return str(_("Stays a draft"))


def _moved(move: Move) -> str:
    reasons: dict[Obstacle, str] = {
        "no_parent": _("Stays where it is: the new place does not exist in this language"),
        "slug_taken": _("Stays where it is: another page below the new place has the same slug"),
        "address_taken": _("Stays where it is: the site itself uses the address that it would have"),
        "there_already": _("Stays where it is: it stands there already"),
    }
    if move.obstacle:
        return reasons[move.obstacle]
    target: Any = move.target
    address = path_of(target.specific) or ""
    new = f"{address}{move.page.slug}/" if address else target.title
    return str(_("Moved to %(address)s") % {"address": new}) + _below(move.page)


def _below(page: Page) -> str:
    number = page.get_descendant_count()
    if not number:
        return ""
    text = ngettext(", with %(number)d page below it", ", with %(number)d pages below it", number)
    return str(text % {"number": number})


def is_translation(instance: Any) -> bool:
    """Say whether only this language is concerned although there are others."""
    return not translations_of(instance) and len(siblings(instance)) > 1
