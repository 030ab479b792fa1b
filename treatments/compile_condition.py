"""Which parts of a document does a condition add? Pure functions of the page and the compile context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from publishing.blocks import optional_prose
from treatments.compile_treatment import disclaimer, overview
from treatments.headings import section_heading

if TYPE_CHECKING:
    from localization.sections import Section
    from publishing.context import CompileContext
    from treatments.models import ConditionPage


def card(page: ConditionPage, context: CompileContext) -> dict[str, Any]:
    """Return ``summary`` and ``image``."""
    return {"summary": page.summary, "image": page.hero.stream_block.compile(page.hero, context)}


def additions(page: ConditionPage, context: CompileContext) -> dict[str, Any]:
    """Return the top-level keys that only conditions have; ``treatments`` are the live ones that name it."""
    return {
        "also_known_as": page.also_known_as.stream_block.compile(page.also_known_as, context),
        "authors": page.authors.stream_block.compile(page.authors, context),
        "hero": page.hero.stream_block.compile(page.hero, context),
        "codes": page.codes.stream_block.compile(page.codes, context),
        "treatments": context.documents("treatment", facet=f"condition:{page.translation_key}"),
        "disclaimer": disclaimer(context),
    }


def section(page: ConditionPage, asked: Section, context: CompileContext) -> dict[str, Any]:
    """Return the content of one section."""
    if asked.kind == "overview":
        return overview(page, context)
    heading = {"heading": section_heading(asked.kind)}
    if asked.kind == "about":
        return heading | _about(page, context)
    if asked.kind == "care":
        return heading | {
            "self_care": optional_prose(page.self_care, context),
            "when_to_see_doctor": page.seek_help.stream_block.compile(page.seek_help, context),
        }
    value = getattr(page, asked.kind)
    return heading | value.stream_block.compile(value, context)


def _about(page: ConditionPage, context: CompileContext) -> dict[str, Any]:
    return {
        "what_it_is": context.rich_text(page.what_it_is),
        "signs": page.signs.stream_block.compile(page.signs, context),
        "causes": optional_prose(page.causes, context),
        "risk_factors": page.risk_factors.stream_block.compile(page.risk_factors, context),
        "skin_tone_note": page.skin_tone_note,
    }
