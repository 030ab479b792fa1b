"""What exactly is signed? The texts and values of a section, kept to compare with later."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from localization.digest import digest_of
from localization.review.served import Served
from localization.sections import Section
from localization.segments import Segments, segments_of
from localization.values import Place, places_of, value_digest_of, values_of

_NUMBER = re.compile(r"\d+(?:[.,٫٬]\d+)*")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One section of a revision as readers would get it, beside its original."""

    section: Section
    places: list[Place]
    own: Segments
    original: Segments

    @property
    def text_digest(self) -> str:
        """The digest of its texts and references."""
        return digest_of(self.own)

    @property
    def value_digest(self) -> str:
        """The digest of its values."""
        return value_digest_of(values_of(self.places))

    @property
    def source_digest(self) -> str:
        """The text digest of the original beside it."""
        return digest_of(self.original)

    @property
    def seen(self) -> str:
        """What a form sends back, to sign nothing but what was on the screen."""
        return f"{self.text_digest}|{self.value_digest}|{self.source_digest}"

    def content(self) -> dict[str, Any]:
        """Return what is stored with the signature: JSON, by content path."""
        return {
            "texts": dict(self.own.texts),
            "references": dict(self.own.references),
            "original": dict(self.original.texts),
            "values": dict(values_of(self.places)),
            "words": {place.path: words for place in self.places if (words := place.in_words())},
            "labels": {place.path: place.label for place in self.places},
        }


def snapshots_of(served: Served) -> dict[str, Snapshot]:
    """Return a snapshot of every section, by kind."""
    own, original = segments_of(served.instance), segments_of(served.original)
    return {
        section.kind: Snapshot(
            section,
            places_of(served.instance, section.fields),
            own.of_fields(section.fields),
            original.of_fields(section.fields),
        )
        for section in type(served.instance).SECTIONS
    }


def is_wording_only(signed: dict[str, Any], snapshot: Snapshot) -> bool:
    """Say whether nothing but words has changed since: the same values, references and numbers in the texts.

    What was added or taken away is more than wording.
    """
    before, now = signed["texts"], snapshot.own.texts
    same_places = set(before) == set(now) and signed["values"] == dict(values_of(snapshot.places))
    references = {path: sorted(found) for path, found in signed["references"].items()}
    return (
        same_places
        and references == {path: sorted(found) for path, found in snapshot.own.references.items()}
        and all(_numbers(before[path]) == _numbers(now[path]) for path in before)
    )


def _numbers(texts: list[str]) -> list[str]:
    return sorted(number for text in texts for number in _NUMBER.findall(re.sub(r"<[^>]*>", " ", text)))
