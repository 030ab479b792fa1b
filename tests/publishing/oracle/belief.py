"""What must be public, of which content, in which language, at which address, with which texts?

``Belief`` follows the events of a sequence; ``expected`` is the oracle. Neither imports anything of the
product, nor looks into the database: they say what the design promises, in the simplest words that do.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

Marks = dict[str, str]  # the place of a text ("title", "summary", "risk <block id>") → its mark ("t1.4")


@dataclass(frozen=True)
class Version:
    """What one revision says: marked texts, a number, an address, and when it is to be public."""

    revision: int
    marks: Marks
    number: int | None = None
    slug: str | None = None
    ends: dt.datetime | None = None
    starts: dt.datetime | None = None
    # Of a translation: the source's texts that it was made from, and whether all of them are translated.
    basis: Marks | None = None
    complete: bool = True
    # Whether the picture was still in the library then: one that is deleted changes what the original says.
    pictured: bool = True


@dataclass
class Content:
    """One content id in all its languages; ``live`` is what was last published and not taken back."""

    id: UUID
    kind: str
    key: str
    source: str
    links: tuple[str, ...] = ()
    rows: dict[str, int] = field(default_factory=dict)
    versions: dict[str, list[Version]] = field(default_factory=dict)
    live: dict[str, Version] = field(default_factory=dict)
    scheduled: dict[str, Version] = field(default_factory=dict)
    parent: dict[str, str] = field(default_factory=dict)
    restricted: set[str] = field(default_factory=set)
    translated: set[tuple[str, str, str]] = field(default_factory=set)  # language, place, mark
    picture: bool = False


@dataclass(frozen=True)
class Expectation:
    """What the document of one content in one language has to hold, and what it may hold besides."""

    path: str | None
    title: str
    must: frozenset[str]
    may: frozenset[str]
    languages: frozenset[str]
    number: int | None
    risks: tuple[str, ...]
    behind: frozenset[str]
    picture: bool


@dataclass
class Belief:
    """Everything that happened so far."""

    contents: dict[str, Content] = field(default_factory=dict)
    aliases: dict[int, tuple[str, str, str]] = field(default_factory=dict)  # pk → language, parent, slug
    pictures: bool = True
    former: dict[str, tuple[str, str]] = field(default_factory=dict)  # path → content and language once there
    now: dt.datetime = dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC)

    def slug(self, content: Content, code: str) -> str:
        """Return the last part of an address: what is live decides, else what was last published."""
        version = content.live.get(code) or content.versions[code][0]
        return version.slug or ""

    def path(self, content: Content, code: str) -> str | None:
        """Return the address of a page in a language."""
        if content.kind in SNIPPETS:
            return None
        if content.kind == "home":
            return f"/{code}/"
        return f"{self.path(self.contents[content.parent[code]], code)}{self.slug(content, code)}/"

    def above(self, content: Content, code: str) -> list[Content]:
        """Return the pages above a page in the tree of a language, the nearest first."""
        key = content.parent.get(code)
        return [self.contents[key], *self.above(self.contents[key], code)] if key else []

    def withheld(self, content: Content, code: str) -> bool:
        """Say whether what is live is behind a log-in, or over."""
        ends = content.live[code].ends
        over = ends is not None and ends <= self.now
        return over or any(code in page.restricted for page in [content, *self.above(content, code)])

    def is_public(self, content: Content, code: str) -> bool:
        """Say whether readers may have a content in a language: a translation goes where its source goes."""
        return all(
            language in content.live and not self.withheld(content, language)
            for language in (code, content.source)
        )

    def is_blocked(self, content: Content, version: Version) -> bool:
        """Say whether the title or summary of a translation is not that of the live original."""
        live = content.live[content.source].marks
        basis = version.basis or {}
        pictured = not content.picture or version.pictured == self.pictures
        return not pictured or any(basis.get(place) != live[place] for place in ("title", "summary"))

    def texts(self, content: Content, code: str) -> Marks:
        """Return the marks that readers of a language must see: its own, of what the source still has."""
        source = content.live[content.source].marks
        return {place: mark for place, mark in content.live[code].marks.items() if place in source}

    def shown_in(self, content: Content, code: str) -> list[Content]:
        """Return what a document shows of other content: what it links to, and what links to a condition.

        A link leads to the row that the author of the original has chosen; it ends with that row. The home
        page shows the categories that a treatment of its language is in.
        """
        linked = [self.contents[key] for key in content.links]
        linking = [other for other in self.contents.values() if content.key in other.links]
        found = [other for other in linked if content.source in other.rows]
        if content.kind == "condition":
            found += [other for other in linking if other.source in content.rows]
        if content.kind == "home":
            found += [other for other in self.contents.values() if self._is_used(other, code)]
        return [other for other in found if self.is_public(other, code)]

    def _is_used(self, category: Content, code: str) -> bool:
        treatments = (other for other in self.contents.values() if category.key in other.links)
        return category.kind == "category" and any(self.is_public(one, code) for one in treatments)


SNIPPETS = {"category", "person"}


def expected(belief: Belief) -> dict[tuple[str, str], Expectation]:
    """The oracle: return what must be public, by key and language, and nothing else may be."""
    return {
        (content.key, code): _expectation(belief, content, code)
        for content in belief.contents.values()
        for code in content.live
        if belief.is_public(content, code)
    }


def _expectation(belief: Belief, content: Content, code: str) -> Expectation:
    texts, source = belief.texts(content, code), content.live[content.source]
    shown = belief.shown_in(content, code)
    above = [page for page in belief.above(content, code) if belief.is_public(page, code)]
    must = {*texts.values(), *(belief.texts(other, code)["title"] for other in [*shown, *above])}
    return Expectation(
        path=belief.path(content, code),
        title=texts["title"],
        must=frozenset(must),
        may=frozenset(must | {content.key} | _cards(belief, [*shown, *above], code)),
        languages=frozenset(other for other in content.live if belief.is_public(content, other)),
        number=source.number,
        risks=tuple(place[5:] for place in source.marks if place.startswith("risk ")),
        behind=_behind(belief, content, code),
        picture=content.picture and belief.pictures,
    )


def _behind(belief: Belief, content: Content, code: str) -> frozenset[str]:
    """Return the sections in which the source has moved on since it was translated."""
    basis = content.live[code].basis
    if basis is None:
        return frozenset()
    # What was removed has left the translation too.
    moved = {place for place, mark in content.live[content.source].marks.items() if basis.get(place) != mark}
    if content.picture and content.live[code].pictured != belief.pictures:
        moved.add("picture")
    return frozenset("risks" if place.startswith("risk ") else "overview" for place in moved)


def _cards(belief: Belief, shown: list[Content], code: str) -> set[str]:
    """Return the marks of all texts of other content, of which a card shows some."""
    return {mark for other in shown for mark in (other.key, *belief.texts(other, code).values())}
