"""What is a treatment used for, and how good is the evidence? The section ``conditions``."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from publishing.blocks import FigureBlock, ProseBlock, children, first_prose, optional_prose
from publishing.context import CompileContext
from treatments.choices import Evidence
from treatments.citations import Citations, cited


class ConditionItemBlock(blocks.StructBlock):
    """One condition that the treatment is used for."""

    heading = blocks.CharBlock(default="", max_length=120, label=_("Heading"))
    condition = blocks.PageChooserBlock(
        "treatments.ConditionPage",
        required=False,
        label=_("Condition page"),
        help_text=_("Links to the page about the condition, in the reader’s language if there is one."),
    )
    body = ProseBlock(
        label=_("What it is"),
        help_text=_("What the condition is and why it happens, in two or three sentences."),
    )
    how_treatment_helps = ProseBlock(
        required=False,
        label=_("How the treatment may help"),
        help_text=_("What can be expected, with “may” and with numbers. Never promise a result."),
    )
    evidence_level = blocks.ChoiceBlock(
        choices=Evidence.choices,
        default=Evidence.UNKNOWN,
        label=_("Evidence"),
        help_text=_("How well research supports this use. Readers see it in words."),
    )
    regulatory_note = blocks.CharBlock(
        default="",
        required=False,
        max_length=200,
        label=_("Licensing note"),
        help_text=_("Say so if a product is not licensed for this use."),
    )
    sources = blocks.ListBlock(
        SnippetChooserBlock("treatments.Source", required=False, label=_("Source")),
        default=[],
        label=_("Sources"),
        help_text=_("Choose from the sources that the page lists under “Sources and people”."),
    )
    figure = FigureBlock()

    class Meta:
        icon = "pick"
        label = _("Condition")
        group = _("Conditions")
        description = _(
            "One condition: what it is, how the treatment may help, and how good the evidence is."
        )
        preview_value = {
            "heading": "Uneven skin tone",
            "body": "<p>Patches of skin that are darker than the skin around them.</p>",
            "how_treatment_helps": "<p>Some patches may become lighter over several sessions.</p>",
            "evidence_level": "limited",
            "regulatory_note": "The product is not licensed for this use.",
        }

    def compile(self, value: Any, context: CompileContext, citations: Citations) -> dict[str, Any]:
        """Return one entry of ``sections.conditions.items`` without its ``id``."""
        figure: FigureBlock = self.child_blocks["figure"]
        return {
            "heading": value["heading"],
            "condition": context.card(value["condition"]),
            "body": context.rich_text(value["body"]),
            "how_treatment_helps": optional_prose(value["how_treatment_helps"], context),
            "evidence": context.choice(Evidence.choices, value["evidence_level"]),
            "regulatory_note": value["regulatory_note"],
            "sources": cited(value["sources"], citations),
            "figure": figure.compile(value["figure"], context),
        }


class ConditionsBlock(blocks.StreamBlock):
    """The section ``conditions``: an introduction and one item for each condition."""

    intro = ProseBlock(
        label=_("Introduction"),
        icon="pilcrow",
        group=_("Text"),
        description=_("One or two sentences before the list of conditions."),
        preview_value="<p>The treatment is offered for the following conditions.</p>",
    )
    item = ConditionItemBlock()

    class Meta:
        block_counts = {"intro": {"max_num": 1}}

    def compile(self, value: Any, context: CompileContext, citations: Citations) -> dict[str, Any]:
        """Return the section without its heading: ``intro`` and ``items``."""
        return {
            "intro": first_prose(value, "intro", context),
            "items": [
                {"id": child.id, **child.block.compile(child.value, context, citations)}
                for child in children(value, "item")
            ],
        }
