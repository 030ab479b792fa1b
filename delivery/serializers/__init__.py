"""Which shape does the API promise for which type?

Documents are stored as the bytes that are sent, so nothing is serialised here: a shape says what those bytes
hold, for the OpenAPI document and the JSON Schemas; tests hold every document against them. A type without a
shape of its own gets the general one, in which sections are open.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from rest_framework.serializers import Serializer

from delivery.serializers.card import Card, Links, TreatmentCard
from delivery.serializers.condition import Condition
from delivery.serializers.document import Document, Withdrawn
from delivery.serializers.shape import Shape, direction, tag, whole
from delivery.serializers.treatment import Treatment

DOCUMENTS: dict[str, type[Shape]] = {"condition": Condition, "treatment": Treatment}
# What is kept as a JSON Schema; a document says in ``schema`` which of them it follows.
SCHEMAS: dict[str, type[Shape]] = {**DOCUMENTS, "withdrawn": Withdrawn}
CARDS: dict[str, type[Shape]] = {"treatment": TreatmentCard}


def document_shape(document_type: str) -> type[Serializer[Any]]:
    """Return the shape of the documents of a type."""
    return DOCUMENTS.get(document_type, Document)


@cache
def listing_shape(document_type: str) -> type[Serializer[Any]]:
    """Return the shape of one page of a list of a type."""
    card = CARDS.get(document_type, Card)
    members = {
        "__module__": __name__,
        "__doc__": "One page of a list, by title.",
        "count": whole("How many entries all pages have together."),
        "language": tag("The language of the list."),
        "direction": direction(),
        "results": card(many=True),
        "links": Links(),
    }
    return type(f"{document_type.title().replace('-', '')}List", (Shape,), members)
