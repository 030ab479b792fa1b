"""What is a glossary term?"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index

from localization.fields import SynchronizedField
from localization.sections import Section
from publishing.context import CompileContext
from publishing.fields import ContentField
from publishing.snippets import PublishedSnippet
from treatments.blocks.overview import NamesBlock


class GlossaryTerm(
    PublishedSnippet, DraftStateMixin, RevisionMixin, TranslatableMixin, index.Indexed, models.Model
):
    """A medical word explained in one or two sentences."""

    term = models.CharField(_("term"), max_length=120)
    definition = models.TextField(
        _("definition"),
        validators=[MaxLengthValidator(240)],
        help_text=_("Two sentences at most (240 characters), in words that need no explanation themselves."),
    )
    abbreviation = models.CharField(_("abbreviation"), max_length=30, blank=True)
    also_known_as = ContentField(NamesBlock(), blank=True, verbose_name=_("also known as"))
    revisions = GenericRelation("wagtailcore.Revision", related_query_name="glossary_term")

    document_type = "glossary-term"
    api_collection = "glossary"
    SECTIONS = (Section("overview", ("term", "definition", "abbreviation", "also_known_as")),)
    override_translatable_fields: ClassVar[list[SynchronizedField]] = []
    panels: ClassVar = [
        FieldRowPanel([FieldPanel("term"), FieldPanel("abbreviation")]),
        FieldPanel("definition"),
        FieldPanel("also_known_as"),
    ]
    search_fields: ClassVar = [
        index.SearchField("term"),
        index.AutocompleteField("term"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")
        ordering = ("term",)

    def __str__(self) -> str:
        return self.term

    def document_title(self) -> str:
        """Return the term."""
        return self.term

    def compile_card(self, context: CompileContext) -> dict[str, Any]:
        """Return what lists show of a term beside its title."""
        return {"summary": self.definition, "abbreviation": self.abbreviation, "image": None}
