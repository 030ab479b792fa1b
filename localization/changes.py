"""What has happened to an original's texts, and what has somebody said about each change?

The history is that of the original's confirmed sections: which wording was live, one after the other. A
change can be marked “wording only” (who was current stays so) or “retracted” (``localization.models.ChangeMark``).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from localization.models import ChangeMark, ConfirmedSection

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from uuid import UUID


class Changes:
    """All changes of one original, by section kind. Two queries, made when first asked."""

    def __init__(self, content_id: UUID, source: str) -> None:
        """Read the changes of ``content_id``, which was written in the language ``source``."""
        self._history: dict[str, list[tuple[str, dt.datetime]]] = defaultdict(list)
        rows = ConfirmedSection.objects.filter(content_id=content_id, locale=source).order_by("id")
        for section, digest, at in rows.values_list("section", "source_digest", "confirmed_at"):
            self._history[section].append((digest, at))
        marks = ChangeMark.objects.filter(content_id=content_id)
        latest = {(mark.section, mark.before, mark.after): mark for mark in marks}
        self._marks = list(latest.values())

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
