"""Which codes do plain pages use, and how does a reader see them?"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Tone(TextChoices):
    """How a callout speaks."""

    INFORMATION = "information", _("Information")
    IMPORTANT = "important", _("Important")
