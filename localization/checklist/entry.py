"""How do the editors lead to the checklist? By a link that says how many findings there are."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from localization.checklist.items import findings_of


def entry_label(instance: Any) -> str:
    """Return the words of the link: “Before you publish (3)”."""
    count = len(findings_of(instance))
    return _("Before you publish (%(count)d)") % {"count": count} if count else _("Before you publish")
