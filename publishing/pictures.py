"""Does every picture of a page or snippet say what it shows, or that it is decoration?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail import blocks

from localization.gate import Finding
from publishing.blocks import FigureBlock


def picture_findings(instance: Any) -> list[Finding]:
    """Return a finding for each picture of ``instance`` that has neither words nor the mark “decoration”."""
    return [
        Finding(
            section.kind,
            f"{path}.alt",
            "alt_missing",
            _("A picture has no alternative text. Describe what it shows, or tick “Decoration only”."),
        )
        for section in instance.SECTIONS
        for name in section.fields
        for path, figure in _figures(getattr(instance, name), name)
        if figure["image"] and not figure["alt"].strip() and not figure["decorative"]
    ]


def _figures(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield content path and value of every figure in a stream, list or struct; nothing of other values."""
    if isinstance(value, blocks.StreamValue):
        for child in value:
            yield from _figures(child.value, f"{path}.{child.id}")
    elif isinstance(value, blocks.list_block.ListValue):
        for bound in value.bound_blocks:
            yield from _figures(bound.value, f"{path}.{bound.id}")
    elif isinstance(value, blocks.StructValue):
        if isinstance(value.block, FigureBlock):
            yield path, value
        for name, child in value.items():
            yield from _figures(child, f"{path}.{name}")
