"""What is a treatment, how is it edited, and which document does it become?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageManager
from wagtail.search import index

from localization.fields import SynchronizedField
from localization.sections import Section
from publishing.blocks import HeroBlock
from publishing.fields import ContentField
from publishing.pages import PublishedPage
from treatments import compile_treatment
from treatments.blocks.conclusion import ConclusionBlock
from treatments.blocks.conditions import ConditionsBlock
from treatments.blocks.faqs import FaqsBlock
from treatments.blocks.overview import AuthorsBlock, BodyAreasBlock, NamesBlock, RelatedBlock
from treatments.blocks.process import ProcessBlock
from treatments.blocks.risks import RisksBlock
from treatments.blocks.sources import SourcesBlock
from treatments.choices import ProcedureType, Specialty
from treatments.list_filters import TREATMENT_FILTERS
from treatments.models.quick_facts import QUICK_FACT_FIELDS, SYNCHRONISED_QUICK_FACTS, QuickFacts
from treatments.panels import treatment_editor
from treatments.rules import treatment_findings
from treatments.structured_data import medical_therapy

if TYPE_CHECKING:
    from localization.gate import Finding
    from publishing.context import CompileContext


class TreatmentPage(PublishedPage, QuickFacts, Page):
    """One treatment: overview, conditions, process, risks, conclusion, questions and sources."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        help_text=_(
            "What the treatment is, what it is used for and how well that is proven: one or two plain "
            "sentences, 50 to 300 characters. No promises, no “safe”, no “painless”."
        ),
    )
    also_known_as = ContentField(NamesBlock(), blank=True, verbose_name=_("also known as"))
    category = models.ForeignKey(
        "treatments.Category",
        verbose_name=_("category"),
        null=True,  # so that a draft can be saved without one; publishing asks for it
        on_delete=models.PROTECT,
        related_name="+",
    )
    procedure_type = models.CharField(
        _("how far it goes"),
        max_length=20,
        choices=ProcedureType.choices,
        help_text=_("A needle goes through the skin: a treatment with needles is not “non-invasive”."),
    )
    specialty = models.CharField(_("medical specialty"), max_length=20, choices=Specialty.choices, blank=True)
    body_areas = ContentField(BodyAreasBlock(), blank=True, verbose_name=_("body areas"))
    hero = ContentField(HeroBlock(), blank=True, verbose_name=_("picture at the top"))
    conditions = ContentField(ConditionsBlock(), verbose_name=_("what it is used for"))
    process = ContentField(ProcessBlock(), verbose_name=_("what happens"))
    risks = ContentField(RisksBlock(), verbose_name=_("risks and safety"))
    conclusion = ContentField(ConclusionBlock(), verbose_name=_("weighing up"))
    faqs = ContentField(FaqsBlock(), blank=True, verbose_name=_("questions and answers"))
    sources = ContentField(SourcesBlock(), verbose_name=_("sources"))
    authors = ContentField(AuthorsBlock(), blank=True, verbose_name=_("authors"))
    related = ContentField(RelatedBlock(), blank=True, verbose_name=_("related treatments"))

    document_type = "treatment"
    medically_reviewed = True
    web_page = "MedicalWebPage"
    document_template = "treatments/treatment_page.html"
    api_collection = "treatments"
    api_filters = ("category", "condition", "author")
    list_filters = TREATMENT_FILTERS
    balanced_by: ClassVar = {"conditions": "risks", "process": "risks"}
    SECTIONS = (
        Section(
            "overview",
            (
                *("title", "summary", "also_known_as", "seo_title", "search_description"),
                *("category", "procedure_type", "specialty", "body_areas", "hero", "authors", "related"),
                *QUICK_FACT_FIELDS,
            ),
        ),
        Section("conditions", ("conditions",)),
        Section("process", ("process",)),
        Section("risks", ("risks",)),
        Section("conclusion", ("conclusion",)),
        Section("faqs", ("faqs",)),
        Section("sources", ("sources",)),
    )
    override_translatable_fields: ClassVar = [
        SynchronizedField("slug", overridable=True),
        SynchronizedField("procedure_type", overridable=False),
        SynchronizedField("specialty", overridable=False),
        SynchronizedField("body_areas", overridable=False),
        *SYNCHRONISED_QUICK_FACTS,
    ]
    objects: ClassVar[PageManager]  # Page’s own; django-stubs cannot tell, because a second base is abstract
    parent_page_types: ClassVar = ["treatments.TreatmentIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    edit_handler = treatment_editor()
    search_fields: ClassVar = [*Page.search_fields, index.SearchField("summary")]

    class Meta:
        verbose_name = _("treatment")
        verbose_name_plural = _("treatments")

    def findings(self) -> list[Finding]:
        """Return what a treatment still lacks before readers may see it."""
        return [*super().findings(), *treatment_findings(self)]

    def compile_card(self, context: CompileContext) -> dict[str, Any]:
        """Return what lists show of a treatment beside its title."""
        return compile_treatment.card(self, context)

    def compile_extra(self, context: CompileContext) -> dict[str, Any]:
        """Return names, quick facts, category, people and links."""
        return compile_treatment.additions(self, context)

    def compile_section(self, section: Section, context: CompileContext) -> dict[str, Any]:
        """Return one section with its heading."""
        return compile_treatment.section(self, section, context)

    def facets(self, context: CompileContext) -> list[str]:
        """Return what lists of treatments filter on."""
        return compile_treatment.facets(self)

    def main_entity(self, document: dict[str, Any]) -> dict[str, Any]:
        """Return the schema.org node of the treatment."""
        return medical_therapy(document, self.specialty)
