"""What is a category of treatments?"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index

from localization.fields import SynchronizedField
from localization.sections import Section
from publishing.blocks import RICH_TEXT_FEATURES
from publishing.context import CompileContext
from publishing.snippets import PublishedSnippet


class Category(
    PublishedSnippet, DraftStateMixin, RevisionMixin, TranslatableMixin, index.Indexed, models.Model
):
    """A group of treatments that readers can filter by."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("short name for addresses"),
        max_length=80,
        help_text=_("Small Latin letters and hyphens; the same in every language."),
    )
    intro = RichTextField(_("introduction"), blank=True, features=list(RICH_TEXT_FEATURES))
    revisions = GenericRelation("wagtailcore.Revision", related_query_name="category")

    document_type = "category"
    api_collection = "categories"
    SECTIONS = (Section("overview", ("name", "intro")),)
    override_translatable_fields: ClassVar = [SynchronizedField("slug", overridable=False)]
    panels: ClassVar = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("intro")]
    search_fields: ClassVar = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        constraints = (
            models.UniqueConstraint(fields=["locale", "slug"], name="one_category_slug_per_language"),
        )

    def __str__(self) -> str:
        return self.name

    def document_title(self) -> str:
        """Return the name."""
        return self.name

    def compile_card(self, context: CompileContext) -> dict[str, Any]:
        """Return what lists show of a category beside its title."""
        return {"summary": "", "slug": self.slug, "image": None}

    def compile_section(self, section: Section, context: CompileContext) -> dict[str, Any]:
        """Return the only section, ``overview``: ``title`` and ``intro``."""
        return {"title": self.name, "intro": context.rich_text(self.intro) if self.intro else None}
