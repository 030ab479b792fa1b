"""How does a stored value look in a document?

A block class may say it itself with ``compile(value, context)``; what does not is represented by the
rules below. HTML and text always come together, codes always with their display text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model

from publishing.published_types import is_published

if TYPE_CHECKING:
    from publishing.context import CompileContext


def represent_field(instance: Any, name: str, context: CompileContext) -> Any:
    """Return the representation of a model field of ``instance``."""
    field = instance._meta.get_field(name)
    value = getattr(instance, name)
    if isinstance(field, StreamField):
        return represent(field.stream_block, value, context)
    if isinstance(field, RichTextField):
        return context.rich_text(value) if value else None
    if field.choices:
        return context.choice(field.choices, value)
    return context.card(value) if is_published(value) else value


def represent(block: blocks.Block, value: Any, context: CompileContext) -> Any:
    """Return the representation of a block's value."""
    own = getattr(block, "compile", None)
    if own is not None:
        return own(value, context)
    if isinstance(block, blocks.BaseStreamBlock):
        return [represent_item(child, context) for child in value]
    if isinstance(block, blocks.ListBlock):
        return [represent(block.child_block, item, context) for item in value]
    if isinstance(block, blocks.BaseStructBlock):
        return {name: represent(child, value[name], context) for name, child in block.child_blocks.items()}
    return _represent_leaf(block, value, context)


def represent_item(item: Any, context: CompileContext) -> dict[str, Any]:
    """Return one item of a stream: its id, its type and its content."""
    content = represent(item.block, item.value, context)
    return {
        "id": item.id,
        "type": item.block_type,
        **(content if isinstance(content, dict) else {"value": content}),
    }


def _represent_leaf(block: blocks.Block, value: Any, context: CompileContext) -> Any:
    if isinstance(block, blocks.RichTextBlock):
        return context.rich_text(value) if value and value.source.strip() else None
    if isinstance(block, blocks.ChoiceBlock):
        return context.choice(block.field.choices, value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, get_image_model()):
        return context.image(value)
    if is_published(value):
        return context.card(value)
    return str(value)
