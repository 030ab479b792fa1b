"""What do the measurements of every page come to? A table at the end of ``make e2e``."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.journeys.every_page import Page
from tests.journeys.measuring import Measured, Wire

# Title and width of each column.
COLUMNS = {
    "kind of page": 16,
    "languages": 9,
    "requests": 10,
    "kB": 7,
    "kB pictures": 13,
    "LCP ms": 8,
    "CLS": 6,
}


@dataclass(slots=True)
class Report:
    """The heaviest, slowest and most restless of each kind of page, over all languages."""

    rows: dict[Page, list[tuple[str, Wire, Measured]]] = field(default_factory=dict)

    def add(self, language: str, kind: Page, wire: Wire, loading: Measured) -> None:
        """Note one page that was measured."""
        self.rows.setdefault(kind, []).append((language, wire, loading))

    def lines(self) -> list[str]:
        """Return the table, a line for each kind of page, in the order in which the kinds are named."""
        return [_line([*COLUMNS]), *(_line(self._row(kind)) for kind in Page if kind in self.rows)]

    def _row(self, kind: Page) -> list[str]:
        rows = self.rows[kind]
        return [
            kind.name.lower().replace("_", " "),
            str(len(rows)),
            str(max(wire.requests for _, wire, _ in rows)),
            f"{max(wire.without_images for _, wire, _ in rows) / 1000:.1f}",
            f"{max(wire.sizes.get('Image', 0) for _, wire, _ in rows) / 1000:.1f}",
            f"{max(loading.painted for _, _, loading in rows):.0f}",
            f"{max(loading.shift for _, _, loading in rows):.2f}",
        ]


def _line(cells: list[str]) -> str:
    name, *numbers = zip(cells, COLUMNS.values(), strict=True)
    return f"{name[0]:<{name[1]}}" + "".join(f"{text:>{width}}" for text, width in numbers)
