"""What is the home page of a language?"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from home.blocks.front import FeaturedBlock, PromiseBlock
from localization.fields import SynchronizedField
from localization.sections import Section
from publishing.blocks import HeroBlock
from publishing.context import CompileContext
from publishing.fields import ContentField
from publishing.one_per_language import OnePerLanguage
from publishing.pages import PublishedPage


class HomePage(OnePerLanguage, PublishedPage, Page):
    """The front door of one language."""

    hero_heading = models.CharField(
        _("heading"),
        max_length=120,
        blank=True,
        help_text=_("What visitors find here, in at most ten words."),
    )
    hero_text = models.TextField(_("text under the heading"), max_length=300, blank=True)
    hero_figure = ContentField(HeroBlock(), blank=True, verbose_name=_("picture"))
    featured_heading = models.CharField(_("heading of the featured content"), max_length=120, blank=True)
    featured = ContentField(FeaturedBlock(), blank=True, verbose_name=_("featured treatments and conditions"))
    promise_heading = models.CharField(_("heading of the promises"), max_length=120, blank=True)
    promises = ContentField(PromiseBlock(), blank=True, verbose_name=_("promises"))

    second_one_message = _("There is already a home page in this language. Edit that one instead.")
    document_type = "home"
    api_collection = "pages"
    document_template = "home/home_page.html"
    SECTIONS = (
        Section("overview", ("title", "seo_title", "search_description")),
        Section("hero", ("hero_heading", "hero_text", "hero_figure")),
        Section("featured", ("featured_heading", "featured")),
        Section("promise", ("promise_heading", "promises")),
    )
    override_translatable_fields: ClassVar = [SynchronizedField("slug", overridable=True)]
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    subpage_types: ClassVar = [
        "treatments.TreatmentIndexPage",
        "treatments.ConditionIndexPage",
        "home.StandardPage",
    ]
    content_panels: ClassVar = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("hero_heading"), FieldPanel("hero_text"), FieldPanel("hero_figure")],
            heading=_("At the top"),
        ),
        MultiFieldPanel([FieldPanel("featured_heading"), FieldPanel("featured")], heading=_("Featured")),
        MultiFieldPanel(
            [FieldPanel("promise_heading"), FieldPanel("promises")], heading=_("What we promise")
        ),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def compile_card(self, context: CompileContext) -> dict[str, Any]:
        """Return the search description as summary: that is what the home page says about itself."""
        return {"summary": self.search_description, "image": None}

    def compile_extra(self, context: CompileContext) -> dict[str, Any]:
        """Return the categories that have treatments in this language."""
        cards = context.documents("category")
        return {
            "categories": [
                card
                for card in cards
                if card["language"] == context.language.tag
                and context.in_use("treatment", f"category:{card['id']}")
            ]
        }

    def compile_section(self, section: Section, context: CompileContext) -> dict[str, Any]:
        """Return one section of the home page."""
        if section.kind == "hero":
            figure = self.hero_figure.stream_block.compile(self.hero_figure, context)
            return {"heading": self.hero_heading or self.title, "text": self.hero_text, "figure": figure}
        if section.kind == "featured":
            chosen = self.featured.stream_block.compile(self.featured, context)
            return {"heading": self.featured_heading or None, **chosen}
        if section.kind == "promise":
            items = self.promises.stream_block.compile(self.promises, context)
            return {"heading": self.promise_heading or None, "items": items}
        return {
            "title": self.title,
            "seo_title": self.seo_title,
            "search_description": self.search_description,
        }
