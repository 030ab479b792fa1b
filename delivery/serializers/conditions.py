"""What does the section ``conditions`` of a treatment hold?"""

from __future__ import annotations

from rest_framework import serializers

from delivery.serializers.card import Card
from delivery.serializers.section import Section
from delivery.serializers.shape import Code, Image, RichText, Spoken, content_id, text, whole


def cited() -> serializers.ListField:
    """Return the member that names sources by their number ``n`` in the section ``sources``."""
    return serializers.ListField(child=whole(), help_text="Numbers of entries in the section `sources`.")


class TreatedCondition(Spoken):
    """One condition that the treatment is used for, and how good the evidence is."""

    id = content_id()
    heading = text()
    condition = Card(allow_null=True)
    body = RichText()
    how_treatment_helps = RichText(allow_null=True)
    evidence = Code(allow_null=True)
    regulatory_note = text()
    sources = cited()
    figure = Image(allow_null=True)


class ConditionsSection(Section):
    """What the treatment is used for."""

    intro = RichText(allow_null=True)
    items = TreatedCondition(many=True)
