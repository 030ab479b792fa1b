"""Has the wording of a section changed?

State is a function of digests, never of timestamps: reverting a text gives its old digest back, and
with it every translation is current again without anybody's act. The form that is hashed is specified
in docs/freshness.md; ``VERSION`` moves when that form does.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from localization.segments import Segments, same_text, segments_of

if TYPE_CHECKING:
    from django.db.models import Model

    from localization.sections import Section

VERSION = "1"


def digest_of(segments: Segments) -> str:
    """Return the text digest of already extracted segments: ``"1:"`` and 64 hexadecimal digits.

    Paths are sorted, so moving a block changes nothing; references count by identity, so a renamed or
    re-rendered target changes nothing either.
    """
    texts = [[path, [same_text(text) for text in found]] for path, found in sorted(segments.texts.items())]
    references = [[path, sorted(found)] for path, found in sorted(segments.references.items())]
    canonical = json.dumps([texts, references], ensure_ascii=False, separators=(",", ":"))
    return f"{VERSION}:{hashlib.sha256(canonical.encode()).hexdigest()}"


def text_digests(instance: Model, sections: tuple[Section, ...]) -> dict[str, str]:
    """Return the text digest of every section of ``instance``, keyed by the section's kind."""
    segments = segments_of(instance)
    return {section.kind: digest_of(segments.of_fields(section.fields)) for section in sections}
