"""Which texts of a document can be found, and as what?

Read from the finished document, whatever its type: a new type is searched without a line here. Texts of
another language than the document's are left out, wherever they stand (``publishing.mix.own_words``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from publishing.mix import own_words

Field = Literal["title", "names", "summary", "headings", "body"]
# The order in which an answer lists what has matched.
FIELDS: tuple[Field, ...] = ("title", "names", "summary", "headings", "body")

OVERVIEW = "overview"
_HEADINGS = frozenset({"heading", "name", "title", "question", "label"})
_NAMES = ("also_known_as", "abbreviation")
# Members that are for programs, or tell how a part stands and not what it says.
_NO_TEXT = frozenset(
    {
        *("id", "type", "language", "direction", "state", "behind_since", "source_digest", "origin"),
        *(
            "reviewed",
            "notice",
            "url",
            "path",
            "api_path",
            "slug",
            "code",
            "display",
            "image",
            "html",
            "email",
        ),
        *("phone", "telephone", "doi", "pmid", "isbn", "href", "tone", "level", "phase", "kind", "icon"),
        *("attribution", "seo_title", "search_description"),
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """One text of a document: as what it is found, and the section that it stands in.

    ``opens`` marks the heading of a whole section.
    """

    field: Field
    section: str
    text: str
    opens: bool = False


def names_of(data: dict[str, Any]) -> list[str]:
    """Return what a document says that its subject is also called, abbreviation included."""
    overview = data["sections"].get(OVERVIEW, {})
    found: list[str] = []
    for member in _NAMES:
        value = data.get(member) or overview.get(member) or []
        found += [value] if isinstance(value, str) else [name for name in map(_name, value) if name]
    return list(dict.fromkeys(" ".join(name.split()) for name in found))


def _name(entry: Any) -> str:
    return str(entry.get("value", "")) if isinstance(entry, dict) else str(entry)


def lines_of(data: dict[str, Any]) -> list[Line]:
    """Return the texts of a document in its own language, in the order of the page, none empty."""
    data = own_words(data)
    found = [Line("title", "", data["title"])]
    found += [Line("names", "", name) for name in names_of(data)]
    found.append(Line("summary", "", data.get("summary") or ""))
    for kind, section in data["sections"].items():
        found += _section(kind, section, data["language"])
    return [line for line in (_tidy(line) for line in found) if line.text]


def _tidy(line: Line) -> Line:
    return Line(line.field, line.section, " ".join(line.text.split()), line.opens)


def _section(kind: str, section: dict[str, Any], tag: str) -> Iterator[Line]:
    if section.get("heading"):
        yield Line("headings", kind, section["heading"], opens=True)
    known = {"heading"} | ({"title", "summary", "term", "definition", *_NAMES} if kind == OVERVIEW else set())
    for name, value in section.items():
        if name not in known:
            yield from _texts(name, value, kind, tag)


def _texts(name: str, value: Any, kind: str, tag: str) -> Iterator[Line]:
    if name in _NO_TEXT:
        return
    if isinstance(value, str):
        yield Line("headings" if name in _HEADINGS else "body", kind, value)
    elif isinstance(value, list):
        for entry in value:
            yield from _texts(name, entry, kind, tag)
    elif isinstance(value, dict) and value.get("language", tag) == tag and "renditions" not in value:
        for member, inner in value.items():
            yield from _texts(member, inner, kind, tag)
