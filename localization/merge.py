"""How do values without language reach a translation the moment the original changes?

Text belongs to the translation; numbers, codes, dates, order and the removal of items belong to the
source, and are taken from its live revision whenever a document is compiled. So a corrected number is
right in every language at once, and only text can be behind. (wagtail-localize synchronises them only
when a translator saves: wagtail-localize-traps, section 20.)

The rules, for a block that both sides have:

- text stays the translation's, unless the source has emptied it;
- what a language may override (links, pictures, pages) stays the translation's, unless the source
  has removed it;
- everything else is the source's.

Items of a list or stream are matched by id. One that the source no longer has disappears; one that the
translation does not have yet appears only if there is no text in it.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from django.db.models import ForeignKey
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page, TranslatableMixin

from localization.fields import SynchronizedField, get_translatable_fields

TEXT_BLOCKS = (blocks.CharBlock, blocks.TextBlock, blocks.BlockQuoteBlock, blocks.RichTextBlock)

# When a language was or will be public is a fact about that language. wagtail-localize counts these three
# among the synchronised fields of a snippet (not of a page; `fields.py: get_translatable_fields` of 1.14.5).
LIFECYCLE = frozenset({"first_published_at", "go_live_at", "expire_at"})

Raw = Any  # the JSON form of a block's value


def with_source_values(target: Any, source: Any, copies: Mapping[str, str] | None = None) -> Any:
    """Return a copy of ``target`` (an object made from a revision) holding the source's values.

    ``copies`` names blocks that the source has copied since: new id → id of the block with this text.
    """
    merged = copy.copy(target)
    for declared in get_translatable_fields(type(target)):
        field = declared.get_field(type(target))
        if _belongs_to_source(declared, field, target):
            setattr(merged, field.attname, getattr(source, field.attname))
            if isinstance(field, ForeignKey) and field.is_cached(source):
                field.set_cached_value(merged, field.get_cached_value(source))
        elif isinstance(field, StreamField):
            raw = merge_stream(field.stream_block, _raw(field, target), _raw(field, source), copies or {})
            setattr(merged, field.name, field.stream_block.to_python(raw))
    return merged


def _belongs_to_source(declared: Any, field: Any, target: Any) -> bool:
    if field.name in LIFECYCLE:
        return False
    if isinstance(declared, SynchronizedField):
        return not declared.is_overridable(target)
    # A key to translatable content says *which* content; compiling finds it in the reader's language.
    return isinstance(field, ForeignKey)


def _raw(field: StreamField, instance: Any) -> list[Raw]:
    return list(field.stream_block.get_prep_value(getattr(instance, field.name)))


def has_text(block: blocks.Block) -> bool:
    """Say whether a translator finds anything to translate in blocks of this definition."""
    if isinstance(block, blocks.BaseStructBlock | blocks.BaseStreamBlock):
        return any(has_text(child) for child in block.child_blocks.values())
    if isinstance(block, blocks.ListBlock):
        return has_text(block.child_block)
    return isinstance(block, TEXT_BLOCKS) and not isinstance(block, blocks.RegexBlock)


def is_overridable(block: blocks.Block) -> bool:
    """Say whether a language may have its own value here (wagtail-localize's overridable segments)."""
    if isinstance(block, blocks.ChooserBlock):
        chosen = block.target_model
        return issubclass(chosen, Page) or not issubclass(chosen, TranslatableMixin)
    return isinstance(block, blocks.URLBlock | blocks.EmailBlock)


def merge_stream(
    block: blocks.BaseStreamBlock,
    target: list[Raw],
    source: list[Raw],
    copies: Mapping[str, str] | None = None,
) -> list[Raw]:
    """Merge two raw stream values; the order and the set of items are the source's."""
    own = {item["id"]: item for item in target}
    merged = []
    for item in source:
        child = block.child_blocks.get(item["type"])
        if child is None:
            continue
        # Under its own id a block has what it said before it got the words of another.
        copied = _copied(child, own.get((copies or {}).get(item["id"], "")), item)
        mine = copied or own.get(item["id"])
        if mine is not None and mine["type"] == item["type"]:
            merged.append({**item, "value": merge_value(child, mine["value"], item["value"])})
        elif not has_text(child):
            merged.append(item)
    return merged


def _copied(block: blocks.Block, original: Raw, copy: Raw) -> Raw:
    """Return the translation of the block that ``copy`` was copied from, under the ids of the copy."""
    if original is None or original["type"] != copy["type"]:
        return None
    return {**original, "id": copy["id"], "value": _under_ids(block, original["value"], copy["value"])}


def _under_ids(block: blocks.Block, value: Raw, like: Raw) -> Raw:
    if isinstance(block, blocks.BaseStructBlock):
        pairs = {name: (value.get(name), like.get(name)) for name in block.child_blocks}
        return {name: _under_ids(block.child_blocks[name], *pair) for name, pair in pairs.items()}
    if isinstance(block, blocks.ListBlock):
        return [
            {**item, "id": twin["id"], "value": _under_ids(block.child_block, item["value"], twin["value"])}
            for item, twin in zip(value or [], like or [], strict=False)
        ]
    return value


def merge_value(block: blocks.Block, target: Raw, source: Raw) -> Raw:
    """Merge two raw values of one block definition (see the module's rules)."""
    if isinstance(block, blocks.BaseStructBlock):
        return {
            name: merge_value(child, (target or {}).get(name), (source or {}).get(name))
            for name, child in block.child_blocks.items()
        }
    if isinstance(block, blocks.ListBlock):
        return _merge_list(block, target or [], source or [])
    if isinstance(block, blocks.BaseStreamBlock):
        return merge_stream(block, target or [], source or [])
    own = has_text(block) or is_overridable(block)
    return target if own and source not in (None, "") else source


def _merge_list(block: blocks.ListBlock, target: list[Raw], source: list[Raw]) -> list[Raw]:
    own = {item["id"]: item["value"] for item in target}
    textless = not has_text(block.child_block)
    return [
        {**item, "value": merge_value(block.child_block, own.get(item["id"], item["value"]), item["value"])}
        for item in source
        if item["id"] in own or textless
    ]
