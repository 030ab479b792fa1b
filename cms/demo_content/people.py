"""How do the files of people and of the organisation become fields?"""

from __future__ import annotations

from cms.demo_content.reading import Tree
from cms.demo_content.writer import Fields, Writer, plain


def person(tree: Tree, writer: Writer) -> Fields:
    """Return the field values of a person."""
    facts = tree["facts"]
    languages, registrations = writer.stream("languages"), writer.stream("registrations")
    for code in facts["languages"]:
        languages.add("language", code, code)
    for key, entry in facts.get("registrations", {}).items():
        registrations.add("registration", key, entry)
    return {
        **plain(tree, "name", "honorific", "job_title"),
        "bio": writer.html(tree["bio"]),
        "photo": writer.figure("photo", tree["photo"]["alt"], facts["photo"]),
        "is_medical": facts["is_medical"],
        "is_demo": facts["is_demo"],
        "languages": languages.json(),
        "registrations": registrations.json(),
    }


def organisation(tree: Tree, writer: Writer) -> Fields:
    """Return the field values of the organisation."""
    facts, social = tree["facts"], writer.stream("social")
    for key, profile in tree["social"].items():
        social.add("link", key, {"label": profile["label"], "url": profile["facts"]["url"]})
    return {
        **plain(tree, "name", "tagline", "address", "opening_hours", "disclaimer"),
        **plain(facts, "phone", "email"),
        "emergency_number": facts["emergency_number"] or "",
        "social": social.json(),
    }
