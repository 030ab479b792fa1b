"""Which pages list the treatments and the conditions of a language?"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from localization.fields import SynchronizedField
from localization.sections import Section
from publishing.blocks import RICH_TEXT_FEATURES
from publishing.context import CompileContext
from publishing.pages import PublishedPage


class IndexPage(PublishedPage, Page):
    """A page that lists all content of one type in its language; the list is made when it is delivered."""

    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=300,
        help_text=_("One or two sentences for lists and search engines."),
    )
    intro = RichTextField(_("introduction"), blank=True, features=list(RICH_TEXT_FEATURES))

    api_collection = "pages"
    web_page = "CollectionPage"
    SECTIONS = (Section("overview", ("title", "seo_title", "search_description", "summary", "intro")),)
    override_translatable_fields: ClassVar = [SynchronizedField("slug", overridable=True)]
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("summary"), FieldPanel("intro")]
    max_count_per_parent = 1

    class Meta:
        abstract = True

    @classmethod
    def can_exist_under(cls, parent: Page) -> bool:
        """Allow every parent that takes it, except the root of the tree: that is for home pages."""
        return bool(super().can_exist_under(parent)) and not parent.is_root()

    def compile_section(self, section: Section, context: CompileContext) -> dict[str, Any]:
        """Return the only section, ``overview``."""
        return {
            "title": self.title,
            "summary": self.summary,
            "intro": context.rich_text(self.intro) if self.intro else None,
            "seo_title": self.seo_title,
            "search_description": self.search_description,
        }


class TreatmentIndexPage(IndexPage):
    """The list of all treatments."""

    document_type = "treatment-index"
    document_template = "treatments/treatment_index_page.html"
    listing_type = "treatment"
    subpage_types: ClassVar = ["treatments.TreatmentPage"]

    class Meta:
        verbose_name = _("list of treatments")
        verbose_name_plural = _("lists of treatments")


class ConditionIndexPage(IndexPage):
    """The list of all conditions."""

    document_type = "condition-index"
    document_template = "treatments/condition_index_page.html"
    listing_type = "condition"
    subpage_types: ClassVar = ["treatments.ConditionPage"]

    class Meta:
        verbose_name = _("list of conditions")
        verbose_name_plural = _("lists of conditions")
