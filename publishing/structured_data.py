"""What does a document tell machines in schema.org's words?

The page is a ``MedicalWebPage``; what it is about comes from its type (``main_entity``). Only terms whose
domain fits are used (schema.org release 30.0; content-model, section 4); a test holds the graph against the
published vocabulary's domains.
"""

from __future__ import annotations

from typing import Any

CONTEXT = "https://schema.org"


def graph(document: dict[str, Any], main_entity: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return the JSON-LD of a document, or ``None`` for one that has no page."""
    if document["path"] is None:
        return None
    nodes: list[dict[str, Any]] = [_page(document, main_entity)]
    if document["breadcrumbs"]:
        nodes.append(_breadcrumb(document))
    return {"@context": CONTEXT, "@graph": nodes}


def _page(document: dict[str, Any], main_entity: dict[str, Any] | None) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@type": "MedicalWebPage",
        "@id": document["url"],
        "url": document["url"],
        "name": document["title"],
        "inLanguage": document["language"],
        "datePublished": document["dates"]["first_published"],
        "dateModified": None,
    }
    if document["summary"]:
        node["description"] = document["summary"]
    # JSON-LD has no usual way to say that a name is in another language: only names in the page's own go in.
    authors = [
        {"@type": "Person", "name": card["title"]}
        for card in document.get("authors", [])
        if card["language"] == document["language"]
    ]
    if authors:
        node["author"] = authors
    node |= _review(document)
    others = [t["url"] for t in document["available_translations"] if t["language"] != document["language"]]
    original = next((t["url"] for t in document["available_translations"] if t["is_source"]), None)
    if document["language"] == document["source_language"]:
        node |= (
            {"workTranslation": [{"@type": "MedicalWebPage", "@id": url} for url in others]} if others else {}
        )
    elif original:
        node["translationOfWork"] = {"@type": "MedicalWebPage", "@id": original}
    if main_entity:
        node["mainEntity"] = main_entity
    return node


def _review(document: dict[str, Any]) -> dict[str, Any]:
    """Return what a page says of its medical review: nothing, unless all of it is reviewed."""
    if not document["dates"]["last_reviewed"]:
        return {}
    reviewers = [
        {"@type": "Person", "name": person["name"], "jobTitle": person["job_title"]}
        for person in document["reviewers"]
        if person["language"] == document["language"]
    ]
    reviewed_by = {"reviewedBy": reviewers} if reviewers else {}
    return {"lastReviewed": document["dates"]["last_reviewed"][:10], **reviewed_by}


def _breadcrumb(document: dict[str, Any]) -> dict[str, Any]:
    trail = [*document["breadcrumbs"], {"title": document["title"], "path": document["path"]}]
    base = document["url"].removesuffix(document["path"])
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": crumb["title"], "item": base + crumb["path"]}
            for position, crumb in enumerate(trail, start=1)
        ],
    }


def script_safe(json_text: str) -> str:
    """Return JSON that may stand inside a ``<script>`` element (the escapes of Django's ``json_script``)."""
    return json_text.translate({ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"})
