"""Is what the API says of itself true, and is it committed?"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from delivery.deprecation import Deprecation
from delivery.published_files import described_files
from delivery.serializers import DOCUMENTS, SCHEMAS
from delivery.views.reference import OpenApi
from publishing.models import Document
from publishing.rich_text import TAGS
from tests.delivery.conftest import CONDITION, TREATMENT, body_of
from tests.delivery.shapes import OPENAPI, closed, committed, component, faults

# The schemas of what documents have of HTML.
SPOKEN = ("RichText", "Attribution")


@pytest.mark.parametrize(
    "path",
    [
        OPENAPI,
        "docs/api/problems.md",
        "clients/typescript/polyclinic.d.ts",
        *(f"schemas/{name}.json" for name in SCHEMAS),
    ],
)
def test_the_committed_files_follow_the_code(path: str) -> None:
    text = (settings.BASE_DIR / path).read_text(encoding="utf-8")
    assert text == described_files()[Path(path)], "Run `make openapi` and commit what it writes."


def test_the_command_writes_what_is_missing(tmp_path: Path, settings: Settings) -> None:
    settings.BASE_DIR = tmp_path
    call_command("write_openapi", verbosity=0)
    written = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.*") if path.is_file()}
    assert written == set(described_files())


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_live_document_has_the_promised_shape_and_nothing_else(name: str) -> None:
    schema = closed(committed(f"schemas/{name}.json"))
    stored = Document.objects.filter(type=name, status="live").values_list("content_id", "locale")
    assert len(stored) == 4
    for content_id, locale in stored:
        assert faults(schema, json.loads(body_of(content_id, locale))) == []


def described(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every member that a schema describes, with its name."""
    if isinstance(schema, list):
        for value in schema:
            yield from described(value)
    elif isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for value in schema.values():
            yield from described(value)


def test_what_is_html_is_marked_and_called_so() -> None:
    members = list(described(committed(OPENAPI)["components"]["schemas"]))
    marked = {name for name, schema in members if schema.get("contentMediaType") == "text/html"}
    assert marked == {"html"}
    assert all(schema.get("contentMediaType") for name, schema in members if name == "html")


def html_in(value: Any) -> Iterator[str]:
    """Yield the HTML of every formatted text in a document."""
    if isinstance(value, list):
        for item in value:
            yield from html_in(item)
    elif isinstance(value, dict):
        yield from [value["html"]] if "html" in value else []
        for item in value.values():
            yield from html_in(item)


@pytest.mark.usefixtures("library")
def test_html_has_the_elements_that_are_named_and_no_others() -> None:
    schemas = committed(OPENAPI)["components"]["schemas"]
    named = [
        set(re.findall(r"`(\w+)`", schemas[name]["properties"]["html"]["description"])) for name in SPOKEN
    ]
    assert named[0] >= TAGS
    found = set()
    for row in Document.objects.filter(status="live", body__isnull=False):
        for text in html_in(json.loads(bytes(row.body or b""))):
            found |= {element.name for element in BeautifulSoup(text, "html.parser").find_all()}
    assert {"p", "a", "bdi"} <= found <= named[0] | named[1]


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("lost", ["sections", "available_translations", "language"])
def test_the_schema_refuses_a_document_that_lacks_something(lost: str) -> None:
    document = json.loads(body_of(TREATMENT, "en"))
    del document[lost]
    assert len(faults(committed("schemas/treatment.json"), document)) == 1


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("address", "shape"),
    [
        ("/api/v1/treatments/?locale=ar", "TreatmentsList"),
        ("/api/v1/conditions/?locale=de", "ConditionsList"),
        (f"/api/v1/treatments/{TREATMENT}/?locale=zh-Hans", "Treatment"),
        (f"/api/v1/conditions/{CONDITION}/?locale=ar", "Condition"),
        (f"/api/v1/treatments/{TREATMENT}/?locale=de&fields=title,sections.process", "DocumentPart"),
        (f"/api/v1/treatments/{TREATMENT}/sections/conditions/?locale=ar", "DocumentPart"),
        (f"/api/v1/treatments/{TREATMENT}/translations/", "TranslationListing"),
        ("/api/v1/people/?locale=de", "PeopleList"),
        ("/api/v1/categories/?locale=de", "CategoriesList"),
        ("/api/v1/glossary/?locale=de", "GlossaryList"),
        ("/api/v1/pages/?locale=de", "PagesList"),
        ("/api/v1/pages/by-path/?path=/de/", "Home"),
        ("/api/v1/manifest/", "ManifestPage"),
        ("/api/v1/locales/", "LocaleListing"),
        ("/api/v1/search/?q=meso&locale=de", "SearchAnswer"),
        ("/api/v1/treatments/?limit=0", "ProblemDocument"),
        (f"/api/v1/treatments/{TREATMENT}/?locale=pl", "ProblemDocument"),
    ],
)
def test_answers_have_the_shape_that_openapi_says(client: Client, address: str, shape: str) -> None:
    assert faults(component(shape), client.get(address).json()) == []


