"""What has happened to an original's texts, and what has somebody said about each change?

The history is that of the original's confirmed sections: which wording was live, one after the other. A
change can be marked “wording only” (who was current stays so) or “retracted” (``ChangeMark``).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.dispatch import Signal
from wagtail.log_actions import log

from localization.models import ChangeMark, ConfirmedSection
from localization.segments import same_text, segments_of
from localization.source import source_code

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from uuid import UUID

    from localization.sections import Section


# Sent with ``content_id`` when somebody has said what kind of change one was.
change_marked = Signal()


class Changes:
    """All changes of one original, by section kind."""

    def __init__(
        self, history: Iterable[tuple[str, str, dt.datetime]], marks: Iterable[ChangeMark] = ()
    ) -> None:
        """Take every wording that was live (section, digest, since when) and what was said, oldest first."""
        self._history: dict[str, list[tuple[str, dt.datetime]]] = defaultdict(list)
        for section, digest, at in history:
            self._history[section].append((digest, at))
        latest = {(mark.section, mark.before, mark.after): mark for mark in marks}
        self._marks = list(latest.values())

    @classmethod
    def of(cls, content_id: UUID, source: str) -> Changes:
        """Read the changes of ``content_id``, which was written in the language ``source``: two queries."""
        rows = ConfirmedSection.objects.filter(content_id=content_id, locale=source).order_by("id")
        marks = ChangeMark.objects.filter(content_id=content_id)
        return cls(rows.values_list("section", "source_digest", "confirmed_at"), marks)

    def still_says(self, section: str, basis: str, live: str) -> bool:
        """Say whether the wording ``basis`` became ``live`` by changes of wording only (or not at all)."""
        steps = [
            (mark.before, mark.after)
            for mark in self._marks
            if mark.section == section and mark.kind == ChangeMark.Kind.WORDING
        ]
        return live in _reachable(basis, steps)

    def item_still_says(self, section: str, basis: str, live: str) -> bool:
        """Say the same of an item, by its own digests."""
        steps = [
            (before, after)
            for mark in self._marks
            if mark.section == section and mark.kind == ChangeMark.Kind.WORDING
            for before, after in mark.items.values()
            if before and after
        ]
        return live in _reachable(basis, steps)

    def moved_on(self, section: str, basis: str) -> dt.datetime | None:
        """Return when the original left the wording ``basis``, ``None`` when that is not known.

        A step that was marked “wording only” is not leaving.
        """
        history = self._history[section]
        position = self._position(section, basis)
        if position is None:
            return None
        later = (at for digest, at in history[position + 1 :] if not self.still_says(section, basis, digest))
        return next(later, None)

    def is_retracted(self, section: str, basis: str) -> bool:
        """Say whether something that ``basis`` says was taken back since."""
        position = self._position(section, basis)
        return any(
            mark.kind == ChangeMark.Kind.RETRACTED
            and mark.section == section
            and (position is None or (self._position(section, mark.after) or -1) > position)
            for mark in self._marks
        )

    def _position(self, section: str, digest: str) -> int | None:
        """Return where in the history a wording was live last."""
        found = [index for index, (known, _at) in enumerate(self._history[section]) if known == digest]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class Change:
    """The last change of a section: its ``texts`` before and after, and the kind it was said to be."""

    section: str
    at: dt.datetime
    kind: str
    texts: tuple[tuple[str, str], ...]


def last_change(original: Any, section: Section) -> Change | None:
    """Return the last change of a section of a live original, ``None`` when it has never changed."""
    rows = _last_two(original.translation_key, original.locale.language_code, section.kind)
    if rows is None:
        return None
    before, after = rows
    marks = ChangeMark.objects.filter(
        content_id=original.translation_key,
        section=section.kind,
        before=before.source_digest,
        after=after.source_digest,
    )
    mark = marks.last()
    old, new = (_texts(original, row.content, section) for row in rows)
    changed = [(old.get(path, ""), new.get(path, "")) for path in {**old, **new}]
    texts = tuple((one, other) for one, other in changed if one != other)
    return Change(section.kind, after.confirmed_at, mark.kind if mark else ChangeMark.Kind.MEANING, texts)


def _texts(original: Any, content: dict[str, Any], section: Section) -> dict[str, str]:
    was = original.with_content_json({**original.live_revision.content, **content})
    texts = segments_of(was).of_fields(section.fields).texts
    return {path: " ".join(map(same_text, found)) for path, found in texts.items()}


def _last_two(
    content_id: UUID, source: str, section: str
) -> tuple[ConfirmedSection, ConfirmedSection] | None:
    rows = ConfirmedSection.objects.filter(content_id=content_id, locale=source, section=section)
    found = list(rows.order_by("-id")[:2])
    return (found[1], found[0]) if len(found) == 2 else None


def say_kind(original: Any, section: str, kind: ChangeMark.Kind, user: Any) -> None:
    """Say of the last change of a section what kind it was, and write that into the original's history."""
    if mark_change(original.translation_key, section, kind, user) is not None:
        data = {"section": section, "kind": kind.value}
        log(instance=original, action="localization.mark_change", user=user, data=data)


def mark_change(content_id: UUID, section: str, kind: ChangeMark.Kind, user: Any) -> ChangeMark | None:
    """Say of the last change of a section of the original what kind it was; return what was written down.

    Returns ``None`` when the section has never changed. The documents follow by ``change_marked``.
    """
    source = source_code(content_id, [])
    rows = _last_two(content_id, source or "", section)
    if rows is None:
        return None
    before, after = rows
    mark = ChangeMark.objects.create(
        content_id=content_id,
        section=section,
        before=before.source_digest,
        after=after.source_digest,
        items=_changed(before.items, after.items),
        kind=kind,
        user=user,
    )
    change_marked.send(ChangeMark, content_id=content_id)
    return mark


def _changed(before: dict[str, str], after: dict[str, str]) -> dict[str, list[str | None]]:
    items = {**before, **after}
    return {
        item: [before.get(item), after.get(item)] for item in items if before.get(item) != after.get(item)
    }


def _reachable(start: str, steps: Iterable[tuple[str, str]]) -> set[str]:
    following: dict[str, set[str]] = defaultdict(set)
    for before, after in steps:
        following[before].add(after)
    reached, waiting = {start}, [start]
    while waiting:
        new = following[waiting.pop()] - reached
        reached |= new
        waiting += new
    return reached
