"""What does a visitor agree to?  The words are kept with each message, so they can change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _


def consent_words(organisation: Mapping[str, Any] | None) -> str:
    """Return the sentence beside the tick, in the active language."""
    name = (organisation or {}).get("title") or _("the clinic")
    return _(
        "I agree that %(organisation)s keeps what I write here to answer me, and erases it after %(days)d "
        "days at the latest. I can take this back at any time."
    ) % {"organisation": name, "days": settings.ENQUIRY_RETENTION_DAYS}
