"""Which questions do readers ask? The section ``faqs``."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from publishing.blocks import ProseBlock
from publishing.context import CompileContext


class FaqBlock(blocks.StructBlock):
    """One question with its answer."""

    question = blocks.CharBlock(
        default="",
        max_length=200,
        label=_("Question"),
        help_text=_("As a reader would ask it, with a question mark."),
    )
    answer = ProseBlock(label=_("Answer"), help_text=_("Answer in the first sentence, then explain."))

    class Meta:
        icon = "help"
        label = _("Question")
        label_format = "{question}"
        group = _("Questions")
        description = _("A question that patients really ask, and a short answer.")
        preview_value = {"question": "Does it hurt?", "answer": "<p>Most people feel a short sting.</p>"}

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any]:
        """Return one entry of ``sections.faqs.items`` without its ``id``."""
        return {"question": value["question"], "answer": context.rich_text(value["answer"])}


class FaqsBlock(blocks.StreamBlock):
    """The section ``faqs``."""

    faq = FaqBlock()

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any]:
        """Return the section without its heading: ``items``."""
        return {"items": [{"id": child.id, **child.block.compile(child.value, context)} for child in value]}
