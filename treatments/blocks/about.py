"""What is a condition: its signs, what makes it likelier, its codes, when to see a doctor?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from publishing.context import CompileContext
from treatments.blocks.seek_help import SeekHelpBlock
from treatments.choices import CodeSystem


class SignsBlock(blocks.StreamBlock):
    """What somebody sees or feels."""

    sign = blocks.CharBlock(
        default="",
        max_length=200,
        icon="view",
        label=_("Sign"),
        group=_("Signs"),
        description=_("One thing that somebody sees or feels, in plain words."),
        preview_value="Brown patches on the cheeks",
    )

    def compile(self, value: Any, context: CompileContext) -> list[str]:
        """Return the signs."""
        return [child.value for child in value]


class RiskFactorBlock(blocks.StructBlock):
    """One thing that makes the condition likelier."""

    label = blocks.CharBlock(default="", max_length=200, label=_("Risk factor"))
    modifiable = blocks.BooleanBlock(required=False, label=_("The reader can change it"))

    class Meta:
        icon = "plus"
        label = _("Risk factor")
        group = _("Risk factors")
        description = _("One thing that makes the condition likelier, and whether the reader can change it.")
        preview_value = {"label": "Much sun without protection", "modifiable": True}


class RiskFactorsBlock(blocks.StreamBlock):
    """What makes the condition likelier."""

    factor = RiskFactorBlock()

    def compile(self, value: Any, context: CompileContext) -> list[dict[str, Any]]:
        """Return the factors as ``{"id", "label", "modifiable"}``."""
        return [
            {"id": child.id, "label": child.value["label"], "modifiable": bool(child.value["modifiable"])}
            for child in value
        ]


class CareCardsBlock(blocks.StreamBlock):
    """When to see a doctor."""

    seek_help = SeekHelpBlock()

    def compile(self, value: Any, context: CompileContext) -> list[dict[str, Any]]:
        """Return the care cards with their ``id``."""
        return [{"id": child.id, **child.block.compile(child.value, context)} for child in value]


class CodeBlock(blocks.StructBlock):
    """One code of a medical classification; never translated."""

    system = blocks.ChoiceBlock(
        choices=CodeSystem.choices, default=CodeSystem.ICD10, label=_("Classification")
    )
    code = blocks.RegexBlock(
        regex=r"^[A-Z0-9][A-Z0-9./&-]*$",
        label=_("Code"),
        help_text=_("For example L81.1 in ICD-10."),
        error_messages={
            "invalid": _("Write the code in capital letters and digits, as the classification does.")
        },
    )

    class Meta:
        icon = "key"
        label = _("Code")
        group = _("Codes")
        description = _("The code of the condition, for search engines and partner systems.")
        preview_value = {"system": "icd10", "code": "L81.1"}


class CodesBlock(blocks.StreamBlock):
    """The medical codes of a condition."""

    code = CodeBlock()

    def compile(self, value: Any, context: CompileContext) -> list[dict[str, str]]:
        """Return the codes as ``{"system", "code"}``."""
        return [{"system": child.value["system"], "code": child.value["code"]} for child in value]
