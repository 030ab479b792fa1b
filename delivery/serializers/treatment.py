"""What does the document of a treatment hold?"""

from __future__ import annotations

from delivery.serializers.card import CategoryCard, PersonCard, TreatmentCard
from delivery.serializers.conclusion import ConclusionSection
from delivery.serializers.conditions import ConditionsSection
from delivery.serializers.document import DocumentHead
from delivery.serializers.evidence import FaqsSection, SourcesSection
from delivery.serializers.process import ProcessSection
from delivery.serializers.risks import RisksSection
from delivery.serializers.section import Overview
from delivery.serializers.shape import Amount, Answer, Code, Image, KnownCode, Shape, one_of, text, texts


class QuickFacts(Shape):
    """The treatment in numbers."""

    sessions = Amount()
    session_minutes = Amount()
    interval_days = Amount()
    downtime_days = Amount()
    results_visible_weeks = Amount()
    results_last_months = Amount()
    anaesthesia = KnownCode()
    performed_by = KnownCode()
    medical_assessment_required = Answer()


class TreatmentSections(Shape):
    """The sections of a treatment, by kind."""

    overview = Overview()
    conditions = ConditionsSection()
    process = ProcessSection()
    risks = RisksSection()
    conclusion = ConclusionSection()
    faqs = FaqsSection()
    sources = SourcesSection()


class Treatment(DocumentHead):
    """A treatment in one language."""

    type = one_of("treatment")
    also_known_as = texts()
    quick_facts = QuickFacts()
    category = CategoryCard(allow_null=True)
    body_areas = Code(many=True)
    procedure_type = Code(allow_null=True)
    authors = PersonCard(many=True)
    related = TreatmentCard(many=True)
    hero = Image(allow_null=True)
    disclaimer = text("Show it with the content.")
    sections = TreatmentSections()
