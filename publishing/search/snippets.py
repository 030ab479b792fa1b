"""Which lines of a document show a reader why it was found?

Cut from the document's own words only. Fair balance: what says for which troubles something is used, or how
it is done, is never shown alone; a line of its risks comes along, and where the document has none in its own
language, its summary is shown instead.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.html import escape

from publishing.search.extraction import FIELDS
from publishing.search.words import end_of

# Characters of an excerpt, and of the line on risks that comes along.
LONGEST, LONGEST_RISK = 220, 140
ELLIPSIS = "…"
_BREAK = re.compile(r"\s")

Part = tuple[int, str, str, int]


@dataclass(frozen=True, slots=True)
class Snippet:
    """An excerpt: as HTML (escaped but for ``<mark>``), as plain text, and the sections that it is from.

    A line that belongs to no section, such as the summary, has the empty name.
    """

    html: str
    text: str
    sections: tuple[str, ...]


class _Line(NamedTuple):
    start: int
    end: int
    field: str
    section: str


class Excerpts:
    """Cuts the snippet of one found document."""

    def __init__(
        self,
        text: str,
        parts: Sequence[Part],
        places: Mapping[str, Sequence[int]],
        marks: Mapping[str, int],
        balanced_by: Mapping[str, str],
    ) -> None:
        """Take what ``SearchEntry`` holds (``places`` of what is sought) and the marks of a query.

        ``balanced_by`` is that of the document's type (``publishing.published.Published``).
        """
        self._balanced_by = balanced_by
        self._text = text
        self._parts = parts
        self._starts = [start for start, *_rest in parts]
        # Where a mark begins: where it ends, and which term of the query it stands for.
        self._marks: dict[int, tuple[int, int]] = {}
        for lexeme, starts in places.items():
            for start in starts:
                end = end_of(text, start, lexeme)
                self._marks[start] = max(self._marks.get(start, (0, 0)), (end, marks.get(lexeme, 0)))
        self._at = sorted(self._marks)
        # Which terms are said in which line; most lines say none.
        self._said: dict[int, set[int]] = {}
        for start in self._at:
            self._said.setdefault(bisect_right(self._starts, start) - 1, set()).add(self._marks[start][1])

    def matched(self) -> tuple[str, ...]:
        """Return the fields in which something was found, the weightiest first."""
        found = {self._parts[number][1] for number in self._said}
        return tuple(field for field in FIELDS if field in found)

    def snippet(self) -> Snippet:
        """Return the best line, with a line of the risks if it is one of hope."""
        best = self._best(lambda _start, field, _section, _opens: field not in ("title", "names"))
        if best is None:
            return Snippet("", "", ())
        balance = self._balanced_by.get(best.section)
        if balance is None:
            return self._shown([(best, LONGEST)])
        risk = self._risk(balance)
        if risk:
            return self._shown([(best, LONGEST), *risk])
        summary = next((number for number, part in enumerate(self._parts) if part[1] == "summary"), None)
        return Snippet("", "", ()) if summary is None else self._shown([(self._line(summary), LONGEST)])

    def _best(self, wanted: Callable[[int, str, str, int], bool]) -> _Line | None:
        """Return the line with the most terms of the query; of equal ones the first that is no heading."""
        numbers = [number for number in self._said if wanted(*self._parts[number])]
        if not numbers:
            numbers = [number for number, part in enumerate(self._parts) if wanted(*part)]
        best = max(numbers, key=self._worth, default=None)
        return None if best is None else self._line(best)

    def _worth(self, number: int) -> tuple[int, bool]:
        _start, field, _section, opens = self._parts[number]
        return len(self._said.get(number, ())), not opens and field != "headings"

    def _line(self, number: int) -> _Line:
        start, field, section, _opens = self._parts[number]
        following = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)
        return _Line(start, following - 1, field, section)

    def _within(self, start: int, end: int) -> list[int]:
        return self._at[bisect_right(self._at, start - 1) : bisect_right(self._at, end - 1)]

    def _risk(self, balance: str) -> list[tuple[_Line, int]]:
        """Return the heading of the risks and the line that fits the query best: the first, if none does."""
        said = self._best(lambda _start, _field, section, opens: section == balance and not opens)
        if said is None:
            return []
        headings = [n for n, part in enumerate(self._parts) if part[2] == balance and part[3]]
        return [(line, LONGEST_RISK) for line in (*map(self._line, headings), said)]

    def _shown(self, lines: Sequence[tuple[_Line, int]]) -> Snippet:
        windows = [self._window(line, longest) for line, longest in lines]
        html = " · ".join(
            self._marked(start, end, line) for (start, end), (line, _long) in zip(windows, lines, strict=True)
        )
        text = " · ".join(
            self._plain(start, end, line) for (start, end), (line, _long) in zip(windows, lines, strict=True)
        )
        return Snippet(html, text, tuple(dict.fromkeys(line.section for line, _longest in lines)))

    def _window(self, line: _Line, longest: int) -> tuple[int, int]:
        """Return start and end of what is shown of a line: all of it, or what is around its first mark."""
        if line.end - line.start <= longest:
            return line.start, line.end
        first = next(iter(self._within(line.start, line.end)), line.start)
        start = max(line.start, min(first - longest // 3, line.end - longest))
        end = min(line.end, start + longest)
        if start > line.start:
            gap = _BREAK.search(self._text, start, min(start + 20, first))
            start = gap.end() if gap else start
        if end < line.end:
            gaps = [gap.start() for gap in _BREAK.finditer(self._text, max(end - 20, start), end)]
            end = gaps[-1] if gaps else end
        return start, end

    def _plain(self, start: int, end: int, line: _Line) -> str:
        return self._framed(self._text[start:end], start, end, line)

    def _marked(self, start: int, end: int, line: _Line) -> str:
        shown, at = "", start
        for first, last in self._ranges(start, end):
            shown += f"{escape(self._text[at:first])}<mark>{escape(self._text[first:last])}</mark>"
            at = last
        return self._framed(shown + escape(self._text[at:end]), start, end, line)

    def _framed(self, shown: str, start: int, end: int, line: _Line) -> str:
        before = ELLIPSIS if start > line.start else ""
        return before + shown + (ELLIPSIS if end < line.end else "")

    def _ranges(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the marks inside a window; those that touch or overlap are one."""
        joined: list[tuple[int, int]] = []
        for first in self._within(start, end):
            last = min(self._marks[first][0], end)
            if joined and first <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            else:
                joined.append((first, last))
        return joined
