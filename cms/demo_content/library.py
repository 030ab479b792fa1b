"""What has been loaded already, and under which primary key? The demo files name content by words."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, UUID, uuid5

from cms.demo_content.reading import DemoContentError

# Content ids and block ids are computed from names: they are the same wherever the demo is loaded.
DEMO = uuid5(NAMESPACE_URL, "https://example.org/polyclinic/demo")
FOLDERS = {"treatment": "treatments", "condition": "conditions", "page": "pages"}


def content_id(document: str) -> UUID:
    """Return the content id of a document, such as ``treatments/mesotherapy``."""
    return uuid5(DEMO, document)


@dataclass(slots=True)
class Library:
    """Primary keys by name: English ``documents`` by file, ``sources`` by key, ``images`` by file name."""

    documents: dict[str, int] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    images: dict[str, int] = field(default_factory=dict)

    def page(self, target: str) -> int:
        """Return the page that a link such as ``condition:melasma`` means."""
        kind, _, name = target.partition(":")
        return self.document(f"{FOLDERS.get(kind, kind)}/{name}", target)

    def document(self, document: str, written: str = "") -> int:
        """Return the page or snippet of a file such as ``people/clara-whitfield``."""
        return _find(self.documents, document, written or document)

    def source(self, key: str) -> int:
        """Return a source of demo/sources.yaml."""
        return _find(self.sources, key, key)

    def image(self, name: str) -> int:
        """Return a picture of demo/images/."""
        return _find(self.images, name, name)


def _find(shelf: dict[str, int], name: str, written: str) -> int:
    if name not in shelf:
        raise DemoContentError(f"“{written}” names something that the demo does not have. Correct the name.")
    return shelf[name]
