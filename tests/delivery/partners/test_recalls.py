"""Is it known of each partner whether they have taken notice of a recall?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from delivery.partners.background import flush
from delivery.partners.models import ApiKey, RecallNotice
from delivery.partners.notices import standing_recalls, standings
from delivery.partners.tasks import remind_of_recalls
from publishing.recall.act import lift, recall
from tests import factories
from tests.delivery.keys import Issue, Issued
from tests.delivery.shapes import committed, component, faults

pytestmark = pytest.mark.django_db
Commit = Callable[[], None]
RECALLS, BOARD = "/api/v1/recalls/", "/admin/recall-notices/"


@pytest.fixture
def page(commit: Commit) -> Any:
    """A page in English and German."""
    made = factories.standard_page_in("de")[0]
    commit()
    return made


def recalled(page: Any, commit: Commit) -> int:
    made = recall(page.translation_key, kind="gone", explanations={"en": "One of the numbers was wrong."})
    commit()
    return made.pk


def sync(client: Client, key: Issued, start: str) -> str:
    """Read the feed to its end; return where it goes on."""
    address = start
    while True:
        found = client.get(address, headers=key.headers).json()
        if found["next_sync"]:
            return str(found["next_sync"])
        address = found["next_page"]


def listed(client: Client, key: Issued) -> list[dict[str, Any]]:
    response = client.get(RECALLS, headers=key.headers)
    assert response.status_code == 200
    assert not faults(component("RecallList"), response.json())
    results: list[dict[str, Any]] = response.json()["results"]
    return results


def test_a_token_from_after_the_recall_proves_notice_language_by_language(
    client: Client, issued: Issue, page: Any, commit: Commit
) -> None:
    key = issued()
    places = {code: sync(client, key, f"/api/v1/sync/?locale={code}") for code in ("en", "de")}
    for place in places.values():
        client.get(place, headers=key.headers)  # only who comes back has kept what they were given
    flush()
    recalled(page, commit)
    [one] = listed(client, key)
    assert (one["languages"], one["open"], one["noticed_at"]) == (["en", "de"], ["en", "de"], None)
    # Being given the change is not enough: the answer may have been lost.
    after = {code: sync(client, key, place) for code, place in places.items()}
    flush()
    assert listed(client, key)[0]["open"] == ["en", "de"]
    client.get(after["de"], headers=key.headers)
    flush()
    assert listed(client, key)[0]["open"] == ["en"]
    client.get(after["en"], headers=key.headers)
    client.get(after["en"])  # without a key nobody has taken notice of anything
    flush()
    [one] = listed(client, key)
    assert one["open"] == []
    assert one["noticed_at"] is not None
    assert one["acknowledged_at"] is None
    assert RecallNotice.objects.count() == 2


def test_a_token_of_a_snapshot_or_of_other_types_proves_nothing(
    client: Client, issued: Issue, page: Any, commit: Commit
) -> None:
    key = issued()
    factories.standard_page()
    recalled(page, commit)
    first = client.get("/api/v1/sync/?locale=en&limit=1", headers=key.headers).json()["next_page"]
    client.get(first, headers=key.headers)
    conditions = sync(client, key, "/api/v1/sync/?locale=en&type=condition")
    client.get(conditions, headers=key.headers)
    flush()
    assert not RecallNotice.objects.exists()
    # It synchronises English, so it is asked in English alone.
    assert listed(client, key)[0]["languages"] == ["en"]


def test_an_acknowledgement_counts_for_all_languages_and_the_first_time(
    client: Client, issued: Issue, page: Any, commit: Commit
) -> None:
    key, other = issued(), issued(languages=["ar"])
    number = recalled(page, commit)
    address = f"{RECALLS}{number}/acknowledgement/"
    with time_machine.travel(timezone.now() + dt.timedelta(minutes=1), tick=False) as clock:
        done = client.post(address, headers=key.headers)
        assert (done.status_code, done["Cache-Control"]) == (200, "no-store")
        assert not faults(component("RecallEntry"), done.json())
        assert (done.json()["open"], done.json()["id"]) == ([], str(page.translation_key))
        clock.shift(60)
        assert client.post(address, headers=key.headers).json() == done.json()
    assert listed(client, key) == [done.json()]
    # It was never public in Arabic: there is nothing to ask for.
    assert listed(client, other) == []
    for unknown, who in ((address, other), (f"{RECALLS}999/acknowledgement/", key)):
        refused = client.post(unknown, headers=who.headers)
        assert (refused.status_code, refused.json()["code"]) == (404, "unknown_recall")
    assert client.post(address).status_code == 401
    assert client.get(RECALLS).json()["code"] == "key_required"
    wrong = client.get(address, headers=key.headers)
    assert (wrong.status_code, wrong["Allow"]) == (405, "POST, OPTIONS")
    assert client.options(address)["Access-Control-Allow-Methods"] == "POST"
    lift(page.translation_key, reason="It is right now.")
    assert listed(client, key) == []


def test_asked_is_who_had_a_key_when_it_was_recalled(issued: Issue, page: Any, commit: Commit) -> None:
    now = timezone.now()
    late = now + dt.timedelta(hours=1)
    early = now - dt.timedelta(hours=1)
    asked = {issued(name="asked").row.pk, issued(name="revoked later", revoked_at=late).row.pk}
    for values in (
        {"revoked_at": early},
        {"expires_at": early},
        {"types": ["treatment"]},
        {"created_at": late},
    ):
        issued(**values)
    recalled(page, commit)
    assert {one.key.pk for one in standings(standing_recalls())} == asked


def test_who_has_not_taken_notice_is_reminded_once_a_day(
    client: Client, issued: Issue, page: Any, commit: Commit, settings: Settings
) -> None:
    key, quick = issued(), issued(name="Android")
    gone = issued(name="Watch", revoked_at=timezone.now() + dt.timedelta(hours=1))
    number = recalled(page, commit)
    client.post(f"{RECALLS}{number}/acknowledgement/", headers=quick.headers)
    start = timezone.now()
    for hours, mails in ((23, 0), (25, 1), (30, 1), (49, 2)):
        with time_machine.travel(start + dt.timedelta(hours=hours), tick=False):
            remind_of_recalls.call()
        assert len(mail.outbox) == mails, hours
    told = mail.outbox[0]
    assert told.to == ["it@partner.example"]
    for said in (str(page.translation_key), f"/api/v1/recalls/{number}/acknowledgement/", "en, de", "iOS"):
        assert said in told.body
    assert gone.row.name not in told.body
    settings.RECALL_REMINDERS = False
    with time_machine.travel(start + dt.timedelta(days=9), tick=False):
        assert remind_of_recalls.call() == 0
    assert key.row.pk


def test_the_board_tells_who_has_and_who_has_not_and_reminds(
    client: Client, issued: Issue, page: Any, commit: Commit
) -> None:
    open_key, done = issued(name="Slow <app>"), issued(name="Quick app")
    number = recalled(page, commit)
    client.post(f"{RECALLS}{number}/acknowledgement/", headers=done.headers)
    client.force_login(get_user_model().objects.create_superuser("admin", "admin@clinic.example"))
    html = client.get(BOARD).content.decode()
    assert "1 of 2 have taken notice" in html
    assert "Slow &lt;app&gt;" in html
    assert "English, Deutsch" in html
    assert "acknowledged" in html
    assert BOARD in client.get("/admin/recall/").content.decode()
    told = client.post(BOARD, {"key": open_key.row.pk, "recall": number}, follow=True).content.decode()
    assert "it@partner.example is reminded." in told
    assert len(mail.outbox) == 1
    for key in (done.row.pk, "x", 10**6):
        client.post(BOARD, {"key": key, "recall": number})
    assert len(mail.outbox) == 1
    use = client.get(f"/admin/partners/inspect/{open_key.row.partner_id}/").content.decode()
    assert re.search(rf'<a href="{BOARD}">1</a>', use)


def test_the_board_costs_the_same_for_one_and_for_many(
    client: Client, issued: Issue, page: Any, commit: Commit
) -> None:
    recalled(page, commit)
    issued()
    client.force_login(get_user_model().objects.create_superuser("admin", "admin@clinic.example"))

    def queries(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    inspect = f"/admin/partners/inspect/{ApiKey.objects.get().partner_id}/"
    alone = [queries(BOARD), queries(inspect)]
    for number in range(50):
        issued(name=f"App {number}")
    assert [queries(BOARD), queries(inspect)] == alone


def test_who_may_not_see_partners_finds_the_board_closed(client: Client) -> None:
    user = get_user_model().objects.create_user("staff", "staff@clinic.example")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", "view_partner"]))
    client.force_login(user)
    assert client.get(BOARD).status_code == 200
    assert client.post(BOARD, {"key": 1, "recall": 1}).status_code == 302
    user.user_permissions.set(Permission.objects.filter(codename="access_admin"))
    client.force_login(get_user_model().objects.get())
    assert client.get(BOARD).status_code == 302
    assert "recall-notices" not in client.get("/admin/").content.decode()


def test_the_shapes_are_in_the_openapi_document() -> None:
    operations = committed("docs/api/openapi.json")["paths"]
    acknowledge = operations["/recalls/{recall}/acknowledgement/"]["post"]
    assert acknowledge["security"] == [{"partnerKey": []}]
    assert "requestBody" not in acknowledge
    assert {"401", "403", "404", "429"} <= acknowledge["responses"].keys()
