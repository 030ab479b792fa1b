"""What does an app get when it asks for a list?"""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from publishing.models import Document
from tests.delivery.conftest import CATEGORY, TREATMENT

LIST = "/api/v1/treatments/"


def stored(title: str, number: int, *, locale: str = "en", facets: tuple[str, ...] = ()) -> Document:
    """Return a live document for lists, which read nothing but these columns."""
    content_id = UUID(int=number)
    now = timezone.now()
    return Document(
        content_id=content_id,
        locale=locale,
        type="treatment",
        path=f"/{locale}/treatments/{number}/",
        title=title,
        card={"id": str(content_id), "title": title, "url": f"https://base.invalid/{locale}/{number}/"},
        facets=list(facets),
        etag=f"{number}",
        first_published_at=now,
        updated_at=now,
    )


def shelve(number: int) -> None:
    """Store ``number`` documents, many of them with equal titles."""
    Document.objects.bulk_create(stored(f"Title {n % 7}", n + 1) for n in range(number))


def walk(client: Client, **query: Any) -> list[str]:
    """Return the ids of all entries, following ``links.next``."""
    found: list[str] = []
    address = client.get(LIST, query).json()["links"]["self"]
    while address:
        page = client.get(address.removeprefix("https://clinic.example")).json()
        found += [card["id"] for card in page["results"]]
        address = page["links"]["next"]
    return found


@pytest.mark.usefixtures("library")
def test_a_list_holds_the_cards_of_one_language(client: Client) -> None:
    response = client.get(LIST, {"locale": "ar"})
    found = response.json()
    assert response["Content-Language"] == "ar"
    assert {name: found[name] for name in ("count", "language", "direction")} == {
        "count": 1,
        "language": "ar",
        "direction": "rtl",
    }
    (card,) = found["results"]
    document = client.get(card["api_path"]).json()
    shared = ("id", "type", "language", "direction", "title", "summary", "path", "url", "api_path")
    assert {name: card[name] for name in shared} == {name: document[name] for name in shared}
    assert card["image"] == document["hero"]
    assert found["links"] == {"self": f"https://clinic.example{LIST}?locale=ar&limit=20", "next": None}


@pytest.mark.usefixtures("library")
def test_without_locale_the_header_decides(client: Client) -> None:
    response = client.get(LIST, headers={"accept-language": "de-CH"})
    assert response.json()["language"] == response["Content-Language"] == "de"
    assert response["Vary"] == "Accept-Encoding, Accept-Language"
    assert client.get(response["Content-Location"]).content == response.content


@pytest.mark.usefixtures("library")
def test_a_list_of_one_category(client: Client) -> None:
    assert client.get(LIST, {"locale": "de", "category": str(CATEGORY)}).json()["count"] == 1
    assert client.get(LIST, {"locale": "de", "category": str(uuid4())}).json()["results"] == []
    # The address of the answer keeps the filter.
    found = client.get(LIST, {"locale": "de", "category": str(CATEGORY)}).json()
    assert f"category={CATEGORY}" in found["links"]["self"]


@pytest.mark.django_db
@pytest.mark.parametrize("limit", [1, 3, 20, 100])
def test_following_next_gives_each_entry_once_and_in_order(client: Client, limit: int) -> None:
    shelve(25)
    in_order = Document.objects.order_by("title", "content_id").values_list("content_id", flat=True)
    assert walk(client, locale="en", limit=limit) == [str(content_id) for content_id in in_order]


@pytest.mark.django_db
def test_publishing_meanwhile_moves_nothing_between_pages(client: Client) -> None:
    shelve(10)
    expected = walk(client, locale="en")
    first = client.get(f"{LIST}?locale=en&limit=5").json()
    stored("Aaa, before all others", 99).save()
    Document.objects.filter(content_id=first["results"][-1]["id"]).delete()
    second = client.get(first["links"]["next"].removeprefix("https://clinic.example")).json()
    assert [card["id"] for card in first["results"] + second["results"]] == expected


@pytest.mark.django_db
def test_a_cursor_goes_through_an_address_with_any_title(client: Client) -> None:
    titles = ["", "A/B?&=+", "ميزو", "微针", "z" * 255]
    Document.objects.bulk_create(stored(title, n + 1) for n, title in enumerate(titles))
    assert len(walk(client, locale="en", limit=1)) == len(titles)


@pytest.mark.django_db
def test_what_is_gone_or_over_is_in_no_list(client: Client) -> None:
    shelve(3)
    Document.objects.filter(content_id=UUID(int=1)).update(status="gone")
    Document.objects.filter(content_id=UUID(int=2)).update(expires_at=timezone.now())
    found = client.get(LIST, {"locale": "en"}).json()
    assert (found["count"], [card["id"] for card in found["results"]]) == (1, [str(UUID(int=3))])


@pytest.mark.django_db
def test_no_cache_keeps_a_list_longer_than_its_entries_are_true(client: Client) -> None:
    shelve(2)
    Document.objects.filter(content_id=UUID(int=2)).update(
        expires_at=timezone.now() + dt.timedelta(seconds=3.5)
    )
    assert client.get(LIST, {"locale": "en"})["Cache-Control"].startswith("public, max-age=3,")


@pytest.mark.usefixtures("library")
def test_a_list_that_is_unchanged_is_not_sent_again(client: Client) -> None:
    first = client.get(LIST, {"locale": "de"})
    again = client.get(LIST, {"locale": "de"}, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    Document.objects.filter(content_id=TREATMENT, locale="de").update(card={"title": "Neu"})
    changed = client.get(LIST, {"locale": "de"}, headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 200])
def test_a_list_costs_two_queries_however_much_there_is(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    shelve(number)
    with django_assert_num_queries(2):
        response = client.get(f"{LIST}?locale=en&limit=100")
    assert len(response.json()["results"]) == min(number, 100)


@pytest.mark.usefixtures("library")
def test_the_languages_of_the_site_and_what_there_is_in_each(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        found = client.get("/api/v1/locales/").json()
    assert found["count"] == len(found["results"]) == 8
    by_tag = {entry.pop("language"): entry for entry in found["results"]}
    assert by_tag["ar"] == {
        "direction": "rtl",
        "name": "العربية",
        "default": False,
        "documents": {
            **{"categories": 1, "conditions": 1, "glossary": 1},
            **{"pages": 4, "people": 1, "treatments": 1},
        },
    }
    assert set(by_tag["pl"]["documents"].values()) == {0}
    assert [tag for tag, entry in by_tag.items() if entry["default"]] == ["en"]
