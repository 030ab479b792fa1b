"""What does an app find beside one document: by path, in which languages, and everything there is?"""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from publishing.models import Document, FormerPath
from tests.delivery.conftest import CONDITION, TREATMENT, fixed_id
from tests.delivery.test_list import LIST, shelve, stored, walk
from tests.delivery.test_problems import problem

BY_PATH = "/api/v1/pages/by-path/"
MANIFEST = "/api/v1/manifest/"
PERSON = fixed_id("person")


def ids(client: Client, **query: str) -> list[str]:
    """Return the ids in the English list of treatments."""
    return [card["id"] for card in client.get(LIST, {"locale": "en", **query}).json()["results"]]


@pytest.mark.usefixtures("library")
def test_every_type_that_readers_see_has_a_collection(client: Client) -> None:
    for name in ("categories", "conditions", "glossary", "pages", "people", "treatments"):
        results = client.get(f"/api/v1/{name}/", {"locale": "ar"}).json()["results"]
        assert results, name
        for card in results:
            document = client.get(card["api_path"])
            assert document["Content-Language"] == "ar"
            assert (document.json()["id"], document.json()["title"]) == (card["id"], card["title"])


@pytest.mark.usefixtures("library")
def test_filters_choose_by_what_a_treatment_is_linked_to(client: Client) -> None:
    assert ids(client, condition=str(CONDITION)) == ids(client, author=str(PERSON)) == [str(TREATMENT)]
    assert ids(client, condition=str(CONDITION), author=str(CONDITION)) == []
    assert ids(client, condition=str(CONDITION).upper()) == [str(TREATMENT)]


@pytest.mark.django_db
def test_filters_choose_by_date(client: Client) -> None:
    for number, day in enumerate(("2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"), start=1):
        row = stored(f"T{number}", number)
        row.first_published_at = row.updated_at = dt.datetime.fromisoformat(f"{day}T12:00:00Z")
        row.save()
    one, two, three, four = (str(UUID(int=number)) for number in (1, 2, 3, 4))
    assert ids(client, month="2026-02") == [two, three]
    assert ids(client, updated_since="2026-02-28") == [three, four]
    assert ids(client, updated_since="2026-02-28T12:00:00Z") == [three, four]
    assert ids(client, updated_since="2026-02-28T12:00:01Z") == [four]
    assert ids(client, updated_since="2026-02-28T23:30:00+11:30") == [three, four]
    assert ids(client, ordering="-first_published") == [four, three, two, one]
    assert ids(client, ordering="updated", updated_since="2026-02-01") == [two, three, four]
    assert ids(client, ordering="-title", month="2026-02") == [three, two]


@pytest.mark.django_db
@pytest.mark.parametrize("ordering", ["title", "-title", "updated", "-updated", "first_published"])
def test_in_every_order_following_next_gives_each_entry_once(client: Client, ordering: str) -> None:
    shelve(13)
    Document.objects.filter(title="Title 3").update(updated_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    found = walk(client, locale="en", limit=3, ordering=ordering)
    assert len(found) == len(set(found)) == 13
    turned = ordering.removeprefix("-") if ordering.startswith("-") else f"-{ordering}"
    assert walk(client, locale="en", limit=5, ordering=turned) == found[::-1]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        *(
            (f"month={month}", "month")
            for month in ("2026", "2026-13", "1969-12", "2026-1", "9999-12", "٢٠٢٦-٠١")
        ),
        *(
            (f"updated_since={at}", "updated_since")
            for at in ("today", "2026-02-30", "2026-02-01T25:00:00Z", "0001-01-01")
        ),
        ("ordering=price", "ordering"),
        ("author=amira", "author"),
        # A cursor that was made for another order: sixteen bytes of an id and a title.
        ("ordering=updated&cursor=AAAAAAAAAAAAAAAAAAAAAFRpdGxl", "cursor"),
    ],
)
def test_a_filter_that_cannot_be_used_is_named(client: Client, query: str, parameter: str) -> None:
    assert problem(client.get(f"{LIST}?{query}"), 400, "invalid_parameter")["parameter"] == parameter


