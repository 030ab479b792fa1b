"""Whom can somebody call who needs help?

The emergency number is the one the organisation has set, never one guessed from the language: readers of
Arabic live in many countries (DESIGN, decision 10).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from treatments.choices import HelpPhone

if TYPE_CHECKING:
    from publishing.context import CompileContext


def help_phone(code: str, context: CompileContext) -> dict[str, str | None] | None:
    """Return ``{number, display}`` for a card, or ``None`` when it shows no number."""
    if code == HelpPhone.NONE:
        return None
    organisation: dict[str, Any] = next(iter(context.documents("organisation")), {})
    if code == HelpPhone.ORGANISATION and organisation.get("phone"):
        return {"number": organisation["phone"], "display": organisation["phone"]}
    if code == HelpPhone.EMERGENCY:
        number = organisation.get("emergency_number") or None
        return {"number": number, "display": number or _("your local emergency number")}
    return None