@pytest.mark.usefixtures("library")
def test_the_site_serves_its_openapi_document(client: Client) -> None:
    response = client.get("/api/v1/schema/")
    assert response.json() == committed(OPENAPI)
    assert response.json()["openapi"] == "3.1.0"
    assert client.get("/api/v1/schema/", headers={"if-none-match": response["ETag"]}).status_code == 304


def test_every_address_with_all_its_problems_is_described() -> None:
    paths = committed(OPENAPI)["paths"]
    collections = ("categories", "conditions", "glossary", "pages", "people", "treatments")
    below = ("/", "/{content_id}/", "/{content_id}/sections/{kind}/", "/{content_id}/translations/")
    others = {"/pages/by-path/", "/manifest/", "/locales/", "/sync/", "/search/", "/search/suggestions/"}
    others |= {"/recalls/", "/recalls/{recall}/acknowledgement/"}
    assert set(paths) == {f"/{name}{rest}" for name in collections for rest in below} | others
    detail = paths["/treatments/{content_id}/"]["get"]
    refusals = {"400", "401", "403", "404", "405", "406", "409", "410", "429", "500"}
    assert set(detail["responses"]) == {"200", "304"} | refusals
    listing = paths["/treatments/"]["get"]
    in_query = [parameter["name"] for parameter in listing["parameters"] if parameter["in"] == "query"]
    filters = ["category", "condition", "author", "updated_since", "month"]
    assert in_query == ["locale", *filters, "ordering", "limit", "cursor"]
    assert "301" in paths["/pages/by-path/"]["get"]["responses"]


@pytest.mark.django_db
def test_the_documentation_page_takes_nothing_from_elsewhere_and_runs_nothing_inline(client: Client) -> None:
    response = client.get("/api/v1/docs/", headers={"accept": "text/html"})
    page = response.content.decode()
    policy = response["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "://" not in page
    assert page.count("<script src=") == page.count("<script") == 2
    assert "style=" not in page
    assert 'id="locale_not_available"' in page


def test_an_address_that_will_go_says_so_in_every_answer(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    since, sunset = (dt.datetime(year, 3, 6, tzinfo=dt.UTC) for year in (2026, 2027))
    ending = Deprecation(since, sunset, "https://clinic.example/api/v1/docs/")
    monkeypatch.setattr(OpenApi, "deprecation", ending)
    for answer in (client.get("/api/v1/schema/"), client.get("/api/v1/schema/", {"bogus": "1"})):
        # As in docs/api/stability.md.
        assert answer["Deprecation"] == "@1772755200"
        assert answer["Sunset"] == "Sat, 06 Mar 2027 00:00:00 GMT"
        assert answer["Link"] == '<https://clinic.example/api/v1/docs/>; rel="deprecation"; type="text/html"'
    assert "Deprecation" not in client.get("/api/v1/docs/", headers={"accept": "text/html"}).headers
