"""What has changed in the original since a translation was made, and what did the translation say then?

The old wording is not in wagtail-localize, which forgets it (wagtail-localize-traps 1): it is read from
``ConfirmedSection``, which keeps every section of the original as it was published, and the old translation
from what is live in the language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils.safestring import SafeString

from localization.changes.words import marked
from localization.editions import Edition, editions_of
from localization.freshness import Freshness, freshness_of
from localization.models import ConfirmedSection, RevisionProvenance
from localization.provenance import HUMAN, UNCONFIRMED, confirmed_strings
from localization.sections import Section, section_label
from localization.segments import Segments, same_text, segments_of
from localization.source import siblings
from localization.values import places_of


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of the original as it is now, and what there is of it in the language.

    ``label`` is how the edit form calls its place; ``path`` and ``index`` (of several texts in one rich
    text) say exactly where. ``origin`` tells whether a person has confirmed ``translation``;
    ``old_translation`` is of ``old_source``.
    """

    path: str
    index: int
    source: str
    old_source: str
    old_translation: str
    translation: str
    origin: str
    label: str

    @property
    def key(self) -> str:
        """Its name in a form."""
        return f"{self.path}#{self.index}"

    @property
    def done(self) -> bool:
        """Whether a person has confirmed a translation of this very text."""
        return self.origin == HUMAN

    @property
    def changed(self) -> bool:
        """Whether an older wording is known."""
        return bool(self.old_source) and same_text(self.old_source) != same_text(self.source)

    @property
    def is_suggestion(self) -> bool:
        """Whether a machine or a memory has translated it and nobody has confirmed that yet."""
        return not self.done and bool(self.translation)

    @property
    def offered(self) -> str:
        """What the translator may confirm as it is: the suggestion, else the old translation."""
        return self.translation or self.old_translation

    @property
    def differences(self) -> tuple[SafeString, SafeString]:
        """The old and the new source with the changed words marked."""
        return marked(self.old_source, self.source)


@dataclass(frozen=True, slots=True)
class SectionChanges:
    """One section: its texts, and whether what is live in the language is current (``freshness``)."""

    kind: str
    label: str
    source_digest: str
    up_to_date: bool
    pieces: tuple[Piece, ...]
    removed: tuple[str, ...] = ()

    @property
    def unfinished(self) -> list[Piece]:
        """The texts that nobody has confirmed in this language."""
        return [piece for piece in self.pieces if not piece.done]

    @property
    def current(self) -> bool:
        """Whether there is nothing to do."""
        return self.up_to_date


class Comparison:
    """The comparison of one translation with its original, both as they are live."""

    def __init__(self, row: Any) -> None:
        """Take a page's specific row or a snippet."""
        self.row = row
        self.editions = editions_of(siblings(row))
        self.target: Edition = self.editions[row.locale.language_code]
        self.original: Edition = self.target.source

    @property
    def comparable(self) -> bool:
        """Whether this is a translation of something that is public."""
        return not self.target.is_source and self.original.live is not None

    @cached_property
    def _basis(self) -> dict[str, RevisionProvenance]:
        """What the live translation was made from, by section; empty when nothing of it is live."""
        return {made.section: made for made in self.target.provenance} if self.target.live is not None else {}

    @cached_property
    def _fresh(self) -> dict[str, Freshness]:
        """How each section that readers have in the language stands."""
        return freshness_of(self.target) if self.target.live is not None else {}

    def sections(self) -> list[SectionChanges]:
        """Return every section, in the order of the edit form."""
        content_id, code = self.row.translation_key, self.target.code
        known = confirmed_strings(content_id, code)
        now, before = segments_of(self.original.live), self._old_source(content_id)
        said = segments_of(self.target.live) if self.target.live is not None else Segments()
        return [self._section(section, now, before, said, known) for section in type(self.row).SECTIONS]

    def _old_source(self, content_id: UUID) -> Segments:
        """Return the texts of the original from which the live translation was made."""
        if not self._basis:
            return Segments()
        kept = ConfirmedSection.objects.filter(
            content_id=content_id,
            locale=self.original.code,
            source_digest__in=[made.source_digest for made in self._basis.values()],
        ).order_by("id")
        content: dict[str, Any] = {}
        for confirmed in kept:
            made = self._basis.get(confirmed.section)
            if made is not None and made.source_digest == confirmed.source_digest:
                content |= confirmed.content
        row = self.original.row
        return segments_of(row.with_content_json({**self.original.live_revision.content, **content}))

    def _section(
        self,
        section: Section,
        now: Segments,
        before: Segments,
        said: Segments,
        known: Mapping[tuple[str, str], tuple[str, str]],
    ) -> SectionChanges:
        digest = self.original.digests[section.kind]
        past = Past(before.of_fields(section.fields).texts, said.of_fields(section.fields).texts)
        texts = now.of_fields(section.fields).texts
        return SectionChanges(
            section.kind,
            section_label(type(self.row), section.kind).capitalize(),
            digest,
            section.kind in self._fresh and self._fresh[section.kind].state == "current",
            tuple(_pieces(texts, past, known, self._labels(section))),
            tuple(past.removed(texts)),
        )

    def _labels(self, section: Section) -> dict[str, str]:
        return {place.path: place.label for place in places_of(self.original.live, section.fields)}


class Past:
    """What the original said when the translation was made, and what the translation says of it."""

    def __init__(self, source: dict[str, list[str]], target: dict[str, list[str]]) -> None:
        """Take the texts of both by path."""
        self.source = source
        self._said = {
            (path, index): target[path][index]
            for path, texts in source.items()
            for index in range(len(texts))
            if len(target.get(path, [])) == len(texts)
        }
        self._elsewhere = {
            same_text(texts[index]): (path, index)
            for path, texts in source.items()
            for index in range(len(texts))
        }

    def of(self, path: str, texts: list[str]) -> list[tuple[str, str]]:
        """Return for each of the texts that stand at a path now what was said before, and its translation.

        A text at a path that is new is looked for everywhere: its block may have been copied or split.
        """
        if path in self.source:
            places = [
                (path, index) if index is not None else None for index in aligned(self.source[path], texts)
            ]
        else:
            places = [self._elsewhere.get(same_text(text)) for text in texts]
        return [
            ("", "") if at is None else (self.source[at[0]][at[1]], self._said.get(at, "")) for at in places
        ]

    def removed(self, texts: dict[str, list[str]]) -> Iterator[str]:
        """Give the texts whose place is gone from the original."""
        for path, old in self.source.items():
            if path not in texts:
                yield from old


def aligned(old: list[str], new: list[str]) -> list[int | None]:
    """Return for each of the new texts the index of the old one that it continues, or ``None``."""
    found: list[int | None] = [None] * len(new)
    matcher = SequenceMatcher(
        None, [same_text(text) for text in old], [same_text(text) for text in new], False
    )
    for _kind, i, j, k, m in matcher.get_opcodes():
        for step in range(min(j - i, m - k)):
            found[k + step] = i + step
    return found


def _pieces(
    texts: dict[str, list[str]],
    past: Past,
    known: Mapping[tuple[str, str], tuple[str, str]],
    labels: Mapping[str, str],
) -> Iterator[Piece]:
    for path, found in texts.items():
        for index, (text, (old, said)) in enumerate(zip(found, past.of(path, found), strict=True)):
            translation, origin = known.get((path, same_text(text)), ("", UNCONFIRMED))
            yield Piece(path, index, text, old, said, translation, origin, labels.get(path, path))
