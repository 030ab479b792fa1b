"""What is public, of which content, in which language, made from what?

Only ``publishing.store`` writes these tables. Everything that leaves the system is read from them.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from publishing.board.models import DailyMail, Standing
from publishing.search.models import SearchEntry, SearchName

__all__ = [
    "DailyMail",
    "Dependency",
    "Document",
    "FeedState",
    "FormerPath",
    "SearchEntry",
    "SearchName",
    "Standing",
    "Status",
]


class Status(models.TextChoices):
    """The ways in which a document is, or has stopped being, public (DESIGN, “Ways of leaving”)."""

    LIVE = "live", _("live")
    WITHDRAWN = "withdrawn", _("withdrawn")
    GONE = "gone", _("gone")


class Document(models.Model):
    """What is published of one content id in one language; when it is gone, its tombstone.

    ``body`` holds the API's JSON with ``https://base.invalid`` where the host belongs, ``card`` the short
    form that lists and links show. ``sequence`` is given at commit by the trigger of migration 0002 and is
    ``NULL`` only inside the transaction that changes the row. After ``valid_until`` it is compiled again; at
    ``expires_at`` it is gone. ``review_state`` is the worst of its sections
    (``localization.review.standing``, as of the last compile; empty for what is not reviewed), ``review_due``
    the earliest end of a signature.
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
    # When the stored bytes last changed: for ``Last-Modified``. ``updated_at`` tells of the content, and the
    # list of other languages, say, changes without it.
    changed_at = models.DateTimeField(default=timezone.now)
    valid_until = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    review_state = models.CharField(max_length=10, blank=True)
    review_due = models.DateTimeField(null=True)
    sequence = models.BigIntegerField(null=True, unique=True)

    # The keys of its dependencies, where somebody has read them already.
    recorded: frozenset[str] | None = None

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
            models.Index(
                fields=["type", "locale", "updated_at", "content_id"],
                condition=Q(status="live"),
                name="document_updated",
            ),
            models.Index(
                fields=["type", "locale", "first_published_at", "content_id"],
                condition=Q(status="live"),
                name="document_published",
            ),
            # How many a list has, without a look at the rows.
            models.Index(
                fields=["locale", "type", "expires_at"], condition=Q(status="live"), name="document_count"
            ),
            # When the words that pages explain last changed, at one look.
            models.Index(
                fields=["locale", "changed_at"], condition=Q(type="glossary-term"), name="document_terms"
            ),
            models.Index(fields=["path"], name="document_path"),
            models.Index(
                fields=["locale", "review_due"],
                condition=Q(status="live") & ~Q(review_state=""),
                name="document_review",
            ),
            GinIndex(fields=["facets"], name="document_facets"),
            models.Index(fields=["locale", "sequence"], name="document_feed"),
            models.Index(
                fields=["valid_until"], condition=Q(valid_until__isnull=False), name="document_valid_until"
            ),
        ]

    def __str__(self) -> str:
        """Return title, language and status."""
        return f"{self.title} ({self.locale}, {self.status})"

    @classmethod
    def public(cls) -> models.QuerySet[Document]:
        """Return what may be listed now: live, and its time not over, compiled again or not."""
        in_time = Q(expires_at=None) | Q(expires_at__gt=timezone.now())
        return cls.objects.filter(in_time, status=Status.LIVE)


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


class FeedState(models.Model):
    """What cannot be seen in the documents about their feed (``publishing.feed``). One row, or none yet.

    ``mark`` is set anew after a restore that PostgreSQL does not show. Tombstones with numbers up to
    ``purged_through`` may have been forgotten.
    """

    ONLY: ClassVar = 1

    mark = models.CharField(max_length=64, blank=True)
    purged_through = models.BigIntegerField(default=0)

    class Meta:
        """One row at most."""

        verbose_name = _("state of the feed")
        verbose_name_plural = _("states of the feed")
        constraints: ClassVar = [models.CheckConstraint(condition=Q(pk=1), name="one_feed")]

    def __str__(self) -> str:
        """Return the mark."""
        return self.mark


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


class Recall(models.Model):
    """One act of withdrawing a content in every language at once, and the later act of lifting it.

    While ``lifted_at`` is empty nothing of the content can be published in any language. Kept for ever.
    """

    class Kind(models.TextChoices):
        """What readers get: the notice with the explanation (200), or nothing but the fact (410)."""

        WITHDRAWN = "withdrawn", _("Withdrawn with explanation")
        GONE = "gone", _("Gone")

    content_id = models.UUIDField(_("content id"))
    kind = models.CharField(_("readers get"), max_length=10, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=255)
    source_locale = models.CharField(_("source language"), max_length=20)
    explanations = models.JSONField(_("explanations"), help_text=_("By language code."))
    replaced_by = models.UUIDField(_("content id of the replacement"), null=True)
    locales = models.JSONField(_("languages"), default=list, help_text=_("Codes of the languages recalled."))
    recalled_at = models.DateTimeField(_("recalled"))
    recalled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    lifted_at = models.DateTimeField(_("lifted"), null=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    lift_reason = models.TextField(_("why it was lifted"), blank=True)

    class Meta:
        """A content is under one recall at a time."""

        verbose_name = _("recall")
        verbose_name_plural = _("recalls")
        ordering: ClassVar = ["-id"]
        # In every language or in none: a group that is limited to some has no use for it.
        permissions: ClassVar = [("recall", _("Can recall content in all languages, and lift a recall"))]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["content_id"], condition=Q(lifted_at__isnull=True), name="one_recall_at_a_time"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["content_id", "-id"], name="recall_latest")]

    def __str__(self) -> str:
        """Return what was recalled."""
        return self.title

    @property
    def is_active(self) -> bool:
        """Say whether it still stands."""
        return self.lifted_at is None
