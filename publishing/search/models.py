"""What does search know of each live document?

Only ``publishing.search.indexing`` writes these tables, in the transaction in which ``publishing.store``
writes the document. What is not live has no row here.
"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchEntry(models.Model):
    """The words of one live document, in its own language.

    ``words`` holds every lexeme as ``<locale>:<lexeme>``, so that one index serves all languages and a common
    word of one is not sought among the others. ``heads`` holds what ranks: title (A), names (B), summary and
    headings (C) and the most frequent words of the body (D); it is small enough to stay in the row. ``text``
    is what snippets are cut from, ``parts`` says which field and section each of its lines is
    (``[[start, field, section], …]``), ``places`` where each lexeme stands in it. ``keys`` are the document's
    names as ``publishing.search.words.key_of`` writes them. ``digest`` tells whether the row is up to date.
    """

    document = models.OneToOneField(
        "publishing.Document", on_delete=models.CASCADE, primary_key=True, related_name="search_entry"
    )
    locale = models.CharField(max_length=20)
    type = models.CharField(max_length=40)
    title = models.CharField(max_length=255)
    content_id = models.UUIDField()
    expires_at = models.DateTimeField(null=True)
    heads = SearchVectorField()
    keys = ArrayField(models.TextField(), default=list)
    words = SearchVectorField()
    text = models.TextField()
    parts = models.JSONField(default=list)
    places = models.JSONField(default=dict)
    digest = models.CharField(max_length=40)

    class Meta:
        """Found by its words; no pending list, so that a search never has to read one."""

        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes: ClassVar = [GinIndex(fields=["words"], name="search_words", fastupdate=False)]

    def __str__(self) -> str:
        """Return title and language."""
        return f"{self.title} ({self.locale})"


class SearchName(models.Model):
    """One name of a live document: its title, or another name for it.

    A name is there once for each of its words at which a reader may start to type; ``whole`` marks the one
    that starts at the first. ``folded`` is what a reader types, ``key`` what synonyms are matched by.
    """

    document = models.ForeignKey("publishing.Document", on_delete=models.CASCADE, related_name="search_names")
    locale = models.CharField(max_length=20)
    name = models.CharField(max_length=255)
    folded = models.CharField(max_length=255)
    key = models.CharField(max_length=255)
    whole = models.BooleanField()
    is_title = models.BooleanField()

    class Meta:
        """Found by what a reader has typed so far, and by the key of a whole name."""

        verbose_name = _("search name")
        verbose_name_plural = _("search names")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "folded", "name"], name="one_search_name"),
        ]
        indexes: ClassVar = [
            models.Index(
                "locale", OpClass(models.F("folded"), "varchar_pattern_ops"), name="search_name_prefix"
            ),
            models.Index(fields=["locale", "key"], condition=models.Q(whole=True), name="search_name_key"),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name
