"""What would readers get of a revision? What a reviewer signs is that, and not the stored draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from localization.merge import with_source_values
from localization.review.rules import reviewed_types
from localization.source import own_live_revision, siblings, source_code


@dataclass(frozen=True, slots=True)
class Served:
    """An object as it is compiled, and the original beside it (itself, in the source language)."""

    instance: Any
    original: Any

    @property
    def is_source(self) -> bool:
        """Say whether this is the original."""
        return self.instance is self.original


def served_of(instance: Any) -> Served:
    """Return ``instance`` (made from a revision) with the values that its source would give it."""
    rows = siblings(instance)
    code = source_code(instance.translation_key, [row.locale.language_code for row in rows])
    source = next((row for row in rows if row.locale.language_code == code), None)
    if source is None or code == instance.locale.language_code:
        return Served(instance, instance)
    # The draft of an original that was never published: a translation cannot be public before it.
    revision = own_live_revision(source) or source.latest_revision
    if revision is None:
        return Served(instance, instance)
    original = revision.as_object()
    return Served(with_source_values(instance, original), original)


def row_of(content_id: Any, code: str) -> Any | None:
    """Return the page or snippet with this content id in this language, if its type is reviewed."""
    for model in reviewed_types():
        rows = model._default_manager.filter(translation_key=content_id).select_related("locale")
        if issubclass(model, Page):
            rows = rows.filter(alias_of__isnull=True)
        row = rows.filter(locale__language_code=code).first()
        if row is not None:
            return row
    return None
