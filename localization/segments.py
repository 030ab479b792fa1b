"""Which texts and which references does an object contain, and at which path?

One question, asked of wagtail-localize's own extractor, so that what we digest, judge and translate
is by construction the same set of strings that translators are given.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Model
from wagtail.fields import StreamField
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

if TYPE_CHECKING:
    from collections.abc import Mapping

_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Segments:
    """The texts and references of one object, each list in reading order, keyed by content path.

    ``types`` says of which type the blocks of its streams are, by their ids.
    """

    texts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    references: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    types: Mapping[str, str] = field(default_factory=dict)

    def of_fields(self, fields: tuple[str, ...]) -> Segments:
        """Return only what lies in these model fields."""
        return Segments(_within(self.texts, fields), _within(self.references, fields), self.types)

    def types_of(self, item: str) -> list[str]:
        """Return the type of a block in a list; nothing for a plain field."""
        return [self.types[item]] if item in self.types else []


def _within(found: Mapping[str, list[str]], fields: tuple[str, ...]) -> dict[str, list[str]]:
    return {path: values for path, values in found.items() if path.split(".", 1)[0] in fields}


def segments_of(instance: Model) -> Segments:
    """Extract the texts and references of ``instance`` (usually ``revision.as_object()``).

    Texts are wagtail-localize string data: HTML fragments in which links are numbered (``<a id="a1">``).
    References are what a link or chooser points to, by primary key or address, where a language may point
    elsewhere. A choice of translatable content (a person, a category) is not one: it is the source's, and
    taken from there when a translation is compiled (``localization.merge``).
    """
    found = Segments(types=_block_types(instance))
    for segment in extract_segments(instance):
        if isinstance(segment, StringSegmentValue):
            found.texts[segment.path].append(segment.string.data)
            if segment.attrs:
                found.references[segment.path] += [_target(link) for link in segment.attrs.values()]
        elif isinstance(segment, OverridableSegmentValue):
            found.references[segment.path].append(str(segment.data))
    return found


def _block_types(instance: Model) -> dict[str, str]:
    fields = (field for field in instance._meta.concrete_fields if isinstance(field, StreamField))
    return {block.id: block.block_type for field in fields for block in getattr(instance, field.name)}


def _target(link: Mapping[str, str]) -> str:
    """Return what a link of rich text points to: ``page:3`` for one of ours, else its address."""
    kind = link.get("linktype")
    return f"{kind}:{link.get('id')}" if kind else link.get("href", "")


def same_text(data: str) -> str:
    """Return the form in which two strings count as the same text.

    Unicode NFC, entities resolved, runs of white space as one space, outer white space removed. Tags
    stay: a lost link or bold is a difference. Specified in docs/freshness.md.
    """
    text = unicodedata.normalize("NFC", html.unescape(data))
    return _SPACE.sub(" ", text).strip()
