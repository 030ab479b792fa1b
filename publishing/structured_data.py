"""What does a document tell machines in schema.org's words?

What kind of page it is and what it is about comes from its type (``web_page``, ``main_entity``). Only terms
whose domain fits are used (schema.org release 30.0; content-model, section 4), and only texts that readers
see: a test walks every kind of page. What cannot be said in one visible text is a list of several.
"""

from __future__ import annotations

from typing import Any

from localization.languages import language
from publishing.context import BASE
from publishing.gatherings import address_of
from publishing.published_types import published_types

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
    kind = published_types()[document["type"]].web_page
    node: dict[str, Any] = {
        "@type": kind,
        "@id": document["url"],
        "url": document["url"],
        "name": document["title"],
        "inLanguage": document["language"],
        "datePublished": document["dates"]["first_published"],
        "dateModified": None,
    }
    if document["sections"].get("overview", {}).get("summary"):
        node["description"] = document["summary"]
    # JSON-LD has no usual way to say that a name is in another language: only names in the page's own go in.
    authors = [
        _person(card, document["language"])
        for card in document.get("authors", [])
        if card["language"] == document["language"]
    ]
    if authors:
        node["author"] = authors
    node |= _review(document)
    others = [t["url"] for t in document["available_translations"] if t["language"] != document["language"]]
    original = next((t["url"] for t in document["available_translations"] if t["is_source"]), None)
    if document["language"] == document["source_language"]:
        node |= {"workTranslation": [{"@type": kind, "@id": url} for url in others]} if others else {}
    elif original:
        node["translationOfWork"] = {"@type": kind, "@id": original}
    if main_entity:
        node["mainEntity"] = main_entity
    return node


def _person(card: dict[str, Any], tag: str) -> dict[str, Any]:
    page = address_of(card["type"], language(tag).code, card)
    return {"@type": "Person", "name": card["title"], **({"url": BASE + page} if page else {})}


def list_graph(document: dict[str, Any], web_page: str, main_entity: dict[str, Any]) -> dict[str, Any]:
    """Return the JSON-LD of a list at an address of the site's own, with root-relative addresses."""
    page = {
        "@type": web_page,
        "@id": document["path"],
        "url": document["path"],
        "name": document["title"],
        "inLanguage": document["language"],
        "mainEntity": main_entity,
    }
    trail = [_breadcrumb({**document, "url": document["path"]})] if document.get("breadcrumbs") else []
    return {"@context": CONTEXT, "@graph": [page, *trail]}


def publisher(organisation: dict[str, Any] | None, home: str, whole: bool) -> dict[str, Any] | None:
    """Return who publishes the site, as every page names it at its foot; ``whole`` with how to reach it.

    An organisation with an address, a telephone and opening hours is one that patients go to: a clinic.
    """
    contact = ((organisation or {}).get("sections") or {}).get("contact") or {}
    if not contact.get("name") or (organisation or {}).get("language") != contact.get("language"):
        return None
    is_clinic = all(contact.get(name) for name in ("address", "phone", "opening_hours"))
    node = {"@type": "MedicalClinic" if is_clinic else "Organization", "name": contact["name"], "url": home}
    if not whole:
        return node
    reached = {
        "slogan": contact.get("tagline"),
        "telephone": contact.get("phone"),
        "email": contact.get("email"),
        "address": [line for line in (contact.get("address") or "").splitlines() if line],
        "sameAs": [profile["url"] for profile in contact.get("social") or []],
    }
    return node | {name: value for name, value in reached.items() if value}


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
