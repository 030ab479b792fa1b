"""How does each content stand in each language, for the people who work on it?

A record made from others (``publishing.board.standing`` says how), so that the board can filter, sort and
count thousands of contents without looking at each. Nothing that leaves the system is read from it.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How one content stands in one language; the worst of its sections decides."""

    ORIGINAL = "original", _("Original")
    CURRENT = "current", _("Current")
    BEHIND = "behind", _("Behind")
    PARTIAL = "partial", _("Partial")
    READY = "ready", _("Ready to publish")
    NOT_PUBLIC = "not_public", _("Not public")
    # Of content that is not there in a language. No row says so: that there is none says it.
    MISSING = "missing", _("Missing")


# What a translator has to do something about.
UNFINISHED = (State.BEHIND, State.PARTIAL, State.READY)


class Standing(models.Model):
    """How one content stands in one language in which it exists, public or not.

    ``leads`` marks the row that stands for the content: the original's, or the oldest where the original was
    deleted. ``sections`` is what is public: ``{kind: {"state", "since", "source"}}`` (``Document.states``).
    ``missing`` counts those of the ``texts`` of the newest version that nobody has confirmed.
    ``basis`` is a digest of the original's texts, ``mentioned`` the one that the daily mail last spoke of.
    """

    content_id = models.UUIDField()
    locale = models.CharField(max_length=20)
    type = models.CharField(max_length=40)
    row_id = models.BigIntegerField()
    title = models.CharField(_("title"), max_length=255)
    is_source = models.BooleanField(default=False)
    leads = models.BooleanField(default=False)
    state = models.CharField(_("state"), max_length=12, choices=State.choices)
    behind_since = models.DateTimeField(_("behind since"), null=True)
    missing = models.PositiveIntegerField(default=0)
    texts = models.PositiveIntegerField(default=0)
    sections = models.JSONField(default=dict)
    draft = models.BooleanField(default=False)
    refused = models.BooleanField(default=False)
    changed_at = models.DateTimeField(_("last change"), null=True)
    basis = models.CharField(max_length=64, blank=True)
    mentioned = models.CharField(max_length=64, blank=True)

    class Meta:
        """One row per content and language."""

        verbose_name = _("standing of a content")
        verbose_name_plural = _("standings of contents")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["content_id", "locale"], name="one_standing_per_language"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["locale", "state"], name="standing_state"),
            models.Index(fields=["title", "content_id"], condition=Q(leads=True), name="standing_title"),
        ]

    def __str__(self) -> str:
        """Return title, language and state."""
        return f"{self.title} ({self.locale}, {self.state})"


class DailyMail(models.Model):
    """The day for which the translators of a language have had their mail, or there was nothing to say."""

    locale = models.CharField(max_length=20)
    day = models.DateField()

    class Meta:
        """One mail a day per language."""

        verbose_name = _("daily mail to translators")
        verbose_name_plural = _("daily mails to translators")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["locale", "day"], name="one_daily_mail_per_language"),
        ]

    def __str__(self) -> str:
        """Return language and day."""
        return f"{self.locale} · {self.day}"
