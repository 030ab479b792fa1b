"""What is kept of a comment, and where may be commented?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


class State(models.TextChoices):
    """What has become of a comment. Only what is approved is ever shown."""

    HELD = "held", _("Waiting")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")
    SPAM = "spam", _("Spam")


class Openness(models.TextChoices):
    """Whether there are comments."""

    OPEN = "open", _("Open: comments are shown and taken")
    CLOSED = "closed", _("Closed: comments are shown, no more are taken")
    OFF = "off", _("Off: there are no comments")


class Comment(models.Model):
    """What a visitor wrote under a page, or the clinic in answer to it.

    Attributes:
        content_id, locale: the page; it may be gone, so this is no foreign key.
        parent: what it answers. Threads are one level deep: a parent has none.
        email: for the moderators alone, never shown; erased after ``ENQUIRY_RETENTION_DAYS``.
        is_staff: written by the clinic.
        suspicions: what ``engagement.guard`` found.
    """

    content_id = models.UUIDField(_("content id"))
    locale = models.CharField(_("language"), max_length=20)
    about = models.CharField(_("page"), max_length=255)
    parent = models.ForeignKey(
        "self", verbose_name=_("answers"), on_delete=models.CASCADE, related_name="answers", null=True
    )
    name = models.CharField(_("name"), max_length=80)
    email = models.EmailField(_("e-mail"), blank=True)
    text = models.TextField(_("comment"))
    is_staff = models.BooleanField(_("from the clinic"), default=False)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.HELD)
    suspicions = models.JSONField(_("looks like spam"), default=list, blank=True)
    received_at = models.DateTimeField(_("received"))
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
    )

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["received_at", "pk"]
        default_permissions = ("view", "change", "delete")
        indexes = [
            models.Index(fields=["content_id", "locale", "state"]),
            models.Index(fields=["state", "received_at"]),
        ]

    def __str__(self) -> str:
        # Logs keep this for ever, so nothing of a person is in it.
        return f"{self.about} ({self.pk})"


class PageComments(models.Model):
    """A page whose comments are not as everywhere, in all its languages."""

    content_id = models.UUIDField(_("content id"), primary_key=True)
    openness = models.CharField(_("comments"), max_length=8, choices=Openness.choices)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.content_id}: {self.openness}"


@register_setting(icon="comment")
class CommentSettings(BaseGenericSetting):
    """Whether there are comments at all, and for how long they are taken."""

    openness = models.CharField(_("comments"), max_length=8, choices=Openness.choices, default=Openness.OPEN)
    close_after_days = models.PositiveIntegerField(
        _("close after"),
        default=365,
        help_text=_("Days after a page was first published in any language; 0 for never."),
    )

    class Meta:
        verbose_name = _("comments")
