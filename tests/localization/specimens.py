"""How does a test get content in which *every* field and block is filled, and read all of it again?

``tests.factories`` makes complete content that reads well; a specimen is fuller: each stream holds every
type of block twice, and each leaf of it has a value. Every text says its language and is different from all
others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.validators import RegexValidator
from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageChooserBlock

from localization.merge import has_text
from tests import factories

MAKE: dict[str, Callable[..., Any]] = {
    "HomePage": factories.home,
    "StandardPage": factories.standard_page,
    "TreatmentIndexPage": factories.treatment_index,
    "ConditionIndexPage": factories.condition_index,
    "TreatmentPage": factories.treatment,
    "ConditionPage": factories.condition,
    "Person": factories.person,
    "Category": factories.category,
    "GlossaryTerm": factories.glossary_term,
    "Organisation": factories.organisation,
    "Navigation": factories.navigation,
}
# Codes of an addressable register, of ICD-10 and of a phone book: what the blocks with a pattern accept.
PATTERNED = "L81.1"


@dataclass
class Filler:
    """Fills block trees; makes what choosers choose when it is first needed."""

    code: str = "en"
    made: dict[str, Any] = field(default_factory=dict)

    def stream(self, block: blocks.BaseStreamBlock, name: str, copies: int = 2) -> list[dict[str, Any]]:
        """Return a raw stream with every block type, ``copies`` times where that is allowed."""
        return [
            {"type": type_, "id": _id(path), "value": self.value(child, path)}
            for type_, child in block.child_blocks.items()
            for path in (f"{name}.{type_}.{number}" for number in range(_most(block, type_, copies)))
        ]

    def value(self, block: blocks.Block, path: str) -> Any:
        """Return a raw value in which every leaf is filled."""
        if isinstance(block, blocks.BaseStreamBlock):
            return self.stream(block, path)
        if isinstance(block, blocks.BaseStructBlock):
            return {name: self.value(child, f"{path}.{name}") for name, child in block.child_blocks.items()}
        if isinstance(block, blocks.ListBlock):
            return [
                {
                    "type": "item",
                    "id": _id(f"{path}.{n}"),
                    "value": self.value(block.child_block, f"{path}.{n}"),
                }
                for n in range(2)
            ]
        return self._leaf(block, path)

    def _leaf(self, block: blocks.Block, path: str) -> Any:
        if isinstance(block, blocks.RegexBlock):
            return PATTERNED
        if isinstance(block, blocks.RichTextBlock):
            return f"<p>{self.text(path)}</p><ul><li>{self.text(path + '.b')} <b>bold</b></li></ul>"
        if has_text(block):
            return self.text(path)
        if isinstance(block, blocks.ChooserBlock):
            return self._chosen(block).pk
        if isinstance(block, blocks.ChoiceBlock):
            return next(code for code, _label in block.field.choices if code)
        if isinstance(block, blocks.URLBlock):
            return f"https://{_id(path)[:8]}.example/"
        return True if isinstance(block, blocks.BooleanBlock) else 7

    def text(self, path: str) -> str:
        """Return a short text that names language and place, different for each place."""
        return f"{self.code}·{_id(path)[:8]}"

    def _chosen(self, block: Any) -> Any:
        kind = "Image" if isinstance(block, ImageChooserBlock) else block.target_model.__name__
        makers: dict[str, Any] = {
            "Image": factories.image,
            "Source": factories.source,
            "Page": factories.standard_page,
            **MAKE,
        }
        if kind not in self.made:
            self.made[kind] = makers[kind]()
        return self.made[kind]


def _most(block: blocks.BaseStreamBlock, type_: str, copies: int) -> int:
    limits = [block.meta.max_num, block.meta.block_counts.get(type_, {}).get("max_num")]
    return min([copies, *(limit for limit in limits if limit is not None)])


def _id(path: str) -> str:
    return str(uuid5(NAMESPACE_URL, path))


def specimen(model: type[Any]) -> Any:
    """Return published English content of ``model`` with every field and block filled."""
    filler, page = Filler(), MAKE[model.__name__]()
    for own in model._meta.get_fields():
        if isinstance(own, StreamField):
            filled = filler.stream(own.stream_block, own.name)
            setattr(page, own.name, own.stream_block.to_python(filled))
        elif isinstance(own, RichTextField):
            setattr(page, own.name, f"<p>{filler.text(own.name)}</p>")
        elif _is_free_text(own) and not getattr(page, own.name):
            setattr(page, own.name, filler.text(own.name))
    return factories.publish(page)


def _is_free_text(own: Any) -> bool:
    if not isinstance(own, models.CharField | models.TextField) or own.choices or not own.editable:
        return False
    return not any(isinstance(rule, RegexValidator) for rule in own.validators)


def leaves(block: blocks.Block, raw: Any, path: str) -> Iterator[tuple[str, blocks.Block, Any]]:
    """Give every leaf of a raw value in reading order, at a path of block ids and names."""
    if isinstance(block, blocks.BaseStreamBlock):
        for item in raw:
            child = block.child_blocks[item["type"]]
            yield from leaves(child, item["value"], f"{path}.{item['id']}.{item['type']}")
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield from leaves(child, raw[name], f"{path}.{name}")
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            yield from leaves(block.child_block, item["value"], f"{path}.{item['id']}")
    else:
        yield path, block, raw


def stream_leaves(instance: Any) -> dict[str, tuple[blocks.Block, Any]]:
    """Return every leaf of every stream of an object: path → (block, raw value), in reading order."""
    found = {}
    for own in instance._meta.get_fields():
        if isinstance(own, StreamField):
            raw = list(own.stream_block.get_prep_value(getattr(instance, own.name)))
            found.update(
                {path: (block, value) for path, block, value in leaves(own.stream_block, raw, own.name)}
            )
    return found
