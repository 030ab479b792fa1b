"""Who publishes the site: name, contact, disclaimer, emergency number?"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin

from localization.fields import SynchronizedField
from localization.sections import Section
from people.blocks import SocialLinksBlock
from publishing.context import CompileContext
from publishing.fields import ContentField
from publishing.one_per_language import OnePerLanguage
from publishing.snippets import PublishedSnippet

TELEPHONE = RegexValidator(
    r"^\+?[0-9][0-9 ()/-]*$", _("Write a telephone number with digits, spaces, hyphens and brackets only.")
)


class Organisation(
    OnePerLanguage, PublishedSnippet, DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model
):
    """The publisher of the site; one for each language, all translations of each other."""

    name = models.CharField(_("name"), max_length=120)
    tagline = models.CharField(_("tagline"), max_length=160, blank=True)
    address = models.TextField(
        _("address"), blank=True, help_text=_("As on a letter, one part on each line.")
    )
    phone = models.CharField(
        _("telephone"),
        max_length=40,
        blank=True,
        validators=[TELEPHONE],
        help_text=_("With the country code, for example +44 20 7946 0000."),
    )
    email = models.EmailField(_("email"), blank=True)
    opening_hours = models.TextField(_("opening hours"), blank=True)
    emergency_number = models.CharField(
        _("emergency number"),
        max_length=20,
        blank=True,
        validators=[TELEPHONE],
        help_text=_(
            "Only if all your readers are in one country. If this is empty, readers are told to call their "
            "local emergency number; it is never guessed from the language."
        ),
    )
    disclaimer = models.TextField(
        _("disclaimer"),
        blank=True,
        help_text=_(
            "Stands under every treatment and condition: the text informs and does not replace advice."
        ),
    )
    social = ContentField(SocialLinksBlock(), blank=True, verbose_name=_("profiles elsewhere"))
    revisions = GenericRelation("wagtailcore.Revision", related_query_name="organisation")

    document_type = "organisation"
    SECTIONS = (
        Section(
            "contact",
            (
                *("name", "tagline", "address", "phone", "email", "opening_hours"),
                *("emergency_number", "disclaimer", "social"),
            ),
        ),
    )
    override_translatable_fields: ClassVar = [
        SynchronizedField("phone", overridable=True),
        SynchronizedField("email", overridable=True),
        SynchronizedField("emergency_number", overridable=False),
    ]
    panels: ClassVar = [
        FieldPanel("name"),
        FieldPanel("tagline"),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldPanel("opening_hours"),
            ],
            heading=_("Contact"),
        ),
        MultiFieldPanel([FieldPanel("emergency_number"), FieldPanel("disclaimer")], heading=_("Safety")),
        FieldPanel("social"),
    ]
    second_one_message = _("There is already an organisation in this language. Edit that one instead.")

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisation")
        constraints = (models.UniqueConstraint(fields=["locale"], name="one_organisation_per_language"),)

    def __str__(self) -> str:
        return self.name

    def document_title(self) -> str:
        """Return the name."""
        return self.name

    def compile_card(self, context: CompileContext) -> dict[str, Any]:
        """Return what every page needs of the organisation: telephone numbers and the disclaimer."""
        return {
            "summary": self.tagline,
            "image": None,
            "phone": self.phone or None,
            "emergency_number": self.emergency_number or None,
            "disclaimer": self.disclaimer,
        }

    def compile_section(self, section: Section, context: CompileContext) -> dict[str, Any]:
        """Return the only section, ``contact``."""
        return {
            "name": self.name,
            "tagline": self.tagline,
            "address": self.address,
            "phone": self.phone or None,
            "email": self.email or None,
            "opening_hours": self.opening_hours,
            "emergency_number": self.emergency_number or None,
            "disclaimer": self.disclaimer,
            "social": self.social.stream_block.compile(self.social, context),
        }
