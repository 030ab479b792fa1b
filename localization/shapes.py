"""Which block trees does wagtail-localize translate completely, and which does it lose or crash on?

Every rule was measured on wagtail-localize 1.14.5 (wagtail-localize-traps, section 5). The walk builds a
specimen value in which every text leaf holds its own path, runs the real extractor over it, and
reports each leaf for which no segment came out. A new shape is therefore judged by what really happens.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.embeds.blocks import EmbedBlock
from wagtail.images.blocks import ImageBlock
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

REFUSED = (ImageBlock, EmbedBlock, blocks.RawHTMLBlock, TableBlock, TypedTableBlock)
TEXT = (blocks.CharBlock, blocks.TextBlock, blocks.BlockQuoteBlock)


@dataclass(slots=True)
class Specimen:
    """What the walk gathers: the text leaves it filled, and the faults it saw on the way."""

    leaves: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def value(self, block: blocks.Block, path: str) -> Any:
        """Return a raw value for ``block`` in which every text leaf holds its own path."""
        if isinstance(block, REFUSED):
            self.faults.append(
                f"{path}: {type(block).__name__} is not allowed; its text would be lost or crash."
            )
            return block.get_prep_value(block.get_default())
        if isinstance(block, blocks.RichTextBlock):
            self.leaves.append(path)
            return f"<p>{path}</p>"
        if isinstance(block, TEXT):
            self.leaves.append(path)
            if block.get_default() is None:
                self.faults.append(
                    f'{path}: give the block default="", or adding it to stored content crashes.'
                )
            return path
        return self._container(block, path)

    def _container(self, block: blocks.Block, path: str) -> Any:
        if isinstance(block, blocks.BaseStreamBlock):
            return [
                {"type": name, "id": str(uuid.uuid4()), "value": self.value(child, f"{path}.{name}")}
                for name, child in block.child_blocks.items()
            ]
        if isinstance(block, blocks.ListBlock):
            value = self.value(block.child_block, f"{path}.item")
            return [{"type": "item", "id": str(uuid.uuid4()), "value": value}]
        if isinstance(block, blocks.BaseStructBlock):
            return {name: self.value(child, f"{path}.{name}") for name, child in block.child_blocks.items()}
        return block.get_prep_value(block.get_default())


def faults_of(stream_block: blocks.BaseStreamBlock, name: str) -> list[str]:
    """Return one sentence for each place in a block tree whose text would not reach translators."""
    specimen = Specimen()
    raw = specimen.value(stream_block, name)
    if specimen.faults:
        return specimen.faults
    segments = StreamFieldSegmentExtractor(None).handle_stream_block(stream_block.to_python(raw))
    seen = {segment.string.data for segment in segments if isinstance(segment, StringSegmentValue)}
    return [
        f"{leaf}: translators are not offered this text. Take the list out of the nested struct."
        for leaf in specimen.leaves
        if leaf not in seen
    ]
