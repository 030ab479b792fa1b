"""What is a source? A guideline, study or notice, shown in the language it was written in."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import RevisionMixin
from wagtail.search import index

from localization.languages import language_choices
from treatments.choices import SourceKind


class Source(RevisionMixin, index.Indexed, models.Model):
    """A source that pages rest on. Not translated: a title stays in its language, marked with ``lang``."""

    kind = models.CharField(gettext_lazy("kind"), max_length=20, choices=SourceKind.choices)
    title = models.CharField(
        gettext_lazy("title"),
        max_length=300,
        help_text=gettext_lazy("In the language of the source; do not translate it."),
    )
    language = models.CharField(
        gettext_lazy("language"), max_length=20, choices=language_choices, default="en"
    )
    publisher = models.CharField(
        gettext_lazy("publisher"),
        max_length=200,
        blank=True,
        help_text=gettext_lazy("The journal, society or authority."),
    )
    authors = models.CharField(gettext_lazy("authors"), max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(gettext_lazy("year"), null=True, blank=True)
    doi = models.CharField(
        gettext_lazy("DOI"),
        max_length=120,
        blank=True,
        validators=[
            RegexValidator(
                r"^10\.\d{4,9}/\S+$",
                gettext_lazy("A DOI begins with “10.” and has a slash in it. Leave out “https://doi.org/”."),
            )
        ],
        help_text=gettext_lazy("For example 10.1000/182, without the address in front of it."),
    )
    url = models.URLField(gettext_lazy("address"), max_length=500, blank=True)
    accessed = models.DateField(
        gettext_lazy("read on"),
        null=True,
        blank=True,
        help_text=gettext_lazy("When you last read a web page."),
    )

    panels: ClassVar = [
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("title"), FieldPanel("language")]),
        MultiFieldPanel(
            [FieldPanel("authors"), FieldRowPanel([FieldPanel("publisher"), FieldPanel("year")])],
            heading=gettext_lazy("Who and when"),
        ),
        MultiFieldPanel(
            [FieldPanel("doi"), FieldRowPanel([FieldPanel("url"), FieldPanel("accessed")])],
            heading=gettext_lazy("Where to find it"),
        ),
    ]
    search_fields: ClassVar = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("authors"),
        index.SearchField("publisher"),
    ]

    class Meta:
        verbose_name = gettext_lazy("source")
        verbose_name_plural = gettext_lazy("sources")
        ordering = ("title",)

    def __str__(self) -> str:
        return f"{self.title} ({self.year})" if self.year else self.title

    def clean(self) -> None:
        """Refuse a source that nobody can look up."""
        super().clean()
        if not (self.doi or self.url or (self.publisher and self.year)):
            raise ValidationError(
                _("Readers must be able to find it: give a DOI, an address, or publisher and year.")
            )
