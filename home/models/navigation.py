"""Which menus does every page of a language have?"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin

from home.blocks.menus import FooterBlock, HeaderBlock
from localization.fields import SynchronizedField
from localization.sections import Section
from publishing.context import CompileContext
from publishing.fields import ContentField
from publishing.one_per_language import OnePerLanguage
from publishing.snippets import PublishedSnippet


class Navigation(
    OnePerLanguage, PublishedSnippet, DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model
):
    """The menus of one language; links to pages that are not public in it are left out."""

    header = ContentField(HeaderBlock(), blank=True, verbose_name=_("menu at the top"))
    footer = ContentField(FooterBlock(), blank=True, verbose_name=_("menus at the foot"))
    revisions = GenericRelation("wagtailcore.Revision", related_query_name="navigation")

    document_type = "navigation"
    SECTIONS = (Section("menus", ("header", "footer")),)
    override_translatable_fields: ClassVar[list[SynchronizedField]] = []
    panels: ClassVar = [FieldPanel("header"), FieldPanel("footer")]
    second_one_message = _("There are already menus in this language. Edit those instead.")

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("menus")
        verbose_name_plural = _("menus")
        constraints = (models.UniqueConstraint(fields=["locale"], name="one_navigation_per_language"),)

    def __str__(self) -> str:
        return str(_("Menus (%(language)s)") % {"language": self.locale})

    def document_title(self) -> str:
        """Return an empty title: menus have none."""
        return ""

    def compile_card(self, context: CompileContext) -> dict[str, Any]:
        """Return an empty card: nothing links to menus."""
        return {"summary": "", "image": None}