@pytest.mark.usefixtures("library")
def test_a_page_is_found_by_its_path(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    row = Document.objects.get(content_id=TREATMENT, locale="ar")
    with django_assert_num_queries(2):
        response = client.get(BY_PATH, {"path": str(row.path)})
    detail = client.get(response["Content-Location"])
    assert (response.content, response["ETag"]) == (detail.content, detail["ETag"])
    assert response["Content-Language"] == "ar"
    for path in ("/ar/", "/de/treatments/"):
        assert client.get(BY_PATH, {"path": path}).json()["path"] == path


@pytest.mark.usefixtures("library")
def test_a_page_that_has_moved_is_answered_with_its_new_path(client: Client) -> None:
    row = Document.objects.get(content_id=TREATMENT, locale="de")
    FormerPath.objects.create(path="/de/einst/", content_id=TREATMENT, locale="de")
    response = client.get(BY_PATH, {"path": "/de/einst/"})
    assert (response.status_code, response["Location"]) == (301, f"{BY_PATH}?{urlencode({'path': row.path})}")
    assert response.json()["moved_to"]["path"] == row.path
    assert (
        client.get(response["Location"]).content
        == client.get(response.json()["moved_to"]["api_path"]).content
    )


@pytest.mark.usefixtures("library")
def test_a_page_that_is_gone_says_why(client: Client) -> None:
    rows = Document.objects.filter(content_id=TREATMENT, locale="de")
    path = str(rows.get().path)
    FormerPath.objects.create(path="/de/einst/", content_id=TREATMENT, locale="de")
    rows.update(status="gone", body=None, gone_reason="recalled")
    for there in (path, "/de/einst/"):
        found = problem(client.get(BY_PATH, {"path": there}), 410, "gone")
        assert (found["reason"], found["requested"], found["id"]) == ("recalled", "de", str(TREATMENT))
        assert found["available_locales"] == ["en", "ar", "zh-Hans"]


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("path", ["/de/nirgends/", "/api/v1/", "/", "/" + "x" * 2000])
def test_a_path_at_which_nothing_ever_was(client: Client, path: str) -> None:
    problem(client.get(BY_PATH, {"path": path}), 404, "unknown_path")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", ["", "path=", "path=de", "path=https://x.example/", f"path=/{'x' * 3000}", "path=/%00/"]
)
def test_what_is_no_path_is_refused(client: Client, query: str) -> None:
    assert problem(client.get(f"{BY_PATH}?{query}"), 400, "invalid_parameter")["parameter"] == "path"


@pytest.mark.usefixtures("library")
def test_the_languages_of_a_content_and_what_became_of_each(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = f"/api/v1/treatments/{TREATMENT}/translations/"
    at = dt.datetime(2026, 5, 1, 12, 30, tzinfo=dt.UTC)
    rows = Document.objects.filter(content_id=TREATMENT)
    rows.filter(locale="de").update(status="gone", body=None, gone_reason="unpublished", gone_at=at)
    rows.filter(locale="ar").update(status="withdrawn")
    with django_assert_num_queries(1):
        found = client.get(address).json()
    english, german, arabic, chinese = found["results"]
    assert [one["status"] for one in found["results"]] == ["live", "gone", "withdrawn", "live"]
    assert (german["reason"], german["gone_at"], german["title"]) == (
        "unpublished",
        "2026-05-01T12:30:00Z",
        None,
    )
    assert (english["is_source"], chinese["is_source"], arabic["path"]) == (True, False, None)
    assert client.get(chinese["api_path"])["ETag"] == chinese["etag"]
    problem(client.get(f"/api/v1/treatments/{CONDITION}/translations/"), 404, "not_found")


def manifest(client: Client, **query: Any) -> list[dict[str, Any]]:
    """Return all entries of the manifest, following ``links.next``."""
    found: list[dict[str, Any]] = []
    address = client.get(MANIFEST, query).json()["links"]["self"]
    while address:
        page = client.get(address.removeprefix("https://clinic.example")).json()
        found += page["results"]
        assert page["count"] >= len(page["results"])
        address = page["links"]["next"]
    return found


@pytest.mark.usefixtures("library")
def test_the_manifest_names_every_document_with_its_entity_tag(client: Client) -> None:
    entries = manifest(client, limit=7)
    assert len({(entry["id"], entry["language"]) for entry in entries}) == len(entries)
    served = Document.objects.exclude(type__in=["organisation", "navigation"])
    assert len(entries) == served.count()
    for entry in entries[:8]:
        assert client.get(entry["api_path"])["ETag"] == entry["etag"]
    german = manifest(client, locale="de", type="treatment")
    assert [(entry["id"], entry["language"]) for entry in german] == [(str(TREATMENT), "de")]
    Document.objects.filter(content_id=TREATMENT, locale="de").update(status="gone", body=None)
    assert manifest(client, locale="de", type="treatment") == []
    problem(client.get(MANIFEST, {"type": "organisation"}), 400, "invalid_parameter")


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 200])
def test_the_manifest_costs_two_queries_however_much_there_is(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    shelve(number)
    with django_assert_num_queries(2):
        assert len(client.get(f"{MANIFEST}?limit=1000").json()["results"]) == number
