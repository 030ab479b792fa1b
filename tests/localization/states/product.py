"""How are the product's own functions asked about the same events, without a database?

Texts become segments, revisions and confirmed sections as publishing would store them; from there on
everything is worked out by the functions that publishing calls.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from wagtail import blocks
from wagtail.models import Revision as Saved

from home.models import StandardPage
from localization.digest import digest_of, item_digests
from localization.editions import Edition, Records
from localization.freshness import Freshness, freshness_of
from localization.gate import reasons, section_findings
from localization.history import Changes
from localization.languages import language
from localization.merge import merge_stream
from localization.models import ChangeMark, ConfirmedSection, Policy, RevisionProvenance
from localization.provenance import judged
from localization.sections import Section
from localization.segments import Segments
from publishing.mix import foreign_parts, mixed
from publishing.notices import notice
from tests.localization.states.oracle import FIELDS, Said, Texts

SECTIONS = (Section("overview", FIELDS), Section("body", ("body",)), Section("risks", ("risks",)))
PLACES = ("name", "detail")
START = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
Memory = dict[tuple[str, str], tuple[str, str]]


class Item(blocks.StructBlock):
    name = blocks.CharBlock()
    detail = blocks.TextBlock()


STREAM = blocks.StreamBlock([("item", Item())])


def segments(said: Said) -> Segments:
    found = Segments()
    for kind, texts in said.items():
        for item, values in texts.items():
            for place, value in enumerate(values):
                found.texts[path_of(kind, item, place)].append(value)
    return found


def path_of(kind: str, item: str, place: int) -> str:
    return item if kind == "overview" else f"{kind}.{item}.{PLACES[place]}"


class Product:
    """One content in two languages, as the product sees it."""

    def __init__(self, written: str, spoken: str) -> None:
        self.written, self.spoken = language(written), language(spoken)
        self.history: list[tuple[str, str, dt.datetime]] = []
        self.wordings: dict[str, list[dict[str, str]]] = {}
        self.marks: list[ChangeMark] = []
        self.confirmed: dict[str, ConfirmedSection] = {}
        self.policies: dict[str, Policy] = {}
        self.live: Said | None = None
        self.published: tuple[list[RevisionProvenance], Said] | None = None

    def publish_source(self, said: Said) -> None:
        self.live = said
        latest = {section: digest for section, digest, _at in self.history}
        for section in SECTIONS:
            texts = segments(said).of_fields(section.fields)
            if latest.get(section.kind) != digest_of(texts):
                at = START + dt.timedelta(days=len(self.history))
                self.history.append((section.kind, digest_of(texts), at))
                self.wordings.setdefault(section.kind, []).append(item_digests(texts))

    def mark(self, kind: str, said: str) -> None:
        """Like ``history.mark_change``, for the last change of a section."""
        before, after = [digest for section, digest, _at in self.history if section == kind][-2:]
        one, other = self.wordings[kind][-2:]
        changed = {item: [one.get(item), other.get(item)] for item in {**one, **other}}
        items = {item: pair for item, pair in changed.items() if pair[0] != pair[1]}
        self.marks.append(ChangeMark(section=kind, before=before, after=after, items=items, kind=said))

    def save(self, basis: Said, texts: Said, memory: Memory) -> list[RevisionProvenance]:
        source, target = segments(basis), segments(texts)
        return [judged(Saved(), section, source, target, memory) for section in SECTIONS]

    def publish(self, rows: list[RevisionProvenance], texts: Said) -> None:
        self.published = rows, texts
        for row in rows:
            if not row.missing:
                self.confirmed[row.section] = ConfirmedSection(
                    section=row.section,
                    source_digest=row.source_digest,
                    target_digest=row.target_digest,
                    content=texts[row.section],
                    origins={"human": len(row.origins)},
                )

    def edition(self, rows: list[RevisionProvenance]) -> Edition:
        assert self.live is not None
        nothing = Records([])
        source, own = Edition(_row(self.written.code), nothing), Edition(_row(self.spoken.code), nothing)
        everything = segments(self.live)
        vars(source)["texts"] = {section.kind: everything.of_fields(section.fields) for section in SECTIONS}
        vars(source)["changes"] = Changes(self.history, self.marks)
        vars(own).update(source=source, provenance=rows, confirmed=self.confirmed)
        return own

    def refused(self, rows: list[RevisionProvenance]) -> dict[str, set[str]]:
        """Return which sections the gate refuses, and by which rules."""
        edition = self.edition(rows)
        return {
            row.section: {found.rule for found in reasons(section_findings(edition, row, self.policies))}
            for row in rows
        }

    def freshness(self, rows: list[RevisionProvenance]) -> dict[str, Freshness]:
        return freshness_of(self.edition(rows), self.policies)

    def reader(self, kind: str) -> tuple[list[tuple[str, bool, tuple[str, ...]]], str]:
        """Return what a document says of a section, in the oracle's form."""
        assert self.live is not None
        assert self.published is not None
        rows, texts = self.published
        fresh = self.freshness(rows)[kind]
        own: Any = texts[kind] if fresh.held is None else fresh.held
        content = _compiled(kind, _merged(kind, own, self.live[kind], fresh))
        if fresh.stale:
            content = mixed(content, _compiled(kind, self.live[kind]), fresh.stale, self.written)
        foreign = foreign_parts(content, self.spoken.tag)
        told = notice(fresh.state, fresh.behind_since, self.spoken, self.written, foreign)
        return self._lines(kind, content), self._told(told, fresh)

    def _lines(self, kind: str, content: dict[str, Any]) -> list[tuple[str, bool, tuple[str, ...]]]:
        whole = content.get("language", self.spoken.tag)
        if kind == "overview":
            return [(name, whole == self.written.tag, (content[name],)) for name in FIELDS if name in content]
        return [
            (
                part["id"],
                part.get("language", whole) == self.written.tag,
                tuple(part[place] for place in PLACES),
            )
            for part in content["parts"]
        ]

    def _told(self, told: str | None, fresh: Freshness) -> str:
        kinds = {
            notice("behind", fresh.behind_since, self.spoken): "dated" if fresh.behind_since else "undated",
            notice("partial", None, self.spoken): "undated",
            notice("partial", None, self.spoken, self.written, "some"): "some",
            notice("partial", None, self.spoken, self.written, "all"): "all",
            None: "none",
        }
        return kinds[told]


def _row(code: str) -> Any:
    row = StandardPage(content_type_id=1)  # or it would be looked up
    row.locale = type(row)._meta.get_field("locale").related_model(language_code=code)
    return row


def _merged(kind: str, own: Texts, live: Texts, fresh: Freshness) -> Texts:
    if kind == "overview":
        return own
    values = merge_stream(STREAM, _raw(own), _raw(live), fresh.copies)
    return {item["id"]: tuple(item["value"][place] for place in PLACES) for item in values}


def _raw(texts: Texts) -> list[dict[str, Any]]:
    return [
        {"type": "item", "id": item, "value": dict(zip(PLACES, values, strict=True))}
        for item, values in texts.items()
    ]


def _compiled(kind: str, texts: Texts) -> dict[str, Any]:
    if kind == "overview":
        return {item: values[0] for item, values in texts.items()}
    return {
        "parts": [{"id": item, **dict(zip(PLACES, values, strict=True))} for item, values in texts.items()]
    }
