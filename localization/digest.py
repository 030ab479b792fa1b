"""Has the wording of a section changed?

State is a function of digests, never of timestamps: reverting a text gives its old digest back, and
with it every translation is current again without anybody's act. The form that is hashed is specified
in docs/freshness.md; ``VERSION`` moves when that form does.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from localization.segments import Segments, same_text, segments_of

if TYPE_CHECKING:
    from django.db.models import Model

    from localization.sections import Section

VERSION = "1"

_BLOCK_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def digest_of(segments: Segments) -> str:
    """Return the text digest of already extracted segments: ``"1:"`` and 64 hexadecimal digits.

    Paths are sorted, so moving a block changes nothing; references count by identity, so a renamed or
    re-rendered target changes nothing either.
    """
    texts = [[path, [same_text(text) for text in found]] for path, found in sorted(segments.texts.items())]
    references = [[path, sorted(found)] for path, found in sorted(segments.references.items())]
    return _hashed([texts, references])


def item_digests(segments: Segments) -> dict[str, str]:
    """Return the text digest of every item: a block of a stream by its id, a plain field by its name.

    Only the path inside the item counts, with the ids of nested lists left out, and texts at the same place
    are sorted: a block that was copied or moved to another section has the digest of its original. One of
    another type has not, whatever it says: the translation of a heading is no paragraph.
    """
    texts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    references: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path, found in segments.texts.items():
        texts[item_of(path)][_place(path)] += [same_text(text) for text in found]
    for path, found in segments.references.items():
        references[item_of(path)][_place(path)] += found
    return {
        item: _hashed([_sorted(texts[item]), _sorted(references[item]), *segments.types_of(item)])
        for item in {**texts, **references}
    }


def item_of(path: str) -> str:
    """Return the item that a content path belongs to: the block id in ``risks.<id>.name``, else the field."""
    field, _dot, rest = path.partition(".")
    return rest.partition(".")[0] or field


def is_block(item: str) -> bool:
    """Say whether an item is a block of a stream, known by its id, and not a plain field."""
    return _BLOCK_ID.fullmatch(item) is not None


def _place(path: str) -> str:
    steps = path.split(".")[2:]
    return ".".join("*" if is_block(step) else step for step in steps)


def _sorted(found: dict[str, list[str]]) -> list[list[str | list[str]]]:
    return [[place, sorted(values)] for place, values in sorted(found.items())]


def _hashed(content: list[Any]) -> str:
    canonical = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"{VERSION}:{hashlib.sha256(canonical.encode()).hexdigest()}"


def text_digests(instance: Model, sections: tuple[Section, ...]) -> dict[str, str]:
    """Return the text digest of every section of ``instance``, keyed by the section's kind."""
    segments = segments_of(instance)
    return {section.kind: digest_of(segments.of_fields(section.fields)) for section in sections}
