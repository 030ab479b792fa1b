"""Which collections does the API have? (Asked of the publishable types; no type is named here.)"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from publishing.published_types import published_types


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents of one type under one address.

    Attributes:
        name: the first part of the address, such as ``treatments``.
        document_type: the ``type`` of its documents, such as ``treatment``.
        filters: names of the query parameters that select by a linked content id: ``category`` selects the
            documents with the facet ``category:<id>``.
    """

    name: str
    document_type: str
    filters: tuple[str, ...]


@cache
def collections() -> tuple[Collection, ...]:
    """Return every collection, in alphabetical order. The types are known once the apps are loaded."""
    served = (
        Collection(model.api_collection, model.document_type, model.api_filters)
        for model in published_types().values()
        if model.api_collection
    )
    return tuple(sorted(served, key=lambda collection: collection.name))


@cache
def served_types() -> tuple[str, ...]:
    """Return the types of all documents that the API gives, in alphabetical order."""
    return tuple(sorted({collection.document_type for collection in collections()}))
