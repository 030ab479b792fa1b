"""Which parts of a document does a treatment add? Pure functions of the page and the compile context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from publishing.months import month_of
from treatments.choices import Downtime, ProcedureType
from treatments.citations import citations_of
from treatments.headings import section_heading
from treatments.quick_facts import compile_quick_facts

if TYPE_CHECKING:
    from localization.sections import Section
    from publishing.context import CompileContext
    from treatments.models import TreatmentPage

CITING = ("conditions", "risks")  # the sections whose items name sources


def card(page: TreatmentPage, context: CompileContext) -> dict[str, Any]:
    """Return ``summary``, ``image`` and what a list of treatments shows besides."""
    return {
        "summary": page.summary,
        "image": page.hero.stream_block.compile(page.hero, context),
        "procedure_type": context.choice(ProcedureType.choices, page.procedure_type),
    }


def additions(page: TreatmentPage, context: CompileContext) -> dict[str, Any]:
    """Return the top-level keys that only treatments have."""
    return {
        "also_known_as": page.also_known_as.stream_block.compile(page.also_known_as, context),
        "quick_facts": compile_quick_facts(page, context),
        "category": context.card(page.category, fallback=True),
        "body_areas": page.body_areas.stream_block.compile(page.body_areas, context),
        "procedure_type": context.choice(ProcedureType.choices, page.procedure_type),
        "authors": page.authors.stream_block.compile(page.authors, context),
        "related": page.related.stream_block.compile(page.related, context),
        "hero": page.hero.stream_block.compile(page.hero, context),
        "disclaimer": disclaimer(context),
    }


def disclaimer(context: CompileContext) -> str:
    """Return the organisation's disclaimer in the document's language, empty when it has none."""
    organisations = context.documents("organisation")
    return str(organisations[0].get("disclaimer", "")) if organisations else ""


def overview(page: Any, context: CompileContext) -> dict[str, Any]:
    """Return the section ``overview`` of a treatment or condition."""
    return {
        "heading": None,
        "title": page.title,
        "summary": page.summary,
        "also_known_as": page.also_known_as.stream_block.compile(page.also_known_as, context),
        "seo_title": page.seo_title,
        "search_description": page.search_description,
    }


def section(page: TreatmentPage, asked: Section, context: CompileContext) -> dict[str, Any]:
    """Return the content of one section. Every kind but ``overview`` is named like its only field."""
    if asked.kind == "overview":
        return overview(page, context)
    value = getattr(page, asked.kind)
    heading = {"heading": section_heading(asked.kind)}
    if asked.kind in CITING:
        return heading | value.stream_block.compile(value, context, citations_of(page.sources))
    return heading | value.stream_block.compile(value, context)


def facets(page: TreatmentPage) -> list[str]:
    """Return what lists filter on: category, conditions, authors, areas, how far it goes, downtime, month."""
    conditions = [child.value["condition"] for child in page.conditions if child.block_type == "item"]
    found = [f"condition:{condition.translation_key}" for condition in conditions if condition]
    found += [f"author:{child.value.translation_key}" for child in page.authors if child.value]
    found += [f"area:{child.value}" for child in page.body_areas if child.value]
    if page.category:
        found.append(f"category:{page.category.translation_key}")
    if page.procedure_type:
        found.append(f"procedure:{page.procedure_type}")
    length = downtime(page)
    if length:
        found.append(f"downtime:{length}")
    if page.first_published_at:
        found.append(f"month:{month_of(page.first_published_at)}")
    return sorted(set(found))


def downtime(page: TreatmentPage) -> Downtime | None:
    """Return how long the recovery takes at most, ``None`` where that is not known."""
    days = page.downtime_days_min if page.downtime_days_max is None else page.downtime_days_max
    if days is None:
        return None
    longest = ((0, Downtime.NONE), (3, Downtime.DAYS), (7, Downtime.WEEK))
    return next((length for limit, length in longest if days <= limit), Downtime.LONGER)
