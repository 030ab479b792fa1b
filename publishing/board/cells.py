"""What does a cell of the board say: its words, its icon, where it leads?

Every state has words and an icon of its own, so that nobody needs its colour to tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.coreutils import get_content_languages

from localization.languages import all_languages
from localization.sections import section_label
from publishing.board.doors import Doors
from publishing.board.models import Standing, State
from publishing.board.reviews import review_states
from publishing.published_types import published_types

ICONS = {
    State.ORIGINAL: "openquote",
    State.CURRENT: "check",
    State.BEHIND: "time",
    State.PARTIAL: "warning",
    State.READY: "upload",
    State.NOT_PUBLIC: "no-view",
    State.MISSING: "minus",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A further word in a cell: a draft in progress, a refused publication."""

    kind: str
    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Something the reader of the board may do."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One content in one language. ``url`` is empty for somebody who may not change it.

    ``details`` says which sections are not current; ``review`` is the state of the medical review.
    """

    language: str
    language_name: str
    title: str
    state: str
    icon: str
    label: str
    url: str = ""
    remarks: tuple[Remark, ...] = ()
    links: tuple[Link, ...] = ()
    details: str = ""
    review: str = ""

    @property
    def text(self) -> str:
        """The whole cell in one line, for a spreadsheet."""
        parts = [self.label, self.details, *(remark.text for remark in self.remarks), self.review]
        return "; ".join(part for part in parts if part)


def cells_of(standings: list[Standing], user: Any) -> dict[UUID, dict[str, Cell]]:
    """Return the cells of some contents in every language, by content id and language code.

    Args:
        standings: all rows of these contents.
        user: whose links the cells carry.
    """
    doors = Doors(user, standings)
    reviews = review_states(standings)
    leaders = {row.content_id: row for row in standings if row.leads}
    codes = [language.code for language in all_languages()]
    found = {
        content: {code: _missing(leader, code, doors) for code in codes}
        for content, leader in leaders.items()
    }
    for row in standings:
        if row.content_id in found and row.locale in codes:
            review_state = reviews.get((row.content_id, row.locale), "")
            found[row.content_id][row.locale] = _cell(row, doors, review_state)
    return found


def _missing(leader: Standing, code: str, doors: Doors) -> Cell:
    url = doors.submit(leader)
    return Cell(
        code,
        get_content_languages()[code],
        leader.title,
        State.MISSING,
        ICONS[State.MISSING],
        str(State.MISSING.label),
        links=(Link(_("Send to translation"), url),) if url else (),
    )


def _cell(row: Standing, doors: Doors, review: str) -> Cell:
    state = State(row.state)
    changes = doors.changes(row) if state in (State.BEHIND, State.PARTIAL, State.READY) or row.draft else ""
    return Cell(
        row.locale,
        get_content_languages()[row.locale],
        row.title,
        state,
        ICONS[state],
        label_of(row),
        doors.edit(row),
        tuple(_remarks(row)),
        (Link(_("See changes"), changes),) if changes else (),
        unfinished_sections(row),
        review,
    )


def label_of(row: Standing) -> str:
    """Return a state in words: how long it is behind, how many texts are missing."""
    if row.state == State.BEHIND and row.behind_since is not None:
        days = (timezone.now() - row.behind_since).days
        if days < 1:
            return _("Behind since today")
        return ngettext("Behind for %(days)d day", "Behind for %(days)d days", days) % {"days": days}
    if row.state == State.PARTIAL and row.missing:
        return ngettext(
            "Partial: %(count)d of %(all)d texts missing",
            "Partial: %(count)d of %(all)d texts missing",
            row.missing,
        ) % {"count": row.missing, "all": row.texts}
    return str(State(row.state).label)


def _remarks(row: Standing) -> Iterator[Remark]:
    if row.refused:
        yield Remark("refused", "circle-xmark", _("Publication refused"))
    elif row.draft and row.state not in (State.PARTIAL, State.READY):
        yield Remark("draft", "draft", _draft(row))


def _draft(row: Standing) -> str:
    if not row.missing:
        return _("Draft in progress")
    return ngettext(
        "Draft in progress: %(count)d text missing", "Draft in progress: %(count)d texts missing", row.missing
    ) % {"count": row.missing}


def unfinished_sections(row: Standing) -> str:
    """Return the names of the public sections that are not current."""
    model = published_types().get(row.type)
    ordered = [section.kind for section in getattr(model, "SECTIONS", ())]
    kinds = [kind for kind in ordered if row.sections.get(kind, {}).get("state", "current") != "current"]
    return ", ".join(section_label(model, kind) for kind in kinds)
