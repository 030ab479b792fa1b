"""Whom may the treatment suit, what else is there, and what next? The section ``conclusion``."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from publishing.blocks import ProseBlock, children
from publishing.context import CompileContext
from treatments.blocks.points import points
from treatments.choices import CallToAction


class AlternativeBlock(blocks.StructBlock):
    """Something else that may help, or doing nothing."""

    label = blocks.CharBlock(default="", max_length=120, label=_("Alternative"))
    page = blocks.PageChooserBlock(required=False, label=_("Page about it"))

    class Meta:
        icon = "resubmit"
        label = _("Alternative")
        label_format = "{label}"
        group = _("Weighing up")
        description = _("Another treatment, or doing nothing: readers must know what else there is.")
        preview_value = {"label": "Sun protection and waiting"}

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any]:
        """Return one entry of ``sections.conclusion.alternatives``."""
        return {"label": value["label"], "link": context.card(value["page"])}


class CallToActionBlock(blocks.StructBlock):
    """The one thing that the page invites readers to do."""

    kind = blocks.ChoiceBlock(choices=CallToAction.choices, default=CallToAction.ENQUIRE, label=_("Kind"))
    label = blocks.CharBlock(default="", max_length=40, label=_("Text of the link"))
    page = blocks.PageChooserBlock(required=False, label=_("Page"))
    url = blocks.URLBlock(required=False, label=_("or address elsewhere"))

    class Meta:
        icon = "link"
        label = _("Invitation")
        label_format = "{label}"
        group = _("Weighing up")
        description = _("A calm invitation to ask or to book a consultation. No hurry, no discount.")
        preview_value = {"kind": "book_consultation", "label": "Book a consultation"}

    def clean(self, value: Any) -> Any:
        """Refuse two targets, of which readers could see only one."""
        cleaned = super().clean(value)
        if cleaned["page"] and cleaned["url"]:
            raise blocks.StructBlockValidationError(
                {"url": ValidationError(_("Choose a page or give an address, not both. Remove one of them."))}
            )
        return cleaned

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any]:
        """Return ``sections.conclusion.cta``."""
        return {
            "kind": context.choice(CallToAction.choices, value["kind"]),
            "label": value["label"],
            "link": context.card(value["page"]),
            "url": value["url"] or None,
        }


class ConclusionBlock(blocks.StreamBlock):
    """The section ``conclusion``: summary, whom it may suit, alternatives, time to think, invitation."""

    summary = ProseBlock(
        label=_("Summary"),
        icon="pilcrow",
        group=_("Weighing up"),
        description=_(
            "What is known, what is not, and what to weigh up. Benefits and risks in the same breath."
        ),
        preview_value="<p>Some people see an improvement; the evidence is limited and there are risks.</p>",
    )
    may_suit = points(
        label=_("May suit"),
        icon="check",
        group=_("Weighing up"),
        description=_("Short points, each naming a group of people: “adults in good health who …”."),
        preview_value=["you have mild changes and realistic expectations"],
    )
    may_not_suit = points(
        label=_("May not suit"),
        icon="cross",
        group=_("Weighing up"),
        description=_("Short points, each naming a group of people: “anyone who needs …”."),
        preview_value=["you expect a result after one session"],
    )
    alternative = AlternativeBlock()
    cooling_off_note = blocks.TextBlock(
        default="",
        label=_("Time to think"),
        icon="history",
        group=_("Weighing up"),
        description=_("Tell readers to take their time. No offer may hurry the decision."),
        preview_value="Take at least a week to decide. You can change your mind at any time.",
    )
    cta = CallToActionBlock()

    class Meta:
        block_counts = {
            name: {"max_num": 1}
            for name in ("summary", "may_suit", "may_not_suit", "cooling_off_note", "cta")
        }

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any]:
        """Return the section without its heading."""
        invitations = [child.block.compile(child.value, context) for child in children(value, "cta")]
        notes = [child.value for child in children(value, "cooling_off_note")]
        summaries = [child.value for child in children(value, "summary")]
        return {
            "summary": context.rich_text(summaries[0] if summaries else ""),
            "may_suit": _points(value, "may_suit"),
            "may_not_suit": _points(value, "may_not_suit"),
            "alternatives": [
                child.block.compile(child.value, context) for child in children(value, "alternative")
            ],
            "cooling_off_note": notes[0] if notes else "",
            "cta": invitations[0] if invitations else None,
        }


def _points(value: Any, block_type: str) -> list[str]:
    return [point for child in children(value, block_type) for point in child.value]
