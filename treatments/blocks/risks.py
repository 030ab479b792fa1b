"""What can go wrong, how often, and what then? The section ``risks``."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from publishing.blocks import ProseBlock, children, first_prose, optional_prose
from publishing.context import CompileContext
from treatments.amounts import lasts, span_fault
from treatments.blocks.seek_help import SeekHelpBlock
from treatments.choices import ContraindicationKind, Onset, Severity
from treatments.citations import Citations, cited
from treatments.frequency import Frequency, compile_frequency, per_n_fault


class RiskBlock(blocks.StructBlock):
    """One side effect or complication."""

    name = blocks.CharBlock(
        default="",
        max_length=120,
        label=gettext_lazy("Name"),
        help_text=gettext_lazy("What a patient would call it: “bruising”, not “ecchymosis”."),
    )
    description = ProseBlock(
        label=gettext_lazy("Description"),
        help_text=gettext_lazy(
            "What it looks and feels like. Do not play it down: no “just”, no “only rarely”."
        ),
    )
    what_to_do = ProseBlock(
        required=False,
        label=gettext_lazy("What to do"),
        help_text=gettext_lazy("What the patient can do, and when it needs a doctor."),
    )
    frequency = blocks.ChoiceBlock(
        choices=Frequency.choices,
        default=Frequency.NOT_KNOWN,
        label=gettext_lazy("How often"),
        help_text=gettext_lazy(
            "Very common: 1 in 10 or more. Common: up to 1 in 10. Uncommon: up to 1 in 100. Rare: up to 1 in "
            "1,000. Very rare: up to 1 in 10,000. Readers see the number with the word."
        ),
    )
    per_n = blocks.IntegerBlock(
        required=False,
        min_value=1,
        label=gettext_lazy("1 in how many people"),
        help_text=gettext_lazy(
            "The number from the source, for example 50 for “1 in 50”. Leave empty if not known."
        ),
    )
    severity = blocks.ChoiceBlock(
        choices=Severity.choices, default=Severity.MILD, label=gettext_lazy("How bad")
    )
    onset = blocks.ChoiceBlock(choices=Onset.choices, required=False, label=gettext_lazy("How soon it shows"))
    lasts_days_min = blocks.IntegerBlock(required=False, min_value=0, label=gettext_lazy("Lasts days, from"))
    lasts_days_max = blocks.IntegerBlock(required=False, min_value=0, label=gettext_lazy("Lasts days, to"))
    permanent = blocks.BooleanBlock(required=False, label=gettext_lazy("Can be permanent"))
    skin_tone_note = blocks.TextBlock(
        default="",
        required=False,
        label=gettext_lazy("On different skin tones"),
        help_text=gettext_lazy("How it looks on brown and black skin, if that differs."),
    )
    sources = blocks.ListBlock(
        SnippetChooserBlock("treatments.Source", required=False, label=gettext_lazy("Source")),
        default=[],
        label=gettext_lazy("Sources"),
    )

    class Meta:
        icon = "warning"
        label = gettext_lazy("Risk")
        label_format = "{name}"
        group = gettext_lazy("Risks")
        description = gettext_lazy(
            "One side effect or complication: what it is, how often, how bad, how long."
        )
        preview_value = {
            "name": "Bruising",
            "description": "<p>Blue or dark patches where the needle went in.</p>",
            "what_to_do": "<p>Cool the skin. Bruises fade by themselves.</p>",
            "frequency": "common",
            "per_n": 20,
            "severity": "mild",
            "onset": "hours",
            "lasts_days_min": 3,
            "lasts_days_max": 10,
            "skin_tone_note": "On dark skin a bruise can look black rather than blue.",
        }

    def clean(self, value: Any) -> Any:
        """Refuse a number that contradicts its class, and a duration that runs backwards."""
        cleaned = super().clean(value)
        faults = {
            "per_n": per_n_fault(cleaned["frequency"], cleaned["per_n"]),
            "lasts_days_max": span_fault(cleaned["lasts_days_min"], cleaned["lasts_days_max"]),
        }
        errors = {name: ValidationError(fault) for name, fault in faults.items() if fault}
        if errors:
            raise blocks.StructBlockValidationError(errors)
        return cleaned

    def compile(self, value: Any, context: CompileContext, citations: Citations) -> dict[str, Any]:
        """Return one entry of ``sections.risks.items`` without its ``id``."""
        return {
            "name": value["name"],
            "description": context.rich_text(value["description"]),
            "what_to_do": optional_prose(value["what_to_do"], context),
            "frequency": compile_frequency(value["frequency"], value["per_n"]),
            "severity": context.choice(Severity.choices, value["severity"]),
            "onset": context.choice(Onset.choices, value["onset"]),
            "lasts_days": lasts(value["lasts_days_min"], value["lasts_days_max"], bool(value["permanent"])),
            "skin_tone_note": value["skin_tone_note"],
            "sources": cited(value["sources"], citations),
        }


class ContraindicationBlock(blocks.StructBlock):
    """One reason not to have the treatment."""

    kind = blocks.ChoiceBlock(
        choices=ContraindicationKind.choices,
        default=ContraindicationKind.ABSOLUTE,
        label=gettext_lazy("Kind"),
    )
    label = blocks.CharBlock(
        default="",
        max_length=120,
        label=gettext_lazy("Who"),
        help_text=gettext_lazy("For example “Pregnancy”."),
    )
    detail = ProseBlock(required=False, label=gettext_lazy("Why, and what instead"))

    class Meta:
        icon = "cross"
        label = gettext_lazy("Contraindication")
        label_format = "{label}"
        group = gettext_lazy("Safety")
        description = gettext_lazy(
            "Who must not have the treatment, or only after a doctor has weighed it up."
        )
        preview_value = {
            "kind": "absolute",
            "label": "Pregnancy",
            "detail": "<p>It has not been studied.</p>",
        }

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any]:
        """Return one entry of ``sections.risks.contraindications`` without its ``id``."""
        return {
            "kind": context.choice(ContraindicationKind.choices, value["kind"]),
            "label": value["label"],
            "detail": optional_prose(value["detail"], context),
        }


class RisksBlock(blocks.StreamBlock):
    """The section ``risks``: introduction, risks, contraindications, care cards."""

    intro = ProseBlock(
        label=gettext_lazy("Introduction"),
        icon="pilcrow",
        group=gettext_lazy("Text"),
        description=gettext_lazy("One or two sentences before the list of risks. Do not reassure."),
        preview_value="<p>Every treatment with needles has risks. These are the known ones.</p>",
    )
    risk = RiskBlock()
    contraindication = ContraindicationBlock()
    seek_help = SeekHelpBlock()

    class Meta:
        block_counts = {"intro": {"max_num": 1}}

    def compile(self, value: Any, context: CompileContext, citations: Citations) -> dict[str, Any]:
        """Return the section without heading: ``intro``, ``items``, ``contraindications``, ``seek_help``."""
        return {
            "intro": first_prose(value, "intro", context),
            "items": [
                {"id": child.id, **child.block.compile(child.value, context, citations)}
                for child in children(value, "risk")
            ],
            "contraindications": _plain(value, "contraindication", context),
            "seek_help": _plain(value, "seek_help", context),
        }


def _plain(value: Any, block_type: str, context: CompileContext) -> list[dict[str, Any]]:
    return [
        {"id": child.id, **child.block.compile(child.value, context)} for child in children(value, block_type)
    ]
