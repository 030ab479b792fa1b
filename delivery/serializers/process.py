"""What does the section ``process`` of a treatment hold?"""

from __future__ import annotations

from delivery.serializers.section import Section
from delivery.serializers.shape import (
    Amount,
    Code,
    Image,
    RichText,
    Shape,
    Spoken,
    content_id,
    text,
    texts,
    whole,
)


class Step(Spoken):
    """One step, from consultation to follow-up."""

    id = content_id()
    position = whole("From 1.")
    phase = Code(allow_null=True)
    title = text()
    body = RichText()
    minutes = Amount(allow_null=True)
    performed_by = Code(allow_null=True)


class Hours(Shape):
    """A number of hours."""

    value = whole()
    display = text()


class Aftercare(Spoken):
    """What to do and what to leave alone afterwards."""

    id = content_id()
    do = texts()
    dont = texts()
    hours = Hours(allow_null=True)


class CaptionedImage(Image, Spoken):
    """A picture among the text."""

    caption = text()


class ProcessSection(Section):
    """What happens."""

    overview = RichText(allow_null=True)
    steps = Step(many=True)
    aftercare = Aftercare(allow_null=True)
    choosing_provider = RichText(allow_null=True)
    figures = CaptionedImage(many=True)
