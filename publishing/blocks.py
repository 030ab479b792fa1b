"""Which building blocks do all content types share, and what may an editor do in a rich text?

A block that readers see says how it is compiled: ``compile(value, context)`` returns the JSON that API
and templates get. Everything else is compiled by the generic rules of ``publishing``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

if TYPE_CHECKING:
    from publishing.context import CompileContext

# No sup, sub, span or bdi: they split a sentence into fragments for translators. No pictures: their
# alternative text is not translated (measured: wagtail-localize-traps, section 5).
RICH_TEXT_FEATURES = ("h3", "h4", "ol", "ul", "bold", "italic", "link", "document-link")


class ProseBlock(blocks.RichTextBlock):
    """Rich text with the few features that survive translation."""

    def __init__(self, **kwargs: Any) -> None:
        """Take the options of ``RichTextBlock``; the features are always the same."""
        super().__init__(**{"features": list(RICH_TEXT_FEATURES), "default": "", **kwargs})

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the block to migrations by what concerns stored data, so that new wording makes none."""
        return "wagtail.blocks.RichTextBlock", (), {}


class FigureBlock(blocks.StructBlock):
    """A picture with its alternative text.

    Not Wagtail's ``ImageBlock``: nested, or with its picture deleted, that one stops a translation with an
    error (measured: wagtail-localize-traps, section 5).
    """

    image = ImageChooserBlock(required=False, label=_("Picture"))
    alt = blocks.CharBlock(
        default="",
        required=False,
        max_length=250,
        label=_("Alternative text"),
        help_text=_(
            "What somebody needs to know who cannot see the picture, in one sentence. Say the skin tone if "
            "skin is shown. Do not start with “Picture of”."
        ),
    )
    decorative = blocks.BooleanBlock(
        required=False,
        label=_("Decoration only"),
        help_text=_(
            "Tick this if the picture says nothing that the text does not say; screen readers then skip it."
        ),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        group = _("Pictures")
        description = _("A picture with the text that is read out to people who cannot see it.")
        preview_value = {
            "image": None,
            "alt": "A nurse cleans the skin of a forearm with a swab.",
            "decorative": False,
        }

    def clean(self, value: Any) -> Any:
        """Refuse a picture that says neither what it shows nor that it is decoration (drafts may)."""
        cleaned = super().clean(value)
        undescribed = cleaned["image"] and not cleaned["alt"] and not cleaned["decorative"]
        if undescribed and not self.is_deferred_validation:
            raise blocks.StructBlockValidationError(
                {"alt": ValidationError(_("Describe what the picture shows, or tick “Decoration only”."))}
            )
        return cleaned

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any] | None:
        """Return the picture as ``CompileContext.image`` describes it, or ``None`` when none is chosen."""
        return context.image(value["image"], value["alt"], bool(value["decorative"]))


class CaptionedFigureBlock(FigureBlock):
    """A picture among the text, with a caption that everybody sees."""

    caption = blocks.CharBlock(default="", required=False, max_length=200, label=_("Caption"))

    class Meta:
        label = _("Picture with caption")
        preview_value = {
            **FigureBlock._meta_class.preview_value,
            "caption": "Before treatment the skin is cleaned.",
        }

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any] | None:
        """Return the picture with its ``caption``, or ``None`` when none is chosen."""
        figure = super().compile(value, context)
        return None if figure is None else {**figure, "caption": value["caption"]}


class HeroBlock(blocks.StreamBlock):
    """The one picture at the top of a page (a stream, so that its text is translated)."""

    figure = FigureBlock()

    class Meta:
        max_num = 1

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any] | None:
        """Return the picture, or ``None``."""
        return next((child.block.compile(child.value, context) for child in value), None)


def children(value: Any, block_type: str) -> list[Any]:
    """Return the children of one type in a stream value, in reading order (with ``id`` and ``value``)."""
    return [child for child in value if child.block_type == block_type]


def first_prose(value: Any, block_type: str, context: CompileContext) -> dict[str, str] | None:
    """Return the first rich text of one type in a stream value as ``{"html", "text"}``, or ``None``."""
    return next((optional_prose(child.value, context) for child in children(value, block_type)), None)


def optional_prose(value: Any, context: CompileContext) -> dict[str, str] | None:
    """Return a rich text as ``{"html", "text"}``, or ``None`` when there is no text in it."""
    compiled = context.rich_text(value)
    return compiled if compiled["text"] else None
