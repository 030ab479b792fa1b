"""One content id in all its languages: which rows are there, what is live of each, which is the source?

Publishing asks many questions about the same few objects; an edition answers each of them once.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from localization.digest import digest_of, item_digests
from localization.history import Changes
from localization.models import ConfirmedSection, RevisionProvenance
from localization.provenance import provenance_of
from localization.reading import read
from localization.segments import Segments, segments_of
from localization.source import own_live_revision, source_code


class Records:
    """What is stored about all editions of one content; each table is read once, when it is asked for."""

    def __init__(self, rows: list[Any]) -> None:
        """Take the rows of one content."""
        self._rows = rows

    @cached_property
    def confirmed(self) -> dict[str, dict[str, ConfirmedSection]]:
        """The last confirmed text by language code and section kind."""
        found: dict[str, dict[str, ConfirmedSection]] = {}
        rows = ConfirmedSection.objects.filter(content_id__in={row.translation_key for row in self._rows})
        for row in rows.order_by("locale", "section", "-id").distinct("locale", "section"):
            found.setdefault(row.locale, {})[row.section] = row
        return found

    @cached_property
    def provenance(self) -> dict[int, list[RevisionProvenance]]:
        """What was recorded of the strings of each live revision, by its primary key."""
        found: dict[int, list[RevisionProvenance]] = {}
        live = [row.live_revision_id for row in self._rows]
        for row in RevisionProvenance.objects.filter(revision__in=live):
            found.setdefault(row.revision_id, []).append(row)
        return found


class Edition:
    """One content in one language: its ``row``, and the edition that it is translated from."""

    def __init__(self, row: Any, records: Records) -> None:
        """Take a page's specific row or a snippet, and what is stored about all its languages."""
        self.row = row
        self._records = records
        self.code: str = row.locale.language_code
        self.source: Edition = self

    @property
    def is_source(self) -> bool:
        """Say whether the other languages are translated from this one."""
        return self.source is self

    @cached_property
    def live_revision(self) -> Any:
        """The revision that is public, if it is this row's own."""
        return own_live_revision(self.row)

    @cached_property
    def live(self) -> Any:
        """The live revision as an object, or ``None`` when nothing is public.

        XX a draft of a snippet clears its ``live`` flag (wagtail-localize-traps, section 20).
        """
        revision = self.live_revision
        if revision is None:
            return None
        return read(self.row, revision.content)

    @cached_property
    def texts(self) -> dict[str, Segments]:
        """The texts and references of what is live, by section kind."""
        segments = segments_of(self.live)
        return {section.kind: segments.of_fields(section.fields) for section in type(self.row).SECTIONS}

    @cached_property
    def digests(self) -> dict[str, str]:
        """The text digest of each section of what is live, by section kind."""
        return {kind: digest_of(texts) for kind, texts in self.texts.items()}

    @cached_property
    def item_digests(self) -> dict[str, dict[str, str]]:
        """The text digests of the items of what is live, by section kind and item."""
        return {kind: item_digests(texts) for kind, texts in self.texts.items()}

    @cached_property
    def changes(self) -> Changes:
        """The history of this edition's wording, and what was said about its changes."""
        return Changes.of(self.row.translation_key, self.code)

    @cached_property
    def confirmed(self) -> dict[str, ConfirmedSection]:
        """The last confirmed text of each section in this language, by section kind."""
        return self._records.confirmed.get(self.code, {})

    def learn(self, confirmed: Iterable[ConfirmedSection]) -> None:
        """Take note of texts that have just been confirmed."""
        self.confirmed = self.confirmed | {row.section: row for row in confirmed}

    @cached_property
    def provenance(self) -> list[RevisionProvenance]:
        """What is known of the live revision's strings (empty for a source)."""
        if self.is_source:
            return []
        return self._records.provenance.get(self.live_revision.pk) or provenance_of(self.live_revision)


def editions_of(rows: Iterable[Any]) -> dict[str, Edition]:
    """Return the editions of the given rows (all of one content id, oldest first) by language code.

    A translation whose source was deleted has ``MISSING`` for its source.
    """
    rows = list(rows)
    records = Records(rows)
    editions = {row.locale.language_code: Edition(row, records) for row in rows}
    if not editions:
        return {}
    first = next(iter(editions.values()))
    code = source_code(first.row.translation_key, editions)
    for edition in editions.values():
        if edition.code != code:
            edition.source = editions.get(str(code), MISSING)
    return editions


class _Missing(Edition):
    """The edition of a source that was deleted: nothing of it is live."""

    def __init__(self) -> None:
        """Have no row."""
        self.row = None
        self.code = ""
        self.source = self

    live_revision = None
    live = None


MISSING = _Missing()
