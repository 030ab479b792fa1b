"""What stands in the complete treatment and condition that ``tests.factories`` makes?"""

from __future__ import annotations

from typing import Any

from tests.factories import Marker


def treatment_values(m: Marker, overrides: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a complete treatment; what it links to is made unless overridden."""
    from tests import factories

    source = factories.source(title=f"Study of {m.key}")
    values: dict[str, Any] = {
        "title": m("Mesotherapy"),
        "slug": f"treatment-{m.key}",
        "seo_title": m("Mesotherapy explained"),
        "search_description": m("What mesotherapy is and how well it works"),
        "summary": m("Many small injections into the skin; the evidence that they help is limited so far."),
        "also_known_as": [m.block("name", m("Skin needling with serum"))],
        "procedure_type": "percutaneous",
        "specialty": "dermatology",
        "body_areas": [m.block("area", "face"), m.block("area", "scalp", "2")],
        "sessions_min": 3,
        "sessions_max": 6,
        "session_minutes_min": 20,
        "session_minutes_max": 30,
        "interval_days_min": 14,
        "interval_days_max": 14,
        "downtime_days_max": 2,
        "anaesthesia": "topical",
        "performed_by": "doctor",
        "faqs": [m.block("faq", {"question": m("Does it hurt?"), "answer": m.prose("A little.")})],
        "sources": [m.block("source", {"source": source.pk, "note": m("Nine small studies")})],
        "process": process(m),
        "risks": risks(m, source.pk),
        "conclusion": conclusion(m),
    }
    if "category" not in overrides:
        values["category"] = factories.category(m.code)
    if "authors" not in overrides:
        values["authors"] = [m.block("person", factories.person(m.code).pk)]
    if "conditions" not in overrides:
        values["conditions"] = conditions(m, source.pk)
    return values | overrides


def conditions(m: Marker, source: int, condition: int | None = None) -> list[dict[str, Any]]:
    """Return the raw section ``conditions``; primary keys of a source and of a condition page."""
    item = {
        "heading": m("Uneven skin tone"),
        "condition": condition,
        "body": m.prose("Darker patches of skin."),
        "how_treatment_helps": m.prose("Some patches may fade."),
        "evidence_level": "limited",
        "regulatory_note": m("Not licensed for this use."),
        "sources": m.items("item.sources", source),
        "figure": {"image": None, "alt": "", "decorative": False},
    }
    return [m.block("intro", m.prose("It is offered for this.")), m.block("item", item)]


def process(m: Marker) -> list[dict[str, Any]]:
    """Return the raw section ``process``."""
    step = {
        "phase": "before",
        "title": m("Numbing the skin"),
        "body": m.prose("A cream numbs the skin."),
        "minutes_min": 20,
        "minutes_max": 30,
        "performed_by": "nurse",
    }
    aftercare = {
        "do": m.items("do", m("Keep the skin clean."), m("Drink enough.")),
        "dont": m.items("dont", m("Do not go to the sauna.")),
        "for_hours": 24,
    }
    return [
        m.block("overview", m.prose("You go home the same day.")),
        m.block("step", step),
        m.block("step", {**step, "phase": "during", "title": m("Injections"), "performed_by": "doctor"}, "2"),
        m.block("aftercare", aftercare),
        m.block("choosing_provider", m.prose("Ask who will treat you.")),
    ]


def risks(m: Marker, source: int) -> list[dict[str, Any]]:
    """Return the raw section ``risks``; the primary key of a source."""
    bruising = {
        "name": m("Bruising"),
        "description": m.prose("Dark patches where the needle went in."),
        "what_to_do": m.prose("Cool the skin."),
        "frequency": "common",
        "per_n": 20,
        "severity": "mild",
        "onset": "hours",
        "lasts_days_min": 3,
        "lasts_days_max": 10,
        "permanent": False,
        "skin_tone_note": m("Looks black rather than blue on dark skin."),
        "sources": m.items("risk.sources", source),
    }
    infection = {
        **bruising,
        "name": m("Infection"),
        "description": m.prose("Hot, painful skin that gets worse."),
        "frequency": "rare",
        "per_n": None,
        "severity": "serious",
        "onset": "days",
        "lasts_days_min": None,
        "lasts_days_max": None,
        "permanent": True,
        "skin_tone_note": "",
        "sources": [],
    }
    card = {
        "level": "urgent",
        "when": m.items("when", m("The pain gets worse."), m("You have a temperature.")),
        "action": m("Call the clinic today."),
        "phone": "organisation",
    }
    contraindication = {
        "kind": "absolute",
        "label": m("Pregnancy"),
        "detail": m.prose("It has not been studied."),
    }
    return [
        m.block("intro", m.prose("These are the known risks.")),
        m.block("risk", bruising),
        m.block("risk", infection, "2"),
        m.block("contraindication", contraindication),
        m.block("seek_help", card),
        m.block("seek_help", {**card, "level": "emergency", "phone": "emergency"}, "2"),
    ]


def conclusion(m: Marker) -> list[dict[str, Any]]:
    """Return the raw section ``conclusion``."""
    return [
        m.block("summary", m.prose("Some people see a change; the evidence is limited.")),
        m.block("may_suit", m.items("may_suit", m("you have mild changes"))),
        m.block("may_not_suit", m.items("may_not_suit", m("you want a quick result"))),
        m.block("alternative", {"label": m("Sun protection"), "page": None}),
        m.block("cooling_off_note", m("Take a week to decide.")),
        m.block(
            "cta",
            {"kind": "enquire", "label": m("Ask us"), "page": None, "url": "https://clinic.example/ask/"},
        ),
    ]


def condition_values(m: Marker) -> dict[str, Any]:
    """Return the fields of a complete condition."""
    from tests import factories

    source = factories.source(title=f"Guideline on {m.key}", kind="guideline")
    card = {
        "level": "non_urgent",
        "when": m.items("when", m("A patch changes its shape.")),
        "action": m("Ask a doctor."),
        "phone": "none",
    }
    return {
        "title": m("Melasma"),
        "slug": f"condition-{m.key}",
        "summary": m("Brown patches on the face that often come with pregnancy, hormones and sun."),
        "also_known_as": [m.block("name", m("Chloasma"))],
        "what_it_is": m.prose("Skin cells make too much pigment."),
        "signs": [m.block("sign", m("Brown patches on the cheeks"))],
        "causes": m.prose("Sun and hormones."),
        "risk_factors": [m.block("factor", {"label": m("Much sun"), "modifiable": True})],
        "skin_tone_note": m("More visible on light brown skin."),
        "self_care": m.prose("Protect the skin from the sun."),
        "seek_help": [m.block("seek_help", card)],
        "codes": [m.block("code", {"system": "icd10", "code": "L81.1"})],
        "faqs": [m.block("faq", {"question": m("Does it go away?"), "answer": m.prose("Sometimes.")})],
        "sources": [m.block("source", {"source": source.pk, "note": m("A guideline")})],
    }
