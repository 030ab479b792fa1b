"""What does a key open, for how long, and what is said to those whom it does not?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from delivery.partners.callers import KNOWN_FOR
from delivery.partners.models import ApiKey
from delivery.partners.secrets import replace
from tests.delivery.conftest import CATEGORY, CONDITION, TREATMENT
from tests.delivery.keys import Issue

pytestmark = pytest.mark.usefixtures("library")
DETAIL = f"/api/v1/treatments/{TREATMENT}/?locale=de"


def refusal(response: Any, status: int, code: str) -> dict[str, Any]:
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    found: dict[str, Any] = response.json()
    assert found["code"] == code
    assert found["detail"]
    assert "no-store" in response["Cache-Control"] or "private" in response["Cache-Control"]
    return found


def test_who_has_a_key_gets_the_same_and_no_shared_cache_keeps_it(client: Client, issued: Issue) -> None:
    anonymous = client.get(DETAIL)
    key = issued()
    response = client.get(DETAIL, headers=key.headers)
    assert response.content == anonymous.content
    assert response["ETag"] == anonymous["ETag"]
    assert response["Cache-Control"] == anonymous["Cache-Control"].replace("public", "private")
    unchanged = client.get(DETAIL, headers={**key.headers, "If-None-Match": response["ETag"]})
    assert unchanged.status_code == 304
    assert unchanged["Cache-Control"].startswith("private")
    with CaptureQueriesContext(connection) as captured:
        client.get(DETAIL, headers=key.headers)
    assert len(captured) == 1
    assert key.text not in str(ApiKey.objects.values())


@pytest.mark.parametrize(
    "given",
    [
        "Bearer",
        "Bearer pc_aaaaaaaa_short",
        "Basic dXNlcjpwYXNz",
        f"Bearer pc_abcdefgh_{'x' * 43}",
        "Bearer \x7f",
    ],
)
def test_what_is_no_key_of_ours_is_said_to_be_none(client: Client, given: str) -> None:
    response = client.get(DETAIL, headers={"Authorization": given, "Accept-Language": "fr"})
    found = refusal(response, 401, "key_not_accepted")
    assert found["reason"] == "unknown"
    assert response["WWW-Authenticate"] == 'Bearer realm="content API", error="invalid_token"'
    assert response["Content-Language"] == "de"
    assert response["Access-Control-Allow-Origin"] == "*"


def test_a_secret_of_another_key_opens_nothing(client: Client, issued: Issue) -> None:
    one, other = issued(), issued()
    mixed = f"pc_{one.row.prefix}_{other.text.rpartition('_')[2][-43:]}"
    swapped = one.text[:12] + other.text[12:]
    for text in (mixed, swapped):
        assert client.get(DETAIL, headers={"Authorization": f"Bearer {text}"}).status_code == 401


def test_a_key_ends_at_its_second_or_when_it_is_revoked(client: Client, issued: Issue) -> None:
    now = timezone.now()
    with time_machine.travel(now, tick=False) as clock:
        key = issued(expires_at=now + dt.timedelta(hours=1))
        clock.shift(dt.timedelta(minutes=59, seconds=59))
        assert client.get(DETAIL, headers=key.headers).status_code == 200
        clock.shift(dt.timedelta(seconds=1))
        assert (
            refusal(client.get(DETAIL, headers=key.headers), 401, "key_not_accepted")["reason"] == "expired"
        )
        other = issued()
        assert client.get(DETAIL, headers=other.headers).status_code == 200
        ApiKey.objects.filter(pk=other.row.pk).update(revoked_at=timezone.now())
        clock.shift(KNOWN_FOR)
        assert (
            refusal(client.get(DETAIL, headers=other.headers), 401, "key_not_accepted")["reason"] == "revoked"
        )


def test_a_key_that_is_replaced_holds_beside_the_new_one_until_its_day(client: Client, issued: Issue) -> None:
    now = timezone.now()
    with time_machine.travel(now, tick=False) as clock:
        key = issued(languages=["de"])
        client.get(DETAIL, headers=key.headers)
        new = replace(key.row, now + dt.timedelta(days=7))
        both = [key.headers, {"Authorization": f"Bearer {new}"}]
        assert [client.get(DETAIL, headers=one).status_code for one in both] == [200, 200]
        clock.shift(dt.timedelta(days=7))
        assert [client.get(DETAIL, headers=one).status_code for one in both] == [401, 200]
        assert client.get(DETAIL, headers=both[0]).json()["reason"] == "replaced"
        assert client.get(DETAIL.replace("=de", "=ar"), headers=both[1]).status_code == 403


def test_a_new_secret_of_the_site_takes_the_old_one_along(
    client: Client, issued: Issue, settings: Settings
) -> None:
    key = issued()
    former, settings.SECRET_KEY = settings.SECRET_KEY, "another"
    assert client.get(DETAIL, headers=key.headers).status_code == 401
    settings.SECRET_KEY_FALLBACKS = [former]
    assert client.get(DETAIL, headers=key.headers).status_code == 200


def test_without_a_key_nothing_is_to_be_had_where_the_site_says_so(
    client: Client, issued: Issue, settings: Settings
) -> None:
    settings.API_ANONYMOUS = "off"
    for address in (DETAIL, "/api/v1/treatments/", "/api/v1/sync/", "/api/v1/search/?q=skin"):
        response = client.get(address, headers={"Accept-Language": "ar"})
        refusal(response, 401, "key_required")
        assert response["WWW-Authenticate"] == 'Bearer realm="content API"'
    assert client.get(DETAIL, headers=issued().headers).status_code == 200
    for address in ("/api/v1/schema/", "/api/v1/docs/"):
        assert client.get(address).status_code == 200
    assert client.options(DETAIL).status_code == 204


READABLE = (
    *(f"/api/v1/{name}/?locale=de" for name in ("treatments", "sync", "manifest")),
    *("/api/v1/search/?q=skin&locale=de", "/api/v1/search/suggestions/?q=mes&locale=de"),
    *(DETAIL, f"/api/v1/treatments/{TREATMENT}/sections/risks/?locale=de"),
    "/api/v1/pages/by-path/?path=/de/treatments/treatment-meso/",
)


def test_a_key_for_one_language_opens_nothing_else(client: Client, issued: Issue) -> None:
    german, arabic = issued(languages=["de"]), issued(languages=["ar"])
    for address in READABLE:
        assert client.get(address, headers=german.headers).status_code == 200, address
        found = refusal(client.get(address, headers=arabic.headers), 403, "outside_scope")
        assert (found["allowed_languages"], found["allowed_types"]) == (["ar"], None)
    fallback = f"/api/v1/treatments/{TREATMENT}/?locale=ar&fallback=de"
    refusal(client.get(fallback, headers=arabic.headers), 403, "outside_scope")
    # What the key does not open is not negotiated, listed or counted.
    for address in (f"/api/v1/treatments/{TREATMENT}/", "/api/v1/treatments/", "/api/v1/sync/"):
        wanted = {**arabic.headers, "Accept-Language": "de"}
        assert client.get(address, headers=wanted)["Content-Language"] == "ar"
    for address in ("/api/v1/manifest/", "/api/v1/locales/", f"/api/v1/treatments/{TREATMENT}/translations/"):
        results = client.get(address, headers=arabic.headers).json()["results"]
        assert {one["language"] for one in results} == {"ar"}, address
    token = client.get("/api/v1/sync/?locale=de", headers=german.headers).json()
    address = token["next_page"] or token["next_sync"]
    refusal(client.get(address, headers=arabic.headers), 403, "outside_scope")


def test_a_key_for_one_type_opens_nothing_else(
    client: Client, issued: Issue, commit: Callable[[], None]
) -> None:
    commit()
    conditions = issued(types=["condition"]).headers
    others = [address for address in READABLE if "sync" not in address and "manifest" not in address]
    for address in (one for one in others if "search" not in one):
        found = refusal(client.get(address, headers=conditions), 403, "outside_scope")
        assert found["allowed_types"] == ["condition"]
    assert client.get(f"/api/v1/conditions/{CONDITION}/?locale=de", headers=conditions).status_code == 200
    for address in (f"/api/v1/treatments/{TREATMENT}/translations/", f"/api/v1/categories/{CATEGORY}/"):
        refusal(client.get(address, headers=conditions), 403, "outside_scope")
    for address in ("/api/v1/manifest/", "/api/v1/search/?q=skin&locale=en"):
        results = client.get(address, headers=conditions).json()["results"]
        assert {one["type"] for one in results} <= {"condition"}
    items = client.get("/api/v1/sync/?locale=en", headers=conditions).json()["items"]
    assert {one["type"] for one in items} == {"condition"}
    for address in (
        "sync/?locale=en&type=treatment",
        "manifest/?type=treatment",
        "search/?q=a&type=treatment",
    ):
        refusal(client.get(f"/api/v1/{address}", headers=conditions), 403, "outside_scope")
    counted = client.get("/api/v1/locales/", headers=conditions).json()["results"][0]["documents"]
    assert (counted["conditions"], counted["treatments"]) == (1, 0)
    pages = issued(types=["page"]).headers
    assert client.get("/api/v1/pages/?locale=en", headers=pages).json()["count"] == 1


def test_which_other_sites_may_read_is_a_setting(client: Client, settings: Settings) -> None:
    settings.API_CORS_ORIGINS = ("https://app.example",)
    ours = client.get(DETAIL, headers={"Origin": "https://app.example"})
    assert ours["Access-Control-Allow-Origin"] == "https://app.example"
    assert "Origin" in ours["Vary"]
    theirs = client.get(DETAIL, headers={"Origin": "https://other.example"})
    assert "Access-Control-Allow-Origin" not in theirs
    assert "Origin" in theirs["Vary"]
    asked = client.options(DETAIL, headers={"Origin": "https://app.example"})
    assert asked["Access-Control-Allow-Origin"] == "https://app.example"
    assert "Authorization" in asked["Access-Control-Allow-Headers"]
