"""How does a file of demo/en/treatments become the fields of a treatment page?"""

from __future__ import annotations

from cms.demo_content.reading import Tree
from cms.demo_content.writer import Fields, Stream, Writer, plain, span
from treatments.quick_facts import UNITS


def treatment(tree: Tree, writer: Writer) -> Fields:
    """Return the field values of a treatment."""
    facts = tree["facts"]
    areas = writer.stream("body_areas")
    for area in facts["body_areas"]:
        areas.add("area", area, area)
    fields = {
        **plain(tree, "title", "seo_title", "search_description", "summary"),
        **plain(facts, "slug", "procedure_type", "specialty", "anaesthesia", "performed_by"),
        "medical_assessment_required": facts["medical_assessment_required"],
        "category_id": writer.library.document(f"categories/{facts['category']}"),
        "also_known_as": writer.names(tree),
        "body_areas": areas.json(),
        "hero": writer.figure("hero", tree["hero"]["alt"], facts["hero"]),
        "conditions": _conditions(tree["conditions"], writer),
        "process": _process(tree["process"], writer),
        "risks": _risks(tree["risks"], writer),
        "conclusion": _conclusion(tree["conclusion"], writer),
        "faqs": writer.faqs(tree),
        "sources": writer.sources(tree),
        "authors": writer.chosen("authors", "person", [f"people/{name}" for name in facts["authors"]]),
        "related": writer.chosen("related", "treatment", [f"treatments/{name}" for name in facts["related"]]),
    }
    for name in UNITS:
        fields |= span(facts, name)
    return fields


def _conditions(tree: Tree, writer: Writer) -> str:
    stream = writer.stream("conditions")
    _prose(stream, tree, "intro", writer)
    for key, item in tree["items"].items():
        facts = item["facts"]
        value = {
            **plain(item, "heading", "regulatory_note"),
            "condition": writer.library.document(f"conditions/{facts['condition']}")
            if "condition" in facts
            else None,
            "body": writer.html(item["body"]),
            "how_treatment_helps": writer.html(item.get("how_treatment_helps", "")),
            "evidence_level": facts["evidence_level"],
            "sources": _cited(stream, key, facts, writer),
        }
        stream.add("item", key, value)
    return stream.json()


def _process(tree: Tree, writer: Writer) -> str:
    stream = writer.stream("process")
    _prose(stream, tree, "overview", writer)
    for key, step in tree["steps"].items():
        facts = step["facts"]
        value = {
            "title": step["title"],
            "body": writer.html(step["body"]),
            **plain(facts, "phase", "performed_by"),
        }
        stream.add("step", key, {**value, **span(facts, "minutes")})
    aftercare = tree["aftercare"]
    points = {name: stream.points("aftercare", name, aftercare[name]) for name in ("do", "dont")}
    stream.add("aftercare", "aftercare", {**points, "for_hours": aftercare["facts"]["for_hours"]})
    _prose(stream, tree, "choosing_provider", writer)
    return stream.json()


def _risks(tree: Tree, writer: Writer) -> str:
    stream = writer.stream("risks")
    _prose(stream, tree, "intro", writer)
    for key, risk in tree["items"].items():
        facts = risk["facts"]
        value = {
            **plain(risk, "name", "skin_tone_note"),
            **plain(facts, "frequency", "severity", "onset"),
            **span(facts, "lasts_days"),
            "description": writer.html(risk["description"]),
            "what_to_do": writer.html(risk.get("what_to_do", "")),
            "per_n": facts.get("per_n"),
            "permanent": facts.get("permanent", False),
            "sources": _cited(stream, key, facts, writer),
        }
        stream.add("risk", key, value)
    for key, reason in tree["contraindications"].items():
        detail = writer.html(reason.get("detail", ""))
        stream.add("contraindication", key, {"label": reason["label"], "detail": detail, **reason["facts"]})
    help_cards(stream, tree["seek_help"])
    return stream.json()


def help_cards(stream: Stream, cards: Tree) -> None:
    """Add the cards that say when to seek help."""
    for key, card in cards.items():
        when = stream.points(key, "when", card["when"])
        stream.add("seek_help", key, {"when": when, "action": card["action"], **card["facts"]})


def _conclusion(tree: Tree, writer: Writer) -> str:
    stream = writer.stream("conclusion")
    _prose(stream, tree, "summary", writer)
    for name in ("may_suit", "may_not_suit"):
        stream.add(name, name, stream.points(name, name, tree[name]))
    for key, other in tree["alternatives"].items():
        page = other.get("facts", {}).get("page")
        value = {"label": other["label"], "page": writer.library.page(page) if page else None}
        stream.add("alternative", key, value)
    stream.add("cooling_off_note", "cooling_off_note", tree["cooling_off_note"])
    facts = tree["cta"]["facts"]
    invitation = {"kind": facts["kind"], "page": writer.library.page(facts["page"])}
    stream.add("cta", "cta", {**invitation, "label": tree["cta"]["label"]})
    return stream.json()


def _prose(stream: Stream, tree: Tree, name: str, writer: Writer) -> None:
    if name in tree:
        stream.add(name, name, writer.html(tree[name]))


def _cited(stream: Stream, block: str, facts: Tree, writer: Writer) -> list[Tree]:
    return stream.points(
        block, "sources", {key: writer.library.source(key) for key in facts.get("sources", [])}
    )
