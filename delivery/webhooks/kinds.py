"""Which events are there? (DESIGN, “Ways of leaving”.) The names are those of ``type`` in a message."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What has become of a document; migration 0001 writes the same names."""

    PUBLISHED = "document.published", _("Published, changed or moved")
    UNPUBLISHED = "document.unpublished", _("Unpublished, deleted, expired or restricted")
    WITHDRAWN = "document.withdrawn", _("Withdrawn with explanation")
    RECALLED = "document.recalled", _("Recalled: gone")


# What the button in the admin sends. Nobody subscribes to it.
TEST = "endpoint.test"
