"""What is a plain page made of?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.choices import Tone
from publishing.blocks import CaptionedFigureBlock, ProseBlock
from publishing.context import CompileContext


class CalloutBlock(blocks.StructBlock):
    """A box that stands out from the text."""

    tone = blocks.ChoiceBlock(choices=Tone.choices, default=Tone.INFORMATION, label=_("Tone"))
    heading = blocks.CharBlock(default="", max_length=120, label=_("Heading"))
    text = ProseBlock(label=_("Text"))

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        label_format = "{heading}"
        group = _("Text")
        description = _("A box for what nobody should miss. One on a page is enough.")
        preview_value = {
            "tone": "important",
            "heading": "Not for emergencies",
            "text": "<p>Call for help first.</p>",
        }

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any]:
        """Return ``tone``, ``heading`` and ``text``."""
        return {
            "tone": context.choice(Tone.choices, value["tone"]),
            "heading": value["heading"],
            "text": context.rich_text(value["text"]),
        }


class BodyBlock(blocks.StreamBlock):
    """The body of a plain page."""

    heading = blocks.CharBlock(
        default="",
        max_length=120,
        icon="title",
        label=_("Heading"),
        group=_("Text"),
        description=_("A heading of the second level; use headings inside a paragraph for smaller ones."),
        preview_value="How we write",
    )
    paragraph = ProseBlock(
        icon="pilcrow",
        label=_("Text"),
        group=_("Text"),
        description=_("Paragraphs, lists and links."),
        preview_value="<p>Every text names its sources.</p>",
    )
    figure = CaptionedFigureBlock()
    callout = CalloutBlock()

    def compile(self, value: Any, context: CompileContext) -> list[dict[str, Any]]:
        """Return the items with ``id`` and ``type``; a heading has ``text``, a paragraph also ``html``."""
        found = [(child, self._content(child, context)) for child in value]
        # The block's id comes last: a figure has an id of its own, which is that of the picture.
        return [{**content, "id": child.id, "type": child.block_type} for child, content in found if content]

    def _content(self, child: Any, context: CompileContext) -> dict[str, Any] | None:
        if child.block_type == "heading":
            return {"text": child.value}
        if child.block_type == "paragraph":
            return context.rich_text(child.value)
        content: dict[str, Any] | None = child.block.compile(child.value, context)
        return content
