"""Does every kind of page tell machines only what it shows to people, in terms whose domain fits?

The table is what schema.org (release 30.0) allows: a type's own properties and those of the types above it,
as far as we use them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from publishing.models import Document
from tests import factories

pytestmark = pytest.mark.django_db

THING = {"@type", "@id", "name", "alternateName", "description", "url", "sameAs"}
PAGE = THING | {"inLanguage", "datePublished", "dateModified", "author", "publisher", "mainEntity"}
PAGE |= {"workTranslation", "translationOfWork", "lastReviewed", "reviewedBy"}
ORGANISATION = THING | {"slogan", "telephone", "email", "address"}
LIST_ITEM = THING | {"position", "item"}
DOMAINS = {
    **dict.fromkeys(("WebPage", "MedicalWebPage", "CollectionPage", "ProfilePage"), PAGE),
    "MedicalTherapy": THING
    | {"procedureType", "relevantSpecialty", "bodyLocation", "preparation", "howPerformed", "followup"}
    | {"adverseOutcome", "seriousAdverseOutcome", "contraindication"},
    "MedicalCondition": THING | {"signOrSymptom", "cause", "riskFactor", "possibleTreatment", "code"},
    **dict.fromkeys(
        ("MedicalSymptom", "MedicalCause", "MedicalRiskFactor", "MedicalContraindication"), THING
    ),
    "MedicalCode": THING | {"codeValue", "codingSystem"},
    "Person": THING | {"jobTitle"},
    **dict.fromkeys(("Organization", "MedicalClinic"), ORGANISATION),
    "BreadcrumbList": THING | {"itemListElement"},
    "ItemList": THING | {"itemListElement"},
    "ListItem": LIST_ITEM,
    "DefinedTermSet": THING | {"hasDefinedTerm"},
    "DefinedTerm": THING,
}
# Not read by people: addresses, codes of schema.org, dates (checked beside this), the language's tag.
SILENT = {"@type", "@id", "@context", "url", "item", "sameAs", "inLanguage", "procedureType"}
SILENT |= {"relevantSpecialty", "datePublished", "dateModified", "lastReviewed", "position"}


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Give every node of a graph."""
    if isinstance(value, list):
        for entry in value:
            yield from nodes(entry)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for entry in value.values():
            yield from nodes(entry)


def texts(node: dict[str, Any]) -> Iterator[str]:
    """Give every text of a node that people should be able to read on the page."""
    for name, value in node.items():
        if name not in SILENT:
            yield from (
                text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)
            )


def plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def seen(soup: BeautifulSoup) -> str:
    """Return what the page shows; its title in the window counts."""
    for element in soup.select("script, style"):
        element.decompose()
    return plain(soup.get_text(" ")) + plain(soup.get_text())


def read(client: Client, address: str) -> tuple[list[dict[str, Any]], str]:
    """Return the nodes of a page, and what it shows."""
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    found = soup.select_one('script[type="application/ld+json"]')
    assert found is not None, address
    return list(nodes(json.loads(found.get_text())["@graph"])), seen(soup)


def every_page() -> dict[str, str]:
    """Publish a page of each kind; return their addresses by kind."""
    factories.organisation()
    factories.glossary_term()
    home: Any = factories.home()
    treatment: Any = factories.treatment(factories.treatment_index(home))
    condition: Any = factories.condition(factories.condition_index(home))
    return {
        "home": home.url,
        "treatment": treatment.url,
        "condition": condition.url,
        "list": treatment.get_parent().specific.url,
        "plain": factories.standard_page(home).url,
        "category": f"/en/categories/{treatment.category.slug}/",
        "person": f"/en/people/{treatment.authors[0].value.translation_key}/",
        "glossary": "/en/glossary/",
    }


def test_every_kind_of_page_says_what_it_shows_in_terms_that_fit(client: Client) -> None:
    kinds: dict[str, Any] = {}
    for kind, address in every_page().items():
        graph, shown = read(client, address)
        for node in graph:
            types = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
            assert set(node) <= DOMAINS[types[0]], (kind, types, set(node) - DOMAINS[types[0]])
            for text in texts(node):
                assert plain(text) in shown, (kind, types, text)
        kinds[kind] = graph[0]["@type"], {str(node["@type"]) for node in graph}
    assert {kind: page for kind, (page, _all) in kinds.items()} == {
        **{"home": "WebPage", "plain": "WebPage", "list": "CollectionPage", "category": "CollectionPage"},
        **{"treatment": "MedicalWebPage", "condition": "MedicalWebPage"},
        **{"person": "ProfilePage", "glossary": "CollectionPage"},
    }
    for kind, expected in {
        "treatment": {"MedicalTherapy", "BreadcrumbList", "Person"},
        "condition": {"MedicalCondition", "BreadcrumbList"},
        "person": {"Person"},
        "category": {"ItemList"},
        "glossary": {"DefinedTermSet", "DefinedTerm"},
    }.items():
        assert expected <= kinds[kind][1]


def test_a_review_is_told_only_while_it_holds(client: Client) -> None:
    treatment: Any = factories.treatment()
    assert Document.objects.get(path=treatment.url).review_state != "valid"
    graph, _shown = read(client, treatment.url)
    assert not {"lastReviewed", "reviewedBy"} & set(graph[0])


def test_an_organisation_that_patients_cannot_go_to_is_no_clinic(client: Client) -> None:
    factories.organisation(opening_hours="", address="")
    graph, _shown = read(client, factories.standard_page().url)
    assert graph[0]["publisher"]["@type"] == "Organization"
