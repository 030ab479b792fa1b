"""What are the menus of the site made of?"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from publishing.context import CompileContext


class MenuLinkBlock(blocks.StructBlock):
    """One link of a menu."""

    label = blocks.CharBlock(default="", max_length=60, label=_("Text of the link"))
    page = blocks.PageChooserBlock(required=False, label=_("Page"))
    url = blocks.URLBlock(required=False, label=_("or address elsewhere"))

    class Meta:
        icon = "link"
        label = _("Link")
        label_format = "{label}"
        group = _("Links")
        description = _("A link to a page of this site, or to another site.")
        preview_value = {"label": "Treatments"}

    def clean(self, value: Any) -> Any:
        """Refuse a link that leads nowhere or to two places (drafts may lead nowhere)."""
        cleaned = super().clean(value)
        if cleaned["page"] and cleaned["url"]:
            message = _("Choose a page or give an address, not both. Remove one of them.")
            raise blocks.StructBlockValidationError({"url": ValidationError(message)})
        if not (cleaned["page"] or cleaned["url"]) and not self.is_deferred_validation:
            message = _("The link leads nowhere. Choose a page or give an address.")
            raise blocks.StructBlockValidationError({"page": ValidationError(message)})
        return cleaned

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any] | None:
        """Return ``{"label", "link", "url"}``, or ``None`` if the page is not public in this language."""
        card = context.card(value["page"])
        if card is None and not value["url"]:
            return None
        return {"label": value["label"], "link": card, "url": None if card else value["url"]}


class FooterColumnBlock(blocks.StructBlock):
    """One column of the footer."""

    heading = blocks.CharBlock(default="", max_length=60, label=_("Heading"))
    links = blocks.ListBlock(MenuLinkBlock(), default=[], label=_("Links"))

    class Meta:
        icon = "list-ul"
        label = _("Column")
        label_format = "{heading}"
        group = _("Footer")
        description = _("A heading with links under it.")
        preview_value = {"heading": "About us", "links": [{"label": "How we write"}]}

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any]:
        """Return ``heading`` and ``links``, without links to what is not public."""
        return {"heading": value["heading"], "links": compile_links(value["links"], context)}


class HeaderBlock(blocks.StreamBlock):
    """The menu at the top of every page."""

    link = MenuLinkBlock()

    def compile(self, value: Any, context: CompileContext) -> list[dict[str, Any]]:
        """Return the links to what is public."""
        return compile_links((child.value for child in value), context)


class FooterBlock(blocks.StreamBlock):
    """The menus at the foot of every page."""

    column = FooterColumnBlock()

    def compile(self, value: Any, context: CompileContext) -> list[dict[str, Any]]:
        """Return the columns."""
        return [child.block.compile(child.value, context) for child in value]


def compile_links(links: Any, context: CompileContext) -> list[dict[str, Any]]:
    """Return what ``MenuLinkBlock.compile`` returns for each link, without links to what is not public."""
    found = [link.block.compile(link, context) for link in links]
    return [link for link in found if link is not None]
