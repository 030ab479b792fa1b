"""What must a treatment or a condition say before readers may see it?

Each rule gives findings: where, a stable rule name, and a sentence that says what to do. The rules hold in
every language; whether a translation is complete is judged in ``localization``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from localization.gate import Finding
from publishing.blocks import children
from treatments.amounts import span_fault
from treatments.citations import citations_of
from treatments.frequency import per_n_fault
from treatments.quick_facts import UNITS

if TYPE_CHECKING:
    from treatments.models import ConditionPage, TreatmentPage

SUMMARY_MIN, SUMMARY_MAX = 50, 300


def treatment_findings(page: TreatmentPage) -> list[Finding]:
    """Return what stands against publishing ``page`` (an object made from a revision)."""
    return [
        *_summary(page),
        *_treatment_parts(page),
        *_quick_facts(page),
        *_steps(page),
        *_risks(page),
        *_unlisted_sources(page),
    ]


def condition_findings(page: ConditionPage) -> list[Finding]:
    """Return what stands against publishing ``page`` (an object made from a revision)."""
    found = [*_summary(page)]
    if not _says_something(page.what_it_is):
        found.append(Finding("about", "what_it_is", "what_it_is_missing", _("Say what the condition is.")))
    if not len(page.seek_help):
        found.append(
            Finding("care", "seek_help", "seek_help_missing", _("Add a card that says when to see a doctor."))
        )
    if not len(page.sources):
        found.append(_no_source())
    return found


def _summary(page: Any) -> Iterator[Finding]:
    length = reading_length(page.summary)
    if not length:
        message = _("Write a summary: what it is and what it is for, in one or two sentences.")
        yield Finding("overview", "summary", "summary_missing", message)
    elif length < SUMMARY_MIN:
        message = _("The summary is too short to help a reader. Write one or two whole sentences.")
        yield Finding("overview", "summary", "summary_short", message)
    elif length > SUMMARY_MAX:
        message = _("The summary is long; lists will cut it. Shorten it to one or two sentences.")
        yield Finding("overview", "summary", "summary_long", message, severity="warn")


def reading_length(text: str) -> int:
    """Return the length of ``text`` in Latin characters; a wide character (Chinese, say) counts as three."""
    return sum(3 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text.strip())


def _treatment_parts(page: TreatmentPage) -> Iterator[Finding]:
    if page.category is None:
        yield Finding(
            "overview", "category", "category_missing", _("Choose the category that readers will look in.")
        )
    if not children(page.conditions, "item"):
        message = _("Add at least one condition that the treatment is used for.")
        yield Finding("conditions", "conditions", "condition_missing", message)
    if not children(page.process, "step"):
        message = _("Add at least one step: what happens at the treatment.")
        yield Finding("process", "process", "step_missing", message)
    if not children(page.risks, "risk"):
        message = _("Add at least one risk. No treatment is without risk.")
        yield Finding("risks", "risks", "risk_missing", message)
    if not children(page.risks, "contraindication"):
        message = _(
            "Nobody is named who must not have the treatment. Add a contraindication if there is one."
        )
        yield Finding("risks", "risks", "contraindication_missing", message, severity="warn")
    if not children(page.risks, "seek_help"):
        message = _("Add a card that says at which signs to seek help after the treatment.")
        yield Finding("risks", "risks", "seek_help_missing", message)
    if not any(_says_something(child.value) for child in children(page.conclusion, "summary")):
        message = _("Write the summary of the conclusion: what is known, what is not, what to weigh up.")
        yield Finding("conclusion", "conclusion", "conclusion_missing", message)
    if not len(page.sources):
        yield _no_source()


def _no_source() -> Finding:
    return Finding("sources", "sources", "source_missing", _("Name at least one source."))


def _says_something(html: Any) -> bool:
    return bool(strip_tags(str(getattr(html, "source", html))).strip())


def _quick_facts(page: TreatmentPage) -> Iterator[Finding]:
    for name in UNITS:
        fault = span_fault(getattr(page, f"{name}_min"), getattr(page, f"{name}_max"))
        if fault:
            yield Finding("overview", f"{name}_max", "span_backwards", fault)


def _steps(page: TreatmentPage) -> Iterator[Finding]:
    for child in children(page.process, "step"):
        fault = span_fault(child.value["minutes_min"], child.value["minutes_max"])
        if fault:
            message = _("Step “%(title)s”: %(fault)s") % {"title": child.value["title"], "fault": fault}
            yield Finding("process", f"process.{child.id}.minutes_max", "span_backwards", message)


def _risks(page: TreatmentPage) -> Iterator[Finding]:
    for child in children(page.risks, "risk"):
        risk = child.value
        faults = {
            "per_n": ("frequency_contradicts", per_n_fault(risk["frequency"], risk["per_n"])),
            "lasts_days_max": ("span_backwards", span_fault(risk["lasts_days_min"], risk["lasts_days_max"])),
        }
        for name, (rule, fault) in faults.items():
            if fault:
                message = _("Risk “%(name)s”: %(fault)s") % {"name": risk["name"], "fault": fault}
                yield Finding("risks", f"risks.{child.id}.{name}", rule, message)


def _unlisted_sources(page: TreatmentPage) -> Iterator[Finding]:
    listed = citations_of(page.sources)
    for section, block_type, title in (("conditions", "item", "heading"), ("risks", "risk", "name")):
        for child in children(getattr(page, section), block_type):
            if any(source is not None and source.pk not in listed for source in child.value["sources"]):
                message = _(
                    "“%(title)s” rests on a source that the page does not list. "
                    "Add it under “Sources and people”."
                ) % {"title": child.value[title]}
                yield Finding(
                    section, f"{section}.{child.id}.sources", "source_unlisted", message, severity="warn"
                )
