"""What is a condition, how is it edited, and which document does it become?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from localization.fields import SynchronizedField
from localization.sections import Section
from publishing.blocks import RICH_TEXT_FEATURES, HeroBlock
from publishing.fields import ContentField
from publishing.pages import PublishedPage
from treatments import compile_condition
from treatments.blocks.about import CareCardsBlock, CodesBlock, RiskFactorsBlock, SignsBlock
from treatments.blocks.faqs import FaqsBlock
from treatments.blocks.overview import AuthorsBlock, NamesBlock
from treatments.blocks.sources import SourcesBlock
from treatments.panels import condition_editor
from treatments.rules import condition_findings
from treatments.structured_data import medical_condition

if TYPE_CHECKING:
    from localization.gate import Finding
    from publishing.context import CompileContext


class ConditionPage(PublishedPage, Page):
    """One condition. A treatment only says how it helps; what the condition is stands here, once."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        help_text=_(
            "What the condition is and whom it affects: one or two plain sentences, 50 to 300 characters."
        ),
    )
    also_known_as = ContentField(NamesBlock(), blank=True, verbose_name=_("also known as"))
    hero = ContentField(HeroBlock(), blank=True, verbose_name=_("picture at the top"))
    what_it_is = RichTextField(
        _("what it is"),
        features=list(RICH_TEXT_FEATURES),
        help_text=_(
            "What happens in the body and what somebody notices, without a word that needs explaining."
        ),
    )
    signs = ContentField(SignsBlock(), blank=True, verbose_name=_("signs"))
    causes = RichTextField(_("causes"), blank=True, features=list(RICH_TEXT_FEATURES))
    risk_factors = ContentField(RiskFactorsBlock(), blank=True, verbose_name=_("what makes it likelier"))
    skin_tone_note = models.TextField(
        _("on different skin tones"),
        blank=True,
        help_text=_("How it looks on brown and black skin, if that differs."),
    )
    self_care = RichTextField(_("what you can do yourself"), blank=True, features=list(RICH_TEXT_FEATURES))
    seek_help = ContentField(CareCardsBlock(), verbose_name=_("when to see a doctor"))
    codes = ContentField(CodesBlock(), blank=True, verbose_name=_("medical codes"))
    faqs = ContentField(FaqsBlock(), blank=True, verbose_name=_("questions and answers"))
    sources = ContentField(SourcesBlock(), verbose_name=_("sources"))
    authors = ContentField(AuthorsBlock(), blank=True, verbose_name=_("authors"))

    document_type = "condition"
    web_page = "MedicalWebPage"
    medically_reviewed = True
    document_template = "treatments/condition_page.html"
    api_collection = "conditions"
    api_filters = ("author",)
    SECTIONS = (
        Section(
            "overview",
            (
                "title",
                "summary",
                "also_known_as",
                "seo_title",
                "search_description",
                "hero",
                "authors",
                "codes",
            ),
        ),
        Section("about", ("what_it_is", "signs", "causes", "risk_factors", "skin_tone_note")),
        Section("care", ("self_care", "seek_help")),
        Section("faqs", ("faqs",)),
        Section("sources", ("sources",)),
    )
    override_translatable_fields: ClassVar = [
        SynchronizedField("slug", overridable=True),
        SynchronizedField("codes", overridable=False),
    ]
    parent_page_types: ClassVar = ["treatments.ConditionIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    edit_handler = condition_editor()
    search_fields: ClassVar = [*Page.search_fields, index.SearchField("summary")]

    class Meta:
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")

    def findings(self) -> list[Finding]:
        """Return what a condition still lacks before readers may see it."""
        return [*super().findings(), *condition_findings(self)]

    def compile_card(self, context: CompileContext) -> dict[str, Any]:
        """Return what lists show of a condition beside its title."""
        return compile_condition.card(self, context)

    def compile_extra(self, context: CompileContext) -> dict[str, Any]:
        """Return names, codes, people and the treatments for the condition."""
        return compile_condition.additions(self, context)

    def compile_section(self, section: Section, context: CompileContext) -> dict[str, Any]:
        """Return one section with its heading."""
        return compile_condition.section(self, section, context)

    def facets(self, context: CompileContext) -> list[str]:
        """Return what lists of conditions filter on."""
        return sorted({f"author:{child.value.translation_key}" for child in self.authors if child.value})

    def main_entity(self, document: dict[str, Any]) -> dict[str, Any]:
        """Return the schema.org node of the condition."""
        return medical_condition(document)
