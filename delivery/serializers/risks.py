"""What does the section ``risks`` of a treatment hold?"""

from __future__ import annotations

from rest_framework import serializers

from delivery.serializers.conditions import cited
from delivery.serializers.section import Section
from delivery.serializers.shape import Amount, Code, RichText, Shape, Spoken, content_id, text, texts, whole


class Frequency(Code):
    """How often a risk happens."""

    per_n = whole("It happens to about 1 in this many people. `null`: only the class is known.", null=True)
    lower = serializers.FloatField(allow_null=True, help_text="The class starts at this share of people.")
    upper = serializers.FloatField(allow_null=True, help_text="The class ends below this share of people.")


class Lasting(Amount):
    """How many days a risk lasts."""

    permanent = serializers.BooleanField(help_text="Whether it can stay for good.")


class Risk(Spoken):
    """One thing that can go wrong. Show the number with the word, and what to do with the risk."""

    id = content_id()
    name = text()
    description = RichText()
    what_to_do = RichText(allow_null=True)
    frequency = Frequency()
    severity = Code(allow_null=True)
    onset = Code(allow_null=True)
    lasts_days = Lasting(allow_null=True)
    skin_tone_note = text()
    sources = cited()


class Contraindication(Spoken):
    """One reason not to have the treatment."""

    id = content_id()
    kind = Code(allow_null=True)
    label = text()  # type: ignore[assignment]
    detail = RichText(allow_null=True)


class Phone(Shape):
    """Whom to call."""

    number = text("`null`: do not make one up; show `display`.", null=True)
    display = text()


class SeekHelp(Spoken):
    """When somebody should seek help, and how urgently."""

    id = content_id()
    level = Code()
    when = texts()
    action = text()
    phone = Phone(allow_null=True)


class RisksSection(Section):
    """Risks and safety. Whoever shows benefits shows this, too."""

    intro = RichText(allow_null=True)
    items = Risk(many=True)
    contraindications = Contraindication(many=True)
    seek_help = SeekHelp(many=True)
