"""What happens at the treatment, step by step? The section ``process``."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from publishing.blocks import CaptionedFigureBlock, ProseBlock, children, first_prose
from publishing.context import CompileContext
from treatments.amounts import amount_display, hours, known_amount, minutes, span_fault
from treatments.blocks.points import points
from treatments.choices import Phase, StepPerformer


class StepBlock(blocks.StructBlock):
    """One step of the treatment."""

    phase = blocks.ChoiceBlock(choices=Phase.choices, default=Phase.DURING, label=_("When"))
    title = blocks.CharBlock(default="", max_length=120, label=_("Title"))
    body = ProseBlock(label=_("What happens"), help_text=_("Say what the patient sees, feels and has to do."))
    minutes_min = blocks.IntegerBlock(required=False, min_value=0, label=_("Minutes, from"))
    minutes_max = blocks.IntegerBlock(
        required=False,
        min_value=0,
        label=_("Minutes, to"),
        help_text=_("Leave both empty if it varies too much to say."),
    )
    performed_by = blocks.ChoiceBlock(choices=StepPerformer.choices, required=False, label=_("Done by"))

    class Meta:
        icon = "order"
        label = _("Step")
        label_format = "{title}"
        group = _("Steps")
        description = _("One step, in the order in which the patient meets it.")
        preview_value = {
            "phase": "before",
            "title": "Numbing the skin",
            "body": "<p>A cream numbs the skin.</p>",
            "minutes_min": 20,
            "minutes_max": 30,
            "performed_by": "nurse",
        }

    def clean(self, value: Any) -> Any:
        """Refuse a step that takes longer at least than at most."""
        cleaned = super().clean(value)
        fault = span_fault(cleaned["minutes_min"], cleaned["minutes_max"])
        if fault:
            raise blocks.StructBlockValidationError({"minutes_max": ValidationError(fault)})
        return cleaned

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any]:
        """Return one entry of ``sections.process.steps`` without ``id`` and ``position``."""
        return {
            "phase": context.choice(Phase.choices, value["phase"]),
            "title": value["title"],
            "body": context.rich_text(value["body"]),
            "minutes": known_amount(value["minutes_min"], value["minutes_max"], minutes),
            "performed_by": context.choice(StepPerformer.choices, value["performed_by"]),
        }


class AftercareBlock(blocks.StructBlock):
    """What to do and what to leave alone after the treatment."""

    do = points(label=_("Do"))
    dont = points(label=_("Do not"))
    for_hours = blocks.IntegerBlock(
        required=False,
        min_value=1,
        label=_("For how many hours"),
        help_text=_("Leave empty if it differs from point to point, and say it in the points."),
    )

    class Meta:
        icon = "check"
        label = _("Aftercare")
        group = _("Steps")
        description = _("Two short lists: what helps the skin recover, and what harms it.")
        preview_value = {
            "do": ["Keep the skin clean and dry."],
            "dont": ["Do not go to the sauna."],
            "for_hours": 24,
        }

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any]:
        """Return ``sections.process.aftercare`` without its ``id``."""
        lasting = value["for_hours"]
        return {
            "do": list(value["do"]),
            "dont": list(value["dont"]),
            "hours": {"value": lasting, "display": amount_display(lasting, lasting, hours)}
            if lasting
            else None,
        }


class ProcessBlock(blocks.StreamBlock):
    """The section ``process``: overview, steps, aftercare, choosing a provider, pictures."""

    overview = ProseBlock(
        label=_("Overview"),
        icon="pilcrow",
        group=_("Text"),
        description=_("How the treatment works, in two or three sentences, before the steps."),
        preview_value="<p>The skin is cleaned, numbed and treated; you go home the same day.</p>",
    )
    step = StepBlock()
    aftercare = AftercareBlock()
    choosing_provider = ProseBlock(
        label=_("Choosing a provider"),
        icon="user",
        group=_("Text"),
        description=_(
            "What to ask before agreeing: training, register, product, price, what happens if it goes wrong."
        ),
        preview_value="<p>Ask who will treat you and which register they are on.</p>",
    )
    figure = CaptionedFigureBlock()

    class Meta:
        block_counts = {
            "overview": {"max_num": 1},
            "aftercare": {"max_num": 1},
            "choosing_provider": {"max_num": 1},
        }

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any]:
        """Return the section without its heading: ``overview``, ``steps``, ``aftercare`` and so on."""
        aftercare = [{"id": c.id, **c.block.compile(c.value, context)} for c in children(value, "aftercare")]
        pictures = [
            (child.id, child.block.compile(child.value, context)) for child in children(value, "figure")
        ]
        return {
            "overview": first_prose(value, "overview", context),
            "steps": [
                {"id": child.id, "position": position, **child.block.compile(child.value, context)}
                for position, child in enumerate(children(value, "step"), start=1)
            ],
            "aftercare": aftercare[0] if aftercare else None,
            "choosing_provider": first_prose(value, "choosing_provider", context),
            # The block's id, not the image's: it is the same in every language.
            "figures": [{**picture, "id": block_id} for block_id, picture in pictures if picture],
        }
