"""What does the document of a condition hold?"""

from __future__ import annotations

from rest_framework import serializers

from delivery.serializers.card import PersonCard, TreatmentCard
from delivery.serializers.document import DocumentHead
from delivery.serializers.evidence import FaqsSection, SourcesSection
from delivery.serializers.risks import SeekHelp
from delivery.serializers.section import Overview, Section
from delivery.serializers.shape import Image, RichText, Shape, Spoken, content_id, one_of, text, texts


class RiskFactor(Spoken):
    """Something that makes the condition likelier."""

    id = content_id()
    label = text()  # type: ignore[assignment]
    modifiable = serializers.BooleanField(help_text="Whether the reader can change it.")


class AboutSection(Section):
    """What the condition is."""

    what_it_is = RichText()
    signs = texts()
    causes = RichText(allow_null=True)
    risk_factors = RiskFactor(many=True)
    skin_tone_note = text()


class CareSection(Section):
    """Looking after oneself, and when to see a doctor."""

    self_care = RichText(allow_null=True)
    when_to_see_doctor = SeekHelp(many=True)


class ConditionSections(Shape):
    """The sections of a condition, by kind."""

    overview = Overview()
    about = AboutSection()
    care = CareSection()
    faqs = FaqsSection()
    sources = SourcesSection()


class MedicalCode(Shape):
    """The code of the condition in a classification."""

    system = one_of("icd10", "icd11", "snomed")
    code = text()


class Condition(DocumentHead):
    """A condition in one language."""

    type = one_of("condition")
    also_known_as = texts()
    authors = PersonCard(many=True)
    hero = Image(allow_null=True)
    codes = MedicalCode(many=True)
    treatments = TreatmentCard(many=True)
    disclaimer = text("Show it with the content.")
    sections = ConditionSections()
