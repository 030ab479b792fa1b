"""What does an editor's browser send when they save a treatment? (The edit form as POST data.)"""

from __future__ import annotations

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from publishing.blocks import RICH_TEXT_FEATURES


def prose(html: str) -> str:
    """Return what the rich text editor sends for ``html``."""
    return str(rich_text(html, features=list(RICH_TEXT_FEATURES)))


def points(*texts: Any) -> dict[str, Any]:
    """Return the form data of a list block."""
    return streamfield([("item", text) for text in texts])


def risk(**changes: Any) -> dict[str, Any]:
    """Return the form data of one risk."""
    return {
        "name": "Bruising",
        "description": prose("<p>Dark patches.</p>"),
        "what_to_do": prose("<p>Cool the skin.</p>"),
        "frequency": "common",
        "per_n": "20",
        "severity": "mild",
        "onset": "hours",
        "lasts_days_min": "3",
        "lasts_days_max": "10",
        "skin_tone_note": "",
        "sources": points(),
        **changes,
    }


def seek_help() -> dict[str, Any]:
    """Return the form data of one care card."""
    return {"level": "urgent", "when": points("The pain gets worse."), "action": "Call us.", "phone": "none"}


def treatment_form(category: int, source: int, changes: dict[str, Any]) -> dict[str, str]:
    """Return the form data of a complete treatment; ``changes`` replace whole fields."""
    item = {
        "heading": "Uneven skin tone",
        "condition": "",
        "body": prose("<p>Darker patches.</p>"),
        "how_treatment_helps": prose("<p>Some may fade.</p>"),
        "evidence_level": "limited",
        "regulatory_note": "",
        "sources": points(str(source)),
        "figure": {"image": "", "alt": ""},
    }
    step = {
        "phase": "before",
        "title": "Numbing the skin",
        "body": prose("<p>A cream numbs the skin.</p>"),
        "minutes_min": "20",
        "minutes_max": "30",
        "performed_by": "nurse",
    }
    fields: dict[str, Any] = {
        "title": "Mesotherapy",
        "slug": "mesotherapy",
        "seo_title": "",
        "search_description": "",
        "summary": "Many small injections into the skin; the evidence that they help is limited so far.",
        "also_known_as": streamfield([("name", "Skin needling with serum")]),
        "category": str(category),
        "procedure_type": "percutaneous",
        "specialty": "dermatology",
        "body_areas": streamfield([("area", "face")]),
        "hero": streamfield([]),
        "sessions_min": "3",
        "sessions_max": "6",
        "anaesthesia": "topical",
        "performed_by": "doctor",
        "medical_assessment_required": "on",
        "conditions": streamfield([("item", item)]),
        "process": streamfield([("step", step)]),
        "risks": streamfield([("risk", risk()), ("seek_help", seek_help())]),
        "conclusion": streamfield([("summary", prose("<p>The evidence is limited.</p>"))]),
        "faqs": streamfield([]),
        "sources": streamfield([("source", {"source": str(source), "note": ""})]),
        "authors": streamfield([]),
        "related": streamfield([]),
        "comments": inline_formset([]),
    }
    return dict(nested_form_data({**fields, **changes}))
