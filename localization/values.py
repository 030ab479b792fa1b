"""Have the values of a section changed: numbers, codes, choices, dates, and which items there are?

What has no language is not in the text digest (``localization.digest``), but a reviewer signs it too. The
form that is hashed is specified in docs/freshness.md, with test vectors in
tests/localization/vectors/value_digest.json; ``VERSION`` moves when that form does.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db.models import Field, Model
from django.utils.text import capfirst
from django.utils.translation import gettext
from wagtail import blocks
from wagtail.fields import StreamField

from localization.fields import SynchronizedField, get_translatable_fields
from localization.merge import LIFECYCLE, TEXT_BLOCKS, is_overridable

if TYPE_CHECKING:
    from localization.sections import Section

VERSION = "1"


@dataclass(frozen=True, slots=True)
class Place:
    """One place in an object: its content path, how the edit form calls it, and what stands there.

    ``value`` is ``None`` for a text or a reference, whose content is in the text digest; for a block it is
    the type of the block. ``in_words`` says it to people, and may look in the database for that.
    """

    path: str
    label: str
    value: Any = None
    in_words: Callable[[], str] = str


def places_of(instance: Model, fields: tuple[str, ...]) -> list[Place]:
    """Return every place in these model fields of ``instance``, in the order of the edit form."""
    declared = {entry.field_name: entry for entry in get_translatable_fields(type(instance))}
    found: list[Place] = []
    for name in fields:
        field: Any = type(instance)._meta.get_field(name)
        if isinstance(field, StreamField):
            raw = field.stream_block.get_prep_value(getattr(instance, name))
            found += _of_block(field.stream_block, raw, name, capfirst(field.verbose_name))
        elif name not in LIFECYCLE:
            found.append(_of_field(instance, field, declared.get(name)))
    return found


def _of_field(instance: Model, field: Field[Any, Any], declared: Any) -> Place:
    label = str(capfirst(field.verbose_name))
    is_text = declared is not None and not isinstance(declared, SynchronizedField) and not field.remote_field
    if is_text or (isinstance(declared, SynchronizedField) and declared.is_overridable(instance)):
        return Place(field.name, label)
    return Place(
        field.name, label, getattr(instance, field.attname), partial(_field_in_words, instance, field)
    )


def _of_block(block: blocks.Block, raw: Any, path: str, label: str) -> Iterator[Place]:
    if isinstance(block, blocks.BaseStreamBlock):
        yield from _of_stream(block, raw or [], path, label)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield from _of_block(child, (raw or {}).get(name), f"{path}.{name}", f"{label} › {child.label}")
    elif isinstance(block, blocks.ListBlock):
        for number, item in enumerate(raw or [], start=1):
            inner = f"{path}.{item['id']}"
            yield Place(inner, f"{label} {number}", item["type"])
            yield from _of_block(block.child_block, item["value"], inner, f"{label} {number}")
    elif (isinstance(block, TEXT_BLOCKS) and not isinstance(block, blocks.RegexBlock)) or is_overridable(
        block
    ):
        yield Place(path, label)
    else:
        yield Place(path, label, raw, partial(_block_in_words, block, raw))


def _of_stream(block: blocks.BaseStreamBlock, raw: list[Any], path: str, label: str) -> Iterator[Place]:
    counted: dict[str, int] = {}
    for item in raw:
        child = block.child_blocks.get(item["type"])
        if child is None:
            continue
        number = counted[item["type"]] = counted.get(item["type"], 0) + 1
        inner = f"{path}.{item['id']}"
        several = sum(other["type"] == item["type"] for other in raw) > 1
        name = f"{label} › {child.label}{f' {number}' if several else ''}"
        yield Place(inner, name, item["type"])
        yield from _of_block(child, item["value"], inner, name)


def _field_in_words(instance: Model, field: Any) -> str:
    value = getattr(instance, field.attname)
    if field.remote_field and value is not None:
        return str(getattr(instance, field.name) or value)
    return _in_words(dict(field.flatchoices).get(value, value))


def _block_in_words(block: blocks.Block, raw: Any) -> str:
    if isinstance(block, blocks.ChoiceBlock):
        groups = [
            (code, name if isinstance(name, list | tuple) else [(code, name)])
            for code, name in block.field.choices
        ]
        return _in_words(next((name for _g, choices in groups for code, name in choices if code == raw), raw))
    if isinstance(block, blocks.ChooserBlock) and raw is not None:
        return str(block.to_python(raw) or raw)
    return _in_words(raw)


def _in_words(value: Any) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    return "" if value is None else str(value)


def values_of(places: Iterable[Place]) -> list[tuple[str, Any]]:
    """Return what counts of ``places``: path and value in normal form, by path; nothing chosen does not.

    Leaving out what is empty lets a new optional field of a block void no signature.
    """
    found = ((place.path, normal(place.value)) for place in places)
    return sorted((path, value) for path, value in found if value not in (None, "", [], {}))


def normal(value: Any) -> Any:
    """Return a value as JSON in which equal values look equal (docs/freshness.md, “The value digest”)."""
    if value is None or isinstance(value, bool):
        return value or None
    if isinstance(value, int | float | Decimal):
        return format(Decimal(str(value)).normalize() + 0, "f")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [normal(item) for item in value]
    if isinstance(value, dict):
        return {str(key): normal(item) for key, item in sorted(value.items())}
    return unicodedata.normalize("NFC", str(value)).strip()


def value_digest_of(values: Iterable[tuple[str, Any]]) -> str:
    """Return the value digest of (path, value) pairs in normal form: ``"1:"`` and 64 hexadecimal digits."""
    canonical = json.dumps(
        [[path, value] for path, value in sorted(values)], ensure_ascii=False, separators=(",", ":")
    )
    return f"{VERSION}:{hashlib.sha256(canonical.encode()).hexdigest()}"


def value_digests(instance: Model, sections: tuple[Section, ...]) -> dict[str, str]:
    """Return the value digest of every section of ``instance``, keyed by the section's kind.

    A translation must hold the source's values (``localization.merge``), as it does when it is compiled.
    """
    return {
        section.kind: value_digest_of(values_of(places_of(instance, section.fields))) for section in sections
    }
