"""What does one section of a document say, in which language, and how does it stand?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import translation

from publishing.context import CompileContext
from publishing.mix import foreign_parts, mixed
from publishing.moments import iso
from publishing.notices import notice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from localization.freshness import Freshness
    from localization.languages import Language
    from localization.sections import Section
    from publishing.reviews import Claims


class Sections:
    """Compiles the sections of one object, completed from its original where they are shown item by item."""

    def __init__(
        self,
        instance: Any,
        original: Any,
        context: CompileContext,
        written: Language,
        freshness: Mapping[str, Freshness],
        claims: Claims,
    ) -> None:
        """Take the object and its original, written in the language ``written``, and what reviews say."""
        self.instance = instance
        self.original = original
        self.context = context
        self.written = written
        self.freshness = freshness
        self.claims = claims

    def compile(self, section: Section) -> dict[str, Any]:
        """Return one section: how it stands, and its content."""
        fresh = self.freshness.get(section.kind)
        content = self.instance.compile_section(section, self.context)
        if fresh is not None and fresh.stale and self.original is not None:
            content = mixed(content, self._in_original(section), fresh.stale, self.written)
        standing = self._standing(fresh)
        standing["reviewed"] = self.claims.sections.get(section.kind)
        standing["notice"] = notice(
            standing["state"],
            fresh.behind_since if fresh else None,
            self.context.language,
            self.written,
            foreign_parts(content, self.context.language.tag),
        )
        return {**standing, **content}

    def _in_original(self, section: Section) -> dict[str, Any]:
        context = CompileContext(self.written, self.context.shelf)
        with translation.override(self.written.code):
            content: dict[str, Any] = self.original.compile_section(section, context)
        self.context.dependencies |= context.dependencies
        return content

    def _standing(self, fresh: Freshness | None) -> dict[str, Any]:
        spoken = self.context.language
        return {
            "language": spoken.tag,
            "direction": spoken.direction,
            "state": fresh.state if fresh else "current",
            "behind_since": iso(fresh.behind_since if fresh else None),
            "source_digest": fresh.source_digest if fresh else None,
            "origin": fresh.origin if fresh else "authored",
            "reviewed": None,
            "notice": None,
            "heading": None,
        }
