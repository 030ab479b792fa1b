"""Which numbered sources of the page does an item rest on?

An item names sources; readers see their numbers in the list of sources at the end of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Citations = Mapping[int, int]  # primary key of a Source -> its position in the page's list, from 1


def citations_of(sources: Any) -> Citations:
    """Return the position of each source in the page's ``sources`` stream; the first mention counts."""
    positions: dict[int, int] = {}
    for position, child in enumerate(sources, start=1):
        chosen = child.value["source"]
        if chosen is not None:
            positions.setdefault(chosen.pk, position)
    return positions


def cited(chosen: Iterable[Any], citations: Citations) -> list[int]:
    """Return the positions of the chosen sources in ascending order; unlisted ones are left out."""
    return sorted(
        {citations[source.pk] for source in chosen if source is not None and source.pk in citations}
    )
