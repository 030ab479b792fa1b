"""What is public, of which content, in which language, made from what?

Only ``publishing.store`` writes these tables. Everything that leaves the system is read from them.
"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from publishing.board.models import DailyMail, Standing

__all__ = ["DailyMail", "Dependency", "Document", "FormerPath", "Standing", "Status"]


class Status(models.TextChoices):
    """The ways in which a document is, or has stopped being, public (DESIGN, “Ways of leaving”)."""

    LIVE = "live", _("live")
    WITHDRAWN = "withdrawn", _("withdrawn")
    GONE = "gone", _("gone")


class Document(models.Model):
    """What is published of one content id in one language; when it is gone, its tombstone.

    ``body`` holds the API's JSON with ``https://base.invalid`` where the host belongs, ``card`` the short
    form that lists and links show. ``sequence`` is given at commit by the trigger of migration 0002 and is
    ``NULL`` only inside the transaction that changes the row.
    """

    content_id = models.UUIDField()
    locale = models.CharField(max_length=20)
    type = models.CharField(max_length=40)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.LIVE)
    gone_reason = models.CharField(max_length=20, blank=True)
    gone_at = models.DateTimeField(null=True)
    replaced_by = models.UUIDField(null=True)
    path = models.CharField(max_length=2048, null=True)  # noqa: DJ001  (a snippet has none; "" would be the site root)
    title = models.CharField(max_length=255)
    card = models.JSONField(default=dict)
    body = models.BinaryField(null=True)
    etag = models.CharField(max_length=64)
    content_digest = models.CharField(max_length=64)
    facets = ArrayField(models.CharField(max_length=120), default=list)
    # How each section stands, for the board: what ``body`` says too, where it can be read in bulk.
    states = models.JSONField(default=dict)
    is_source = models.BooleanField(default=False)
    revision_id = models.BigIntegerField(null=True)
    schema_version = models.PositiveSmallIntegerField(default=1)
    first_published_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    valid_until = models.DateTimeField(null=True)
    sequence = models.BigIntegerField(null=True, unique=True)

    class Meta:
        """One row per content and language; one live document per path."""

        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["content_id", "locale"], name="one_document_per_language"),
            models.UniqueConstraint(
                fields=["path"],
                condition=~Q(status="gone"),
                deferrable=None,
                name="one_document_per_path",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["type", "locale", "title", "content_id"],
                condition=Q(status="live"),
                name="document_list",
            ),
            models.Index(fields=["path"], name="document_path"),
            GinIndex(fields=["facets"], name="document_facets"),
            models.Index(
                fields=["valid_until"], condition=Q(valid_until__isnull=False), name="document_valid_until"
            ),
        ]

    def __str__(self) -> str:
        """Return title, language and status."""
        return f"{self.title} ({self.locale}, {self.status})"


class Dependency(models.Model):
    """One thing that a document was compiled from: when it changes, the document is compiled again.

    ``key`` is ``card:<content id>:<locale>``, ``list:<type>:<facet>:<locale>`` or ``object:<model>:<pk>``.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="dependencies")
    key = models.CharField(max_length=200)

    class Meta:
        """A document depends on a key once."""

        verbose_name = _("dependency")
        verbose_name_plural = _("dependencies")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key", "document"], name="one_dependency_per_key"),
        ]

    def __str__(self) -> str:
        """Return the key."""
        return self.key


class FormerPath(models.Model):
    """A path that a document once had: readers of it are sent on, or told that the content is gone."""

    path = models.CharField(max_length=2048, unique=True)
    content_id = models.UUIDField()
    locale = models.CharField(max_length=20)

    class Meta:
        """Looked up by path."""

        verbose_name = _("former path")
        verbose_name_plural = _("former paths")

    def __str__(self) -> str:
        """Return the path."""
        return self.path
