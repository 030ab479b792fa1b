"""What do the sections ``faqs`` and ``sources`` hold?"""

from __future__ import annotations

from rest_framework import serializers

from delivery.serializers.section import Section
from delivery.serializers.shape import Code, ForeignText, RichText, Spoken, address, content_id, text, whole


class Question(Spoken):
    """A question that readers ask."""

    id = content_id()
    question = text()
    answer = RichText()


class FaqsSection(Section):
    """Questions and answers."""

    items = Question(many=True)


class Source(Spoken):
    """What a statement rests on."""

    id = content_id()
    n = whole("The number that items of other sections name it by.")
    kind = Code(allow_null=True)
    title = ForeignText()
    publisher = text()
    authors = text()
    year = whole(null=True)
    doi = text(null=True)
    url = address(null=True)
    accessed = serializers.DateField(allow_null=True)
    note = text()


class SourcesSection(Section):
    """What the content rests on."""

    items = Source(many=True)
