"""What does an app get that synchronises?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from delivery.sync_tokens import Token
from publishing.feed import RETENTION
from publishing.models import Document
from publishing.tasks import purge_tombstones
from tests import factories
from tests.delivery.conftest import CONDITION, TREATMENT, body_of
from tests.delivery.shapes import committed, faults
from tests.delivery.sync import door
from tests.delivery.sync.app import BASE, SYNC, App, assert_same, content_ids, public_state
from tests.delivery.test_problems import problem

IDS = content_ids(10)
Commit = Callable[[], None]


@pytest.fixture
def ten(commit: Commit) -> None:
    """Publish ten documents in Arabic and one in German."""
    for content_id in IDS:
        door.publish(content_id, "ar", "First")
    door.publish(IDS[0], "de", "Zuerst")
    commit()


def pages(client: Client, address: str) -> Iterator[dict[str, Any]]:
    """Yield pages until there are no further ones."""
    following: str | None = address
    while following:
        page: dict[str, Any] = client.get(following.removeprefix(BASE)).json()
        yield page
        following = page["next_page"]


def all_of(client: Client, address: str) -> tuple[list[dict[str, Any]], str]:
    """Return all items, and where to go for changes."""
    found = list(pages(client, address))
    return [item for page in found for item in page["items"]], found[-1]["next_sync"]


@pytest.mark.usefixtures("library")
def test_each_document_is_the_detail_answer_byte_for_byte(client: Client, commit: Commit) -> None:
    commit()
    response = client.get(f"{SYNC}?locale=AR")
    page = response.json()
    schema = {"$ref": "#/components/schemas/SyncPage", **committed("docs/api/openapi.json")}
    assert faults(schema, page) == []
    assert response["Content-Language"] == page["language"] == "ar"
    assert {item["id"] for item in page["items"]} >= {str(TREATMENT), str(CONDITION)}
    for item in page["items"]:
        detail = client.get(item["document"]["api_path"])
        assert item["etag"] == detail["ETag"]
        assert b'"document":' + detail.content + b"}" in response.content
    assert body_of(TREATMENT, "ar").replace(b"https://base.invalid", BASE.encode()) in response.content
    negotiated = client.get(SYNC, headers={"accept-language": "de"})
    assert (negotiated["Content-Language"], negotiated["Vary"]) == ("de", "Accept-Encoding, Accept-Language")
    assert client.get(negotiated["Content-Location"]).content == negotiated.content


@pytest.mark.usefixtures("ten")
def test_a_snapshot_comes_in_pages_and_is_the_same_when_asked_again(client: Client) -> None:
    found = list(pages(client, f"{SYNC}?locale=ar&limit=4"))
    assert [len(page["items"]) for page in found] == [4, 4, 2]
    assert [bool(page["next_sync"]) for page in found] == [False, False, True]
    assert list(pages(client, f"{SYNC}?locale=ar&limit=4")) == found
    here = found[0]["next_page"].removeprefix(BASE)
    again = client.get(here)
    assert client.get(here, headers={"if-none-match": again["ETag"]}).status_code == 304
    only, _next = all_of(client, f"{SYNC}?locale=ar&type=treatment")
    assert {item["type"] for item in only} == {"treatment"}
    assert len(only) == 5


@pytest.mark.usefixtures("ten")
def test_changes_are_upserts_and_deletes_collapsed_to_the_last(client: Client, commit: Commit) -> None:
    _items, following = all_of(client, f"{SYNC}?locale=ar")
    for title in ("Second", "Third"):
        door.publish(IDS[0], "ar", title)
        door.publish(IDS[0], "de", title)
        commit()
    door.withdraw(IDS[1], "ar", "It was wrong.")
    door.take_down(IDS[2], "ar", "recalled", IDS[0])
    commit()
    changes, later = all_of(client, following)
    assert [(item["op"], item["id"]) for item in changes] == [
        ("upsert", str(IDS[0])),
        ("upsert", str(IDS[1])),
        ("delete", str(IDS[2])),
    ]
    assert changes[0]["document"]["title"] == "Third"
    assert changes[1]["document"]["status"] == "withdrawn"
    assert (changes[2]["reason"], changes[2]["replaced_by"]) == ("recalled", str(IDS[0]))
    assert changes[2]["at"].endswith("Z")
    assert all_of(client, following) == (changes, later)
    assert all_of(client, later)[0] == []
    fresh, _next = all_of(client, f"{SYNC}?locale=ar")
    assert len(fresh) == 9
    assert {item["op"] for item in fresh} == {"upsert"}


@pytest.mark.usefixtures("ten")
def test_what_changes_during_a_snapshot_comes_with_the_changes(client: Client, commit: Commit) -> None:
    app = App("ar", limit=4)
    app.step()
    door.publish(IDS[0], "ar", "Changed after it was given")
    door.publish(IDS[9], "ar", "Changed before it was given")
    door.take_down(IDS[1], "ar")
    commit()
    app.catch_up()
    assert_same(app.copy, public_state(client, app))


@pytest.mark.usefixtures("ten")
def test_a_page_takes_one_query_however_long_it_is(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for limit in (1, 50):
        with django_assert_num_queries(1):
            page = client.get(f"{SYNC}?locale=ar&limit={limit}").json()
    with django_assert_num_queries(1):
        client.get(page["next_sync"].removeprefix(BASE))


def test_what_is_no_longer_true_is_compiled_before_it_is_given(client: Client, committed_db: None) -> None:
    page = factories.condition()
    past = timezone.now() - dt.timedelta(minutes=1)
    found = Document.objects.filter(content_id=page.translation_key)
    found.update(body=b'{"old": 1}', etag="old", valid_until=past)
    items, following = all_of(client, f"{SYNC}?locale=en&type=condition")
    assert [item["document"]["title"] for item in items] == [page.title]
    type(page).objects.filter(pk=page.pk).update(expire_at=past)
    found.update(valid_until=past)
    assert all_of(client, f"{SYNC}?locale=en&type=condition&limit=1")[0] == []
    assert [item["op"] for item in all_of(client, following)[0]] == ["delete"]


@pytest.mark.usefixtures("ten")
def test_a_token_that_is_worth_nothing(client: Client, settings: Settings) -> None:
    _items, following = all_of(client, f"{SYNC}?locale=ar")
    here = following.removeprefix(BASE)
    for broken in (
        f"{SYNC}?token=x",
        f"{SYNC}?token=",
        here.replace("token=W", "token=X"),
        f"{SYNC}?token={'x' * 3000}",
    ):
        assert problem(client.get(broken), 410, "resync_required")["snapshot"] is None
    settings.PUBLIC_BASE_URL = "https://moved.example"
    found = client.get(here).json()
    assert (found["code"], found["snapshot"]) == (
        "resync_required",
        "https://moved.example/api/v1/sync/?locale=ar",
    )


@pytest.mark.usefixtures("ten")
def test_a_restored_database_refuses_the_tokens_of_its_lost_future(client: Client, commit: Commit) -> None:
    _items, following = all_of(client, f"{SYNC}?locale=ar&type=treatment")
    here = following.removeprefix(BASE)
    newest = Document.objects.order_by("-sequence")[0]
    Document.objects.filter(pk=newest.pk).delete()  # as if it had not happened yet
    found = problem(client.get(here), 410, "resync_required")
    assert found["snapshot"] == f"{BASE}/api/v1/sync/?locale=ar&type=treatment"
    _items, following = all_of(client, f"{SYNC}?locale=ar")
    call_command("restart_feed", verbosity=0)
    problem(client.get(following.removeprefix(BASE)), 410, "resync_required")
    assert len(all_of(client, f"{SYNC}?locale=ar")[0]) == 10


@pytest.mark.usefixtures("ten")
def test_only_forgotten_tombstones_end_a_token(client: Client, commit: Commit) -> None:
    _items, old = all_of(client, f"{SYNC}?locale=ar")
    reading = client.get(f"{SYNC}?locale=ar&limit=4").json()["next_page"]
    door.take_down(IDS[0], "ar", "deleted")
    door.take_down(IDS[1], "ar", "recalled")
    commit()
    _items, new = all_of(client, old)
    door.take_down(IDS[2], "ar", "deleted")
    commit()
    assert purge_tombstones.call() == 0
    with time_machine.travel(timezone.now() + RETENTION + dt.timedelta(days=1)):
        # The recalled one stays, and so does the last one, whose number would be given again.
        assert purge_tombstones.call() == 1
        for token in (old, reading):
            problem(client.get(token.removeprefix(BASE)), 410, "resync_required")
        assert [item["id"] for item in all_of(client, new)[0]] == [str(IDS[2])]


@pytest.mark.usefixtures("ten")
def test_parameters_that_do_not_go_together(client: Client) -> None:
    assert (
        problem(client.get(f"{SYNC}?locale=ar&type=organisation"), 400, "invalid_parameter")["parameter"]
        == "type"
    )
    problem(client.get(f"{SYNC}?locale=ar&limit=101"), 400, "invalid_parameter")
    token = client.get(f"{SYNC}?locale=ar").json()["next_sync"].removeprefix(BASE)
    found = problem(client.get(f"{token}&locale=ar"), 400, "unknown_parameter")
    assert found["allowed"] == "token, limit"


def test_a_token_for_all_types_does_not_outlive_a_further_type(
    client: Client, commit: Commit, ten: None
) -> None:
    world = Token.decode(token_in(all_of(client, f"{SYNC}?locale=ar")[1])).world
    some = Token("ar", ("treatment",), every=False, world=world)
    assert client.get(SYNC, {"token": some.encode()}).status_code == 200
    fewer = Token("ar", ("treatment",), every=True, world=world)
    problem(client.get(SYNC, {"token": fewer.encode()}), 410, "resync_required")


def token_in(address: str) -> str:
    """Return the token of an address."""
    return parse_qs(urlsplit(address).query)["token"][0]
