"""Which links to drafts were given out, by whom, for what, and until when?"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DraftLink(models.Model):
    """Leave to read the latest draft of one content in one language. The token is worked out of ``key``."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    content_id = models.UUIDField(_("content id"))
    locale = models.CharField(_("language"), max_length=20)
    type = models.CharField(_("type"), max_length=40)
    created_at = models.DateTimeField(_("given out"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    expires_at = models.DateTimeField(_("holds until"))
    revoked_at = models.DateTimeField(_("revoked"), null=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        """Listed by content and language, the newest first."""

        verbose_name = _("link to a draft")
        verbose_name_plural = _("links to drafts")
        default_permissions = ()
        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [models.Index(fields=["content_id", "locale"], name="draft_link_of_content")]

    def __str__(self) -> str:
        """Return what it is a link to."""
        return f"{self.type} {self.content_id} ({self.locale})"

    def holds(self, now: dt.datetime) -> bool:
        """Say whether the draft may be read by it at ``now``."""
        return self.revoked_at is None and now < self.expires_at
