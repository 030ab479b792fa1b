"""What does a reviewer see of a revision? Section by section and text by text, with what changed since."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.compare import TextDiff, diff_text

from localization.review.models import ReviewSignature
from localization.review.signing import Sheet, can_carry_over
from localization.review.snapshot import Snapshot
from localization.review.standing import State
from localization.sections import section_label
from localization.segments import same_text
from localization.values import values_of

LABELS = {
    "valid": gettext_lazy("Reviewed"),
    "overdue": gettext_lazy("Overdue"),
    "voided": gettext_lazy("Changed since the review"),
    "missing": gettext_lazy("Not reviewed"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One text or value: its label, the original's, its own; ``changed`` since the last signature."""

    label: str
    own: SafeString
    original: SafeString | None = None
    changed: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One section on the screen."""

    kind: str
    label: str
    state: State
    signature: ReviewSignature | None
    texts: list[Row]
    values: list[Row]
    seen: str
    is_finished: bool
    can_carry_over: bool

    @property
    def state_label(self) -> str:
        """The state in words."""
        return str(LABELS[self.state])

    @property
    def changes(self) -> int:
        """How many texts and values have changed since the last signature."""
        return sum(row.changed for row in [*self.texts, *self.values])


def parts_of(sheet: Sheet) -> list[Part]:
    """Return the sections of a sheet in the order of the type."""
    return [_part(sheet, snapshot) for snapshot in sheet.snapshots.values()]


def _part(sheet: Sheet, snapshot: Snapshot) -> Part:
    kind = snapshot.section.kind
    rows = ReviewSignature.objects.filter(
        content_id=sheet.instance.translation_key, locale=sheet.code, section=kind
    ).select_related("carried_by")
    latest = rows.order_by("-id").first()
    same = {"text_digest": snapshot.text_digest, "value_digest": snapshot.value_digest}
    mine = rows.filter(**same).order_by("-id").first()
    if mine is None:
        state: State = "missing" if latest is None else "voided"
    else:
        state = "valid" if timezone.now() < mine.due_at else "overdue"
    signature = mine or latest
    signed = None if signature is None else signature.content
    return Part(
        kind,
        section_label(type(sheet.instance), kind),
        state,
        signature,
        _texts(sheet, snapshot, signed),
        _values(snapshot, signed),
        snapshot.seen,
        kind not in sheet.unfinished,
        mine is None and latest is not None and can_carry_over(latest, snapshot),
    )


def _texts(sheet: Sheet, snapshot: Snapshot, signed: dict[str, Any] | None) -> list[Row]:
    own, original = snapshot.own.texts, snapshot.original.texts
    before: dict[str, list[str]] = own if signed is None else signed["texts"]
    beside: dict[str, list[str]] = original if signed is None else signed["original"]
    labels = {**(signed or {}).get("labels", {}), **{place.path: place.label for place in snapshot.places}}
    return [
        Row(
            labels.get(path, path),
            _marked(before.get(path, []), own.get(path, [])),
            None if sheet.served.is_source else _marked(beside.get(path, []), original.get(path, [])),
            _same(before.get(path, [])) != _same(own.get(path, [])),
            _note(before.get(path, []), own.get(path, [])),
        )
        for path in dict.fromkeys([*own, *before])
    ]


def _same(texts: list[str]) -> list[str]:
    return [same_text(text) for text in texts]


def _words(texts: list[str]) -> str:
    return "\n".join(html.unescape(strip_tags(same_text(text))) for text in texts)


def _marked(before: list[str], now: list[str]) -> SafeString:
    """Return the words of a text, with what was added and taken away marked word by word."""
    return diff_text(_words(before), _words(now)).to_html()


def _note(before: list[str], now: list[str]) -> str:
    only_markup = _same(before) != _same(now) and _words(before) == _words(now)
    return _("Formatting or a link has changed.") if only_markup else ""


def _values(snapshot: Snapshot, signed: dict[str, Any] | None) -> list[Row]:
    now = dict(values_of(snapshot.places))
    before: dict[str, Any] = now if signed is None else signed["values"]
    words = {place.path: place.in_words() for place in snapshot.places if place.path in now}
    earlier: dict[str, str] = words if signed is None else signed["words"]
    labels = {**(signed or {}).get("labels", {}), **{place.path: place.label for place in snapshot.places}}
    rows = [
        Row(labels[path], _both(earlier.get(path, ""), words.get(path, "")), changed=changed)
        for path in dict.fromkeys([*words, *before])
        if (changed := now.get(path) != before.get(path)) or words.get(path)
        if words.get(path) or earlier.get(path)
    ]
    rows.sort(key=lambda row: not row.changed)
    return [*rows, *_items(labels, now, before, {**earlier, **words}), *_references(snapshot, signed, labels)]


def _both(before: str, now: str) -> SafeString:
    """Return a value, or the two that it was and is: 6 and 5 beside each other must not read 65."""
    if before == now:
        return format_html("{}", now)
    changes = [(kind, value) for kind, value in (("deletion", before), ("addition", now)) if value]
    return TextDiff(changes, separator=" ").to_html()


def _items(labels: dict[str, str], now: Any, before: Any, words: dict[str, str]) -> list[Row]:
    """Return the items that were added or removed: they have a type, and no words of their own."""
    return [
        Row(labels[path], SafeString(""), changed=True, note=_("Added") if path in now else _("Removed"))
        for path in dict.fromkeys([*now, *before])
        if (path in now) != (path in before) and not words.get(path)
    ]


def _references(snapshot: Snapshot, signed: dict[str, Any] | None, labels: dict[str, str]) -> list[Row]:
    now = {path: sorted(found) for path, found in snapshot.own.references.items()}
    before = now if signed is None else {path: sorted(found) for path, found in signed["references"].items()}
    return [
        Row(
            labels.get(path, path),
            SafeString(""),
            changed=True,
            note=_("A link, a picture or a page that this points to has changed."),
        )
        for path in dict.fromkeys([*now, *before])
        if now.get(path) != before.get(path)
    ]
