"""Which shape does the API promise for which type?

Documents are stored as the bytes that are sent, so nothing is serialised here: a shape says what those bytes
hold, for the OpenAPI document and the JSON Schemas; tests hold every document against them. A type without a
shape of its own gets the general one, in which sections are open.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from rest_framework.serializers import Serializer

from delivery.serializers.card import Card, CategoryCard, Links, PersonCard, TermCard, TreatmentCard
from delivery.serializers.category import Category
from delivery.serializers.condition import Condition
from delivery.serializers.document import Document, Withdrawn
from delivery.serializers.glossary_term import GlossaryTerm
from delivery.serializers.page import Home, Index, PlainPage
from delivery.serializers.person import Person
from delivery.serializers.shape import Shape, direction, tag, whole
from delivery.serializers.treatment import Treatment

DOCUMENTS: dict[str, type[Shape]] = {
    "category": Category,
    "condition": Condition,
    "condition-index": Index,
    "glossary-term": GlossaryTerm,
    "home": Home,
    "page": PlainPage,
    "person": Person,
    "treatment": Treatment,
    "treatment-index": Index,
}
# What is kept as a JSON Schema; a document says in ``schema`` which of them it follows.
SCHEMAS: dict[str, type[Shape]] = {**DOCUMENTS, "withdrawn": Withdrawn}
CARDS: dict[str, type[Shape]] = {
    "categories": CategoryCard,
    "glossary": TermCard,
    "people": PersonCard,
    "treatments": TreatmentCard,
}


def document_shapes(document_types: Iterable[str]) -> list[type[Serializer[Any]]]:
    """Return the shapes of the documents of these types, each once."""
    return list(dict.fromkeys(DOCUMENTS.get(name, Document) for name in document_types))


@cache
def listing_shape(collection: str) -> type[Serializer[Any]]:
    """Return the shape of one page of the list of a collection."""
    card = CARDS.get(collection, Card)
    members = {
        "__module__": __name__,
        "__doc__": "One page of a list.",
        "count": whole("How many entries all pages have together."),
        "language": tag("The language of the list."),
        "direction": direction(),
        "results": card(many=True),
        "links": Links(),
    }
    return type(f"{collection.title()}List", (Shape,), members)
