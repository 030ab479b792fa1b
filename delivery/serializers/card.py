"""How does a document look in lists and links?"""

from __future__ import annotations

from rest_framework import serializers

from delivery.serializers.shape import Code, Image, Shape, address, content_id, direction, tag, text


class Card(Shape):
    """The short form of a document.

    Types add members of their own, such as the job title of a person.
    """

    id = content_id()
    type = text("The type of the document, such as `treatment`.")
    language = tag(
        "That of all texts in the card. In lists it is the list's; in a document it is that of the original, "
        "where the linked content is not public in the document's language: show the card with it."
    )
    direction = direction()
    title = text()
    summary = text()
    path = text("Where the page is on this site. `null`: it has none.", null=True)
    url = address("The same, absolute.", null=True)
    api_path = text("Where the document is in this API. `null`: it is not served.", null=True)
    image = Image(allow_null=True)


class TreatmentCard(Card):
    """The short form of a treatment."""

    procedure_type = Code(allow_null=True)


class CategoryCard(Card):
    """The short form of a category of treatments."""

    slug = text("The same in every language.")


class TermCard(Card):
    """The short form of a glossary term; ``summary`` is its definition."""

    abbreviation = text()


class PersonCard(Card):
    """The short form of a person."""

    job_title = text()
    is_medical = serializers.BooleanField(help_text="Whether the person has a medical profession.")
    is_demo = serializers.BooleanField(help_text="Whether the person is made up for demonstration.")


class Links(Shape):
    """Where this page and the next one are."""

    self = address()
    next = address("`null`: this is the last page.", null=True)
