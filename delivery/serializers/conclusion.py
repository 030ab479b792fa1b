"""What does the section ``conclusion`` of a treatment hold?"""

from __future__ import annotations

from delivery.serializers.card import Card
from delivery.serializers.section import Section
from delivery.serializers.shape import Code, RichText, Shape, address, text, texts


class Alternative(Shape):
    """Something else that one could do."""

    label = text()  # type: ignore[assignment]
    link = Card(allow_null=True)


class Invitation(Shape):
    """What the page invites readers to do."""

    kind = Code(allow_null=True)
    label = text()  # type: ignore[assignment]
    link = Card(allow_null=True)
    url = address("Elsewhere. At most one of `link` and `url` is given.", null=True)


class ConclusionSection(Section):
    """Weighing it up."""

    summary = RichText()
    may_suit = texts()
    may_not_suit = texts()
    alternatives = Alternative(many=True)
    cooling_off_note = text()
    cta = Invitation(allow_null=True)
