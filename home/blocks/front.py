"""What stands on the home page: featured content and what we promise?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from publishing.blocks import ProseBlock, children
from publishing.context import CompileContext


class FeaturedBlock(blocks.StreamBlock):
    """Treatments and conditions that the home page shows."""

    treatment = blocks.PageChooserBlock(
        "treatments.TreatmentPage",
        icon="pick",
        label=_("Treatment"),
        group=_("Featured"),
        description=_("A treatment to show on the home page."),
        preview_value=None,
    )
    condition = blocks.PageChooserBlock(
        "treatments.ConditionPage",
        icon="view",
        label=_("Condition"),
        group=_("Featured"),
        description=_("A condition to show on the home page."),
        preview_value=None,
    )

    def compile(self, value: Any, context: CompileContext) -> dict[str, list[dict[str, Any]]]:
        """Return ``treatments`` and ``conditions``: the cards of what is public in this language."""
        return {
            "treatments": _cards(value, "treatment", context),
            "conditions": _cards(value, "condition", context),
        }


def _cards(value: Any, block_type: str, context: CompileContext) -> list[dict[str, Any]]:
    found = [context.card(child.value) for child in children(value, block_type)]
    return [card for card in found if card is not None]


class PromiseItemBlock(blocks.StructBlock):
    """One promise to readers."""

    title = blocks.CharBlock(default="", max_length=80, label=_("Title"))
    text = ProseBlock(label=_("Text"))

    class Meta:
        icon = "check"
        label = _("Promise")
        label_format = "{title}"
        group = _("Promises")
        description = _("One thing that readers can hold us to.")
        preview_value = {"title": "Risks in numbers", "text": "<p>Every risk says how often it happens.</p>"}

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any]:
        """Return ``title`` and ``text``."""
        return {"title": value["title"], "text": context.rich_text(value["text"])}


class PromiseBlock(blocks.StreamBlock):
    """What we promise readers."""

    item = PromiseItemBlock()

    def compile(self, value: Any, context: CompileContext) -> list[dict[str, Any]]:
        """Return the promises with their ``id``."""
        return [{"id": child.id, **child.block.compile(child.value, context)} for child in value]
