"""What is kept of an enquiry, and until when?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """How far the clinic has come with an enquiry."""

    NEW = "new", _("New")
    OPEN = "open", _("Being answered")
    DONE = "done", _("Answered")
    SPAM = "spam", _("Spam")


class Enquiry(models.Model):
    """A message from somebody who wants to be written or phoned to.

    Attributes:
        keep_until: as its sender was promised (``consent``), whatever the setting says later.
        content_id: the page that it is about; a page may be gone, so this is no foreign key.
        about: the page's title when it was written.
        language: that of the form; ``preferred_language``: that of the answer.
        consent: the very words that were agreed to.
        suspicions: what ``engagement.guard`` found, for who looks after the inbox.
    """

    received_at = models.DateTimeField(_("received"), db_index=True)
    keep_until = models.DateTimeField(_("kept until"), db_index=True)
    content_id = models.UUIDField(_("content id"), null=True, blank=True)
    about = models.CharField(_("about"), max_length=255, blank=True)
    language = models.CharField(_("language of the form"), max_length=20)
    preferred_language = models.CharField(_("answer in"), max_length=20)
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    message = models.TextField(_("message"))
    consent = models.TextField(_("agreed to"))
    suspicions = models.JSONField(_("looks like spam"), default=list, blank=True)
    status = models.CharField(_("status"), max_length=8, choices=Status.choices, default=Status.NEW)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
        ordering = ["-received_at", "-pk"]
        default_permissions = ("view", "change", "delete")
        permissions = [("export_enquiry", _("Can export enquiries"))]

    def __str__(self) -> str:
        return self.about or str(_("About nothing in particular"))
