"""What would readers get of the latest draft, if it were published now, and what stands against that?

Compiled in memory by the function that makes documents. Nothing of it is stored.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from uuid import UUID

from localization.editions import MISSING, Edition, editions_of
from localization.freshness import as_written, freshness_of
from localization.gate import Finding, gate, reasons
from localization.provenance import provenance_of
from localization.reading import read
from localization.sections import section_of
from publishing.compile import Compiled, compile_live, compile_object, serialise
from publishing.published_types import published_types, rows_of
from publishing.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Draft:
    """The latest revision of a page or snippet in one language.

    Attributes:
        body: the document, in the bytes that would be stored.
        revision_id: which revision it is, ``saved_at`` when it was saved.
        is_live: whether this very revision is what readers have.
        findings: what stands against publishing it, and what the gate only warns of.
        model: its type.
    """

    body: bytes
    revision_id: int
    saved_at: dt.datetime
    is_live: bool
    findings: tuple[Finding, ...]
    model: type[Any]

    @property
    def refused_sections(self) -> list[str]:
        """The sections for which publication would be refused, in the order of the document."""
        refused = {_section_of(self.model, finding) for finding in reasons(self.findings)}
        return [section.kind for section in self.model.SECTIONS if section.kind in refused]


def draft_of(content_id: UUID, document_type: str, locale: str) -> Draft | None:
    """Return the draft of a content in a language, or ``None`` where there is no such page or snippet."""
    editions = editions_of(rows_of(content_id, published_types()[document_type]))
    edition = editions.get(locale)
    if edition is None or edition.row.latest_revision_id is None:
        return None
    drafted = _Latest(edition)
    revision = drafted.live_revision
    findings = tuple(gate(revision))
    draft = Draft(
        b"",
        revision.pk,
        revision.created_at,
        revision.pk == edition.row.live_revision_id,
        findings,
        type(edition.row),
    )
    body, _etag = serialise(_compiled(drafted, set(draft.refused_sections)).data, revision.created_at)
    return replace(draft, body=body)


class _Latest(Edition):
    """An edition of which the latest revision counts as live; its original is the live one, if any is."""

    def __init__(self, edition: Edition) -> None:
        """Take the edition as it is."""
        super().__init__(edition.row, edition._records)
        if edition.is_source:
            return
        original = edition.source
        self.source = original if original is MISSING or original.live is not None else _Latest(original)

    @cached_property
    def live_revision(self) -> Any:
        """The latest revision."""
        return self.row.latest_revision

    @cached_property
    def live(self) -> Any:
        """What the latest revision says."""
        return read(self.row, self.live_revision.content)

    @cached_property
    def provenance(self) -> list[Any]:
        """What is known of the latest revision's strings."""
        return [] if self.is_source else provenance_of(self.live_revision)


def _compiled(drafted: Edition, refused: set[str]) -> Compiled:
    """Compile a draft. Of a section that would be refused, it shows the draft's own words."""
    if drafted.source is MISSING:
        return compile_object(drafted.live)
    shelf = Shelf()
    own = {row.section: as_written(drafted, row) for row in drafted.provenance if row.section in refused}
    return compile_live(drafted, shelf, {**freshness_of(drafted, shelf.policies), **own})


def _section_of(model: type[Any], finding: Finding) -> str:
    if finding.section or not finding.field:
        return finding.section
    section = section_of(model, finding.field)
    return "" if section is None else section.kind
