"""How do the texts and facts of one demo file become field values and blocks?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid5

from cms.demo_content.library import DEMO, Library
from cms.demo_content.markdown import to_html
from cms.demo_content.reading import FACTS, Tree

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the values of one document; ``library`` resolves the names in it."""

    document: str
    library: Library

    def html(self, text: str) -> str:
        """Return rich text; an empty text stays empty."""
        return to_html(text, self._link) if text else ""

    def _link(self, target: str) -> dict[str, str]:
        if target.startswith("https://"):
            return {"href": target}
        return {"linktype": "page", "id": str(self.library.page(target))}

    def stream(self, field: str) -> Stream:
        """Return an empty stream for a field; its blocks get ids that follow from their keys."""
        return Stream(f"{self.document}/{field}")

    def figure(self, field: str, alt: str, image: str) -> str:
        """Return a stream with one picture."""
        stream = self.stream(field)
        return stream.add("figure", image, {"image": self.library.image(image), "alt": alt}).json()

    def names(self, tree: Tree) -> str:
        """Return the stream of other names."""
        stream = self.stream("also_known_as")
        for key, name in tree.get("also_known_as", {}).items():
            stream.add("name", key, name)
        return stream.json()

    def chosen(self, field: str, block_type: str, documents: Sequence[str]) -> str:
        """Return a stream of choosers."""
        stream = self.stream(field)
        for document in documents:
            stream.add(block_type, document, self.library.document(document))
        return stream.json()

    def sources(self, tree: Tree) -> str:
        """Return the stream of sources, in the order of the facts, with the notes."""
        stream, notes = self.stream("sources"), tree.get("source_notes", {})
        for key in tree[FACTS]["sources"]:
            stream.add("source", key, {"source": self.library.source(key), "note": notes.get(key, "")})
        return stream.json()

    def faqs(self, tree: Tree) -> str:
        """Return the stream of questions and answers."""
        stream = self.stream("faqs")
        for key, faq in tree.get("faqs", {}).items():
            stream.add("faq", key, {"question": faq["question"], "answer": self.html(faq["answer"])})
        return stream.json()


class Stream:
    """A stream of blocks, built in order."""

    def __init__(self, path: str) -> None:
        """Start an empty stream; ``path`` goes into the ids of its blocks."""
        self.path = path
        self.blocks: list[Tree] = []

    def add(self, block_type: str, key: str, value: Any) -> Stream:
        """Add a block. Its id follows from type and key and is the same in every language."""
        self.blocks.append({"type": block_type, "value": value, "id": self._id(block_type, key)})
        return self

    def points(self, block: str, name: str, values: dict[str, Any]) -> list[Tree]:
        """Return the raw value of a list ``name`` inside the block with the key ``block``."""
        return [
            {"type": "item", "value": value, "id": self._id(block, name, key)}
            for key, value in values.items()
        ]

    def json(self) -> str:
        """Return what is assigned to a StreamField."""
        return json.dumps(self.blocks)

    def _id(self, *names: str) -> str:
        return str(uuid5(DEMO, "/".join((self.path, *names))))


def plain(tree: Tree, *names: str) -> Fields:
    """Return the named texts of a tree as they are; a text that is not there is empty."""
    return {name: tree.get(name, "") for name in names}


def span(facts: Tree, name: str) -> Fields:
    """Return ``name_min`` and ``name_max`` for a fact such as ``minutes: [15, 30]``; unknown: ``None``."""
    low, high = facts.get(name, (None, None))
    return {f"{name}_min": low, f"{name}_max": high}
