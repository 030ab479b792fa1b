"""When should somebody seek help, and how urgently?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy
from wagtail import blocks

from publishing.context import CompileContext
from treatments.blocks.points import points
from treatments.choices import HelpLevel, HelpPhone
from treatments.help_phone import help_phone


class SeekHelpBlock(blocks.StructBlock):
    """One care card: how urgent, when, what to do, whom to call."""

    level = blocks.ChoiceBlock(
        choices=HelpLevel.choices, default=HelpLevel.NON_URGENT, label=gettext_lazy("How urgent")
    )
    when = points(
        label=gettext_lazy("When"),
        help_text=gettext_lazy(
            "One sign on each line, in plain words: “the redness spreads after the second day”."
        ),
    )
    action = blocks.CharBlock(
        default="",
        max_length=200,
        label=gettext_lazy("What to do"),
        help_text=gettext_lazy("One sentence that begins with a verb: “Call the clinic today”."),
    )
    phone = blocks.ChoiceBlock(
        choices=HelpPhone.choices,
        default=HelpPhone.NONE,
        label=gettext_lazy("Telephone"),
        help_text=gettext_lazy("The numbers themselves are kept with the organisation."),
    )

    class Meta:
        icon = "help"
        label = gettext_lazy("When to seek help")
        label_format = "{action}"
        group = gettext_lazy("Safety")
        description = gettext_lazy("A card that says at which signs to seek help, and how fast.")
        preview_value = {
            "level": "urgent",
            "when": ["The pain gets worse after the second day.", "You have a temperature."],
            "action": "Call the clinic today.",
            "phone": "organisation",
        }

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any]:
        """Return one care card without its ``id``: ``level``, ``when``, ``action``, ``phone``."""
        return {
            "level": context.choice(HelpLevel.choices, value["level"]),
            "when": list(value["when"]),
            "action": value["action"],
            "phone": help_phone(value["phone"], context),
        }
