"""What does an app get that asks for a part of a document, and does a benefit ever come without its risks?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from delivery.selection import names_in, select
from publishing.models import Document
from tests.delivery.conftest import TREATMENT
from tests.delivery.test_problems import problem

ADDRESS = f"/api/v1/treatments/{TREATMENT}/"
BENEFITS = {"conditions", "process"}
IDENTITY = {
    *("schema", "type", "id", "language", "direction", "source_language", "status", "withdrawn"),
    *("api_path", "title", "valid_until", "attribution", "disclaimer", "brought_along"),
}

pytestmark = pytest.mark.usefixtures("library")


def part(client: Client, fields: str, **query: str) -> Any:
    """Return the part of the German treatment that these fields name."""
    return client.get(ADDRESS, {"locale": "de", "fields": fields, **query}).json()


def test_a_part_holds_what_was_asked_for_and_what_it_belongs_to(client: Client) -> None:
    whole = client.get(ADDRESS, {"locale": "de"}).json()
    found = part(client, "summary,quick_facts,sections.risks")
    assert found.pop("brought_along") == []
    assert set(found) == IDENTITY - {"brought_along"} | {"summary", "quick_facts", "sections"}
    assert found["sections"] == {"risks": whole["sections"]["risks"]}
    assert {name: whole[name] for name in found if name != "sections"} == {
        name: value for name, value in found.items() if name != "sections"
    }


@pytest.mark.parametrize("kind", sorted(BENEFITS))
def test_what_speaks_of_benefits_brings_the_risks_along_and_says_so(client: Client, kind: str) -> None:
    for found in (
        part(client, f"sections.{kind}"),
        client.get(f"{ADDRESS}sections/{kind}/", {"locale": "de"}).json(),
    ):
        assert set(found["sections"]) == {kind, "risks"}
        assert found["brought_along"] == ["sections.risks"]


def test_structured_data_names_uses_and_so_brings_risks(client: Client) -> None:
    found = part(client, "json_ld")
    assert (set(found["sections"]), found["brought_along"]) == ({"risks"}, ["sections.risks"])


def test_all_sections_are_balanced_by_themselves(client: Client) -> None:
    whole = client.get(ADDRESS, {"locale": "de"}).json()
    found = part(client, "sections")
    assert (found["sections"], found["brought_along"]) == (whole["sections"], [])


KINDS = ("overview", "conditions", "process", "risks", "conclusion", "faqs", "sources")
MEMBERS = ("summary", "quick_facts", "json_ld", "sections", "hero", *(f"sections.{kind}" for kind in KINDS))


@given(names=st.lists(st.sampled_from(MEMBERS), min_size=1, max_size=6))
def test_no_selection_gives_benefits_without_risks(names: list[str]) -> None:
    sections = {kind: {"heading": kind} for kind in KINDS}
    whole = {name: name for name in (*IDENTITY, "summary", "quick_facts", "json_ld", "hero")}
    found = select({**whole, "type": "treatment", "status": "live", "sections": sections}, names)
    given = set(found.get("sections", {}))
    if given & BENEFITS or "json_ld" in found:
        assert "risks" in given
    asked = {name.removeprefix("sections.") for name in names if "." in name}
    assert given - asked <= {"risks"} or "sections" in names
    assert set(found["brought_along"]) == {
        f"sections.{kind}" for kind in given - asked if "sections" not in names
    }


def test_each_part_has_an_entity_tag_of_its_own(client: Client) -> None:
    tags = [
        client.get(ADDRESS, {"locale": "de", **query})["ETag"]
        for query in ({}, {"fields": "title"}, {"fields": "summary"}, {"fields": "title,summary"})
    ]
    assert len(set(tags)) == 4
    same = client.get(ADDRESS, {"locale": "de", "fields": "summary,title"})
    assert same["ETag"] == tags[3]
    again = client.get(ADDRESS, {"locale": "de", "fields": "title"}, headers={"if-none-match": tags[1]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_negotiated_part_names_the_address_that_always_gives_it(client: Client) -> None:
    response = client.get(ADDRESS, {"fields": "title"}, headers={"accept-language": "ar"})
    assert (response["Vary"], response["Content-Language"]) == ("Accept-Encoding, Accept-Language", "ar")
    assert client.get(response["Content-Location"]).content == response.content


def test_a_part_is_as_fresh_as_demanded(client: Client) -> None:
    found = client.get(ADDRESS, {"locale": "de", "fields": "title", "require": "current"})
    assert (found.status_code, set(found.json())) == (200, IDENTITY)
    assert found["Language-Decision"] == 'requested="de";by=locale, served="de"'
    problem(
        client.get(ADDRESS, {"locale": "de", "fields": "title", "require": "reviewed"}),
        409,
        "requirement_not_met",
    )


@pytest.mark.parametrize(
    "fields", ["", "titel", "sections.riscs", "title,,summary", "a" * 999, "sections.x.y"]
)
def test_what_the_document_does_not_have_is_refused(client: Client, fields: str) -> None:
    found = problem(client.get(ADDRESS, {"locale": "de", "fields": fields}), 400, "invalid_parameter")
    assert found["parameter"] == "fields"


def test_a_section_that_there_is_not(client: Client) -> None:
    found = problem(client.get(f"{ADDRESS}sections/prices/", {"locale": "de"}), 404, "unknown_section")
    assert found["allowed"] == list(KINDS)


def test_a_withdrawn_document_is_given_whole_whatever_was_asked_for(client: Client) -> None:
    row = Document.objects.get(content_id=TREATMENT, locale="de")
    notice = {
        "status": "withdrawn",
        "type": "treatment",
        "withdrawn": {"notice": "Bitte nicht."},
        "sections": {},
    }
    row.status, row.body = "withdrawn", json.dumps(notice).encode()
    row.save()
    assert part(client, "sections.conditions") == notice
    assert client.get(f"{ADDRESS}sections/risks/", {"locale": "de"}).json() == notice


def test_names_that_can_be_asked_for_are_those_of_the_document() -> None:
    document = {"title": "x", "sections": {"risks": {}}}
    assert names_in(document) == ["title", "sections", "sections.risks"]
