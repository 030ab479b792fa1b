"""What is a section, and what must a type offer so that it can be translated, judged and published?

A section is the unit of freshness, review and reuse. Every translated field of a type belongs to
exactly one section; the system check ``localization.E001`` says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localization.gate import Finding


@dataclass(frozen=True, slots=True)
class Section:
    """A named part of a content type: its ``kind`` and the model fields that make it up."""

    kind: str
    fields: tuple[str, ...]


@runtime_checkable
class Sectioned(Protocol):
    """What the gate needs of a type: its sections and its own product rules."""

    SECTIONS: ClassVar[tuple[Section, ...]]

    def findings(self) -> Sequence[Finding]:
        """Return what stands against publishing this very object, made from a revision."""
        ...


def section_of(model: type, path: str) -> Section | None:
    """Return the section that a content path (``risks.<block id>.name``) of ``model`` belongs to.

    ``None`` for a path of a field that no section names: the slug, say, which has no language.
    """
    field = path.split(".", 1)[0]
    sections: tuple[Section, ...] = getattr(model, "SECTIONS", ())
    return next((section for section in sections if field in section.fields), None)


def section_label(model: Any, kind: str) -> str:
    """Return how the edit form calls a section: like its field, when the section is one field."""
    fields = {field.name: field for field in model._meta.get_fields()}
    return str(fields[kind].verbose_name) if kind in fields else kind
