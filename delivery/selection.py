"""How is a part of a document given, without a benefit ever standing there without its risks?

Fair balance: a section that speaks of benefits (``Published.balanced_by`` says which) brings the section on
risks along, whatever was asked for, and the answer says so. What must be shown with any part comes too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from publishing.published_types import published_types

# Without these, nobody could say what a part belongs to, in which language it is, and what to show with it.
ALWAYS = (
    *("schema", "type", "id", "language", "direction", "source_language", "status", "withdrawn"),
    *("api_path", "title", "valid_until", "attribution", "disclaimer"),
)
# Holds sentences on uses, made of the sections.
STRUCTURED_DATA = "json_ld"
SECTIONS = "sections"


def names_in(document: Mapping[str, Any]) -> list[str]:
    """Return what can be asked for: members of the document, and ``sections.<kind>``."""
    return [*document, *(f"{SECTIONS}.{kind}" for kind in document[SECTIONS])]


def select(document: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """Return what ``names`` ask for and what must come with it; ``brought_along`` names such sections.

    A withdrawn document is given whole: it holds nothing but its notice.

    Raises:
        KeyError: the document has nothing of that name.
    """
    if document["status"] != "live":
        return dict(document)
    unknown = set(names) - set(names_in(document))
    if unknown:
        raise KeyError(min(unknown))
    kinds = set(document[SECTIONS]) if SECTIONS in names else _kinds(names)
    spoken_of = set(document[SECTIONS]) if STRUCTURED_DATA in names else kinds
    brought = _risks_of(document, spoken_of) - kinds
    wanted = {*ALWAYS, *names}
    part = {name: value for name, value in document.items() if name in wanted and name != SECTIONS}
    if kinds or brought:
        sections = document[SECTIONS].items()
        part[SECTIONS] = {kind: section for kind, section in sections if kind in kinds | brought}
    return part | {"brought_along": sorted(f"{SECTIONS}.{kind}" for kind in brought)}


def _kinds(names: Sequence[str]) -> set[str]:
    return {name.removeprefix(f"{SECTIONS}.") for name in names if name.startswith(f"{SECTIONS}.")}


def _risks_of(document: Mapping[str, Any], kinds: set[str]) -> set[str]:
    model = published_types().get(document["type"])
    rules: Mapping[str, str] = {} if model is None else model.balanced_by
    return {rules[kind] for kind in kinds if kind in rules} & set(document[SECTIONS])


def selection_etag(etag: str, names: Sequence[str]) -> str:
    """Return the strong entity tag of a part of the document that has the tag ``etag`` (quoted)."""
    digest = hashlib.sha256(",".join(sorted(set(names))).encode()).hexdigest()[:12]
    return f'{etag[:-1]}-{digest}"'
