"""What is a plain page: about us, privacy, imprint?"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from home.blocks.body import BodyBlock
from localization.fields import SynchronizedField
from localization.sections import Section
from publishing.context import CompileContext
from publishing.fields import ContentField
from publishing.pages import PublishedPage


class StandardPage(PublishedPage, Page):
    """A page of plain text."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences for lists and search engines."),
    )
    body = ContentField(BodyBlock(), verbose_name=_("text"))

    document_type = "page"
    api_collection = "pages"
    document_template = "home/standard_page.html"
    SECTIONS = (
        Section("overview", ("title", "seo_title", "search_description", "summary")),
        Section("body", ("body",)),
    )
    override_translatable_fields: ClassVar = [SynchronizedField("slug", overridable=True)]
    parent_page_types: ClassVar = ["home.HomePage", "home.StandardPage"]
    subpage_types: ClassVar = ["home.StandardPage"]
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
    search_fields: ClassVar = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body")]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")

    def compile_section(self, section: Section, context: CompileContext) -> dict[str, Any]:
        """Return ``overview`` or ``body``."""
        if section.kind == "body":
            return {"items": self.body.stream_block.compile(self.body, context)}
        return {
            "title": self.title,
            "summary": self.summary,
            "seo_title": self.seo_title,
            "search_description": self.search_description,
        }
