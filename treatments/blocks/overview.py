"""What stands at the top and the side of a treatment or condition? Names, body areas, people, links."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from publishing.context import CompileContext
from treatments.choices import BodyArea


class NamesBlock(blocks.StreamBlock):
    """Other names that readers may know the subject by."""

    name = blocks.CharBlock(
        default="",
        max_length=120,
        icon="tag",
        label=_("Name"),
        group=_("Names"),
        description=_("Another name that readers may search for."),
        preview_value="Skin needling",
    )

    def compile(self, value: Any, context: CompileContext) -> list[str]:
        """Return the names."""
        return [child.value for child in value]


class BodyAreasBlock(blocks.StreamBlock):
    """Where on the body the treatment is done; the same in every language."""

    area = blocks.ChoiceBlock(
        choices=BodyArea.choices,
        icon="user",
        label=_("Body area"),
        group=_("Body areas"),
        description=_("A part of the body. Readers can filter treatments by it."),
        preview_value=BodyArea.FACE,
    )

    def compile(self, value: Any, context: CompileContext) -> list[dict[str, str]]:
        """Return the areas as ``{"code", "display"}``."""
        chosen = [context.choice(BodyArea.choices, child.value) for child in value]
        return [area for area in chosen if area]


class AuthorsBlock(blocks.StreamBlock):
    """The people who wrote the page."""

    person = SnippetChooserBlock(
        "people.Person",
        icon="user",
        label=_("Person"),
        group=_("People"),
        description=_("Somebody who wrote the text. Readers see name and job title."),
        preview_value=None,
    )

    def compile(self, value: Any, context: CompileContext) -> list[dict[str, Any]]:
        """Return the cards of those who are public in this language, or in the source language."""
        return cards(value, context)


class RelatedBlock(blocks.StreamBlock):
    """Treatments that readers compare with this one."""

    treatment = blocks.PageChooserBlock(
        "treatments.TreatmentPage",
        icon="link",
        label=_("Treatment"),
        group=_("Related"),
        description=_("A treatment that readers compare with this one."),
        preview_value=None,
    )

    def compile(self, value: Any, context: CompileContext) -> list[dict[str, Any]]:
        """Return the cards of those that are public in this language, or in the source language."""
        return cards(value, context)


def cards(value: Any, context: CompileContext) -> list[dict[str, Any]]:
    """Return the cards of the chosen content, without what is not public."""
    found = [context.card(child.value, fallback=True) for child in value]
    return [card for card in found if card is not None]
