"""Which collections does the API have? (Asked of the publishable types; no type is named here.)"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from publishing.published_types import published_types


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents under one address, mostly all of one type.

    Attributes:
        name: the first part of the address, such as ``treatments``.
        types: the ``type`` of its documents, such as ``treatment``; several for ``pages``.
        filters: names of the query parameters that select by a linked content id: ``category`` selects the
            documents with the facet ``category:<id>``.
    """

    name: str
    types: tuple[str, ...]
    filters: tuple[str, ...] = ()


@cache
def collections() -> tuple[Collection, ...]:
    """Return every collection, in alphabetical order. The types are known once the apps are loaded."""
    types: dict[str, list[str]] = defaultdict(list)
    filters: dict[str, list[str]] = defaultdict(list)
    for name, model in published_types().items():
        if model.api_collection:
            types[model.api_collection].append(name)
            filters[model.api_collection] += model.api_filters
    return tuple(Collection(name, tuple(sorted(types[name])), tuple(filters[name])) for name in sorted(types))


@cache
def served_types() -> tuple[str, ...]:
    """Return the types of all documents that the API serves."""
    return tuple(sorted(kind for collection in collections() for kind in collection.types))
