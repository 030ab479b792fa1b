"""How are the blocks of a StreamField written into migrations?

Stock StreamField writes every label, help text, choice and example of every block, so that a better wording
makes a migration. A migration needs only what concerns stored data: which block holds which.
"""

from __future__ import annotations

from typing import Any

from wagtail.blocks import Block
from wagtail.blocks.definition_lookup import BlockDefinitionLookupBuilder
from wagtail.fields import StreamField

# Options without which a block cannot be made again, or whose value is data.
STRUCTURAL = {"child_block", "regex", "target_model", "page_type"}


class _Structure(BlockDefinitionLookupBuilder):
    """Builds Wagtail's table of block definitions without the wording."""

    def add_block(self, block: Block) -> int:
        """Return the index of the definition of ``block``, adding it when it is new."""
        path, args, options = block.deconstruct_with_lookup(self)
        kept = {name: value for name, value in options.items() if name in STRUCTURAL}
        if "choices" in options:
            kept[
                "choices"
            ] = []  # a ChoiceBlock never leaves them out; codes are checked by forms, not stored
        definition = (path, args, kept)
        if definition in self.blocks:
            return int(self.blocks.index(definition))
        self.blocks.append(definition)
        return len(self.blocks) - 1


class ContentField(StreamField):
    """A StreamField that looks to migrations like a stock one with unlabelled blocks."""

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Describe the field as ``wagtail.fields.StreamField`` by its structure alone."""
        name, _path, _args, options = super().deconstruct()
        structure = _Structure()
        blocks = [
            (child, structure.add_block(block)) for child, block in self.stream_block.child_blocks.items()
        ]
        return (
            name,
            "wagtail.fields.StreamField",
            [blocks],
            {**options, "block_lookup": structure.get_lookup_as_dict()},
        )
