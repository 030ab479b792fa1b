"""Who is a person that readers meet: an author, a doctor, the editorial team?"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index

from localization.fields import SynchronizedField
from localization.sections import Section
from people.blocks import RegistrationsBlock, SpokenLanguagesBlock
from publishing.blocks import RICH_TEXT_FEATURES, HeroBlock, optional_prose
from publishing.context import CompileContext
from publishing.fields import ContentField
from publishing.snippets import PublishedSnippet


class Person(
    PublishedSnippet, DraftStateMixin, RevisionMixin, TranslatableMixin, index.Indexed, models.Model
):
    """Somebody who writes or answers for content. A name may need another script, so it is translated."""

    name = models.CharField(_("name"), max_length=120)
    honorific = models.CharField(_("title"), max_length=40, blank=True, help_text=_("For example “Dr”."))
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    bio = RichTextField(
        _("about the person"),
        blank=True,
        features=list(RICH_TEXT_FEATURES),
        help_text=_("Training and experience that matter for what the person writes. No advertising."),
    )
    photo = ContentField(HeroBlock(), blank=True, verbose_name=_("portrait"))
    is_medical = models.BooleanField(
        _("medical professional"),
        default=False,
        help_text=_("Only medical professionals can review content."),
    )
    is_demo = models.BooleanField(
        _("fictional"), default=False, help_text=_("Invented for the demo. Readers are told so.")
    )
    registrations = ContentField(RegistrationsBlock(), blank=True, verbose_name=_("registrations"))
    languages = ContentField(SpokenLanguagesBlock(), blank=True, verbose_name=_("languages"))
    revisions = GenericRelation("wagtailcore.Revision", related_query_name="person")

    document_type = "person"
    api_collection = "people"
    SECTIONS = (
        Section(
            "profile",
            (
                *("name", "honorific", "job_title", "bio", "photo"),
                "is_medical",
                "is_demo",
                "registrations",
                "languages",
            ),
        ),
    )
    override_translatable_fields: ClassVar = [
        SynchronizedField("is_medical", overridable=False),
        SynchronizedField("is_demo", overridable=False),
        SynchronizedField("registrations", overridable=False),
        SynchronizedField("languages", overridable=False),
    ]
    panels: ClassVar = [
        FieldRowPanel([FieldPanel("honorific"), FieldPanel("name")]),
        FieldPanel("job_title"),
        FieldPanel("photo"),
        FieldPanel("bio"),
        FieldPanel("languages"),
        MultiFieldPanel([FieldPanel("is_medical"), FieldPanel("registrations")], heading=_("Qualification")),
        FieldPanel("is_demo"),
    ]
    search_fields: ClassVar = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("job_title"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The name with the title in front of it."""
        return f"{self.honorific} {self.name}".strip()

    def document_title(self) -> str:
        """Return the name with the title in front of it."""
        return self.full_name

    def compile_card(self, context: CompileContext) -> dict[str, Any]:
        """Return what a byline shows beside the name."""
        return {
            "summary": self.job_title,
            "job_title": self.job_title,
            "is_medical": self.is_medical,
            "is_demo": self.is_demo,
            "image": self.photo.stream_block.compile(self.photo, context),
        }

    def compile_section(self, section: Section, context: CompileContext) -> dict[str, Any]:
        """Return the only section, ``profile``."""
        return {
            "name": self.name,
            "honorific": self.honorific,
            "job_title": self.job_title,
            "bio": optional_prose(self.bio, context),
        }

    def compile_extra(self, context: CompileContext) -> dict[str, Any]:
        """Return what has no language: qualification, registers, languages, portrait."""
        return {
            "is_medical": self.is_medical,
            "is_demo": self.is_demo,
            "registrations": self.registrations.stream_block.compile(self.registrations, context),
            "languages": self.languages.stream_block.compile(self.languages, context),
            "photo": self.photo.stream_block.compile(self.photo, context),
        }
