"""What does an app get when it asks for one document?"""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from publishing.models import Document
from publishing.moments import iso
from tests import factories
from tests.delivery.conftest import CONDITION, TREATMENT, body_of

ADDRESS = f"/api/v1/treatments/{TREATMENT}/"


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("locale", "tag", "direction"),
    [("de", "de", "ltr"), ("AR", "ar", "rtl"), ("zh-Hans", "zh-Hans", "ltr"), ("zh_hans", "zh-Hans", "ltr")],
)
def test_a_document_comes_in_the_language_asked_for(
    client: Client, locale: str, tag: str, direction: str
) -> None:
    response = client.get(ADDRESS, {"locale": locale})
    document = response.json()
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    assert response["Content-Language"] == document["language"] == tag
    assert document["direction"] == direction
    assert document["title"] == f"Mesotherapy {tag.lower()}·meso"
    assert response["Vary"] == "Accept-Encoding"
    assert "Content-Location" not in response


@pytest.mark.usefixtures("library")
def test_the_bytes_are_the_stored_ones_with_our_host(client: Client) -> None:
    stored = body_of(TREATMENT, "ar")
    body = client.get(ADDRESS, {"locale": "ar"}).content
    assert b"https://base.invalid" in stored
    assert b"base.invalid" not in body
    assert body == stored.replace(b"https://base.invalid", b"https://clinic.example")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("header", "tag"), [("ar-EG, en;q=0.5", "ar"), ("fr, de;q=0.2", "de"), ("zh-TW", "en"), ("de;q=0", "en")]
)
def test_without_locale_the_header_decides_among_what_there_is(client: Client, header: str, tag: str) -> None:
    response = client.get(ADDRESS, headers={"accept-language": header})
    assert response.json()["language"] == response["Content-Language"] == tag
    assert response["Vary"] == "Accept-Encoding, Accept-Language"
    assert response["Content-Location"] == f"{ADDRESS}?locale={tag}"
    assert client.get(response["Content-Location"]).content == response.content


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("address", "header", "told"),
    [
        (ADDRESS, "ar-EG, en;q=0.5", 'requested="ar";by=accept-language, served="ar"'),
        ("/api/v1/treatments/", "ar-EG", 'requested="ar";by=accept-language, served="ar"'),
        ("/api/v1/sync/", "tr", 'requested="tr";by=accept-language, served="tr"'),
        ("/api/v1/search/?q=meso", "*", 'requested="en";by=default, served="en"'),
        (ADDRESS, "", 'requested="en";by=default, served="en"'),
        (ADDRESS, "tr, zh-TW", 'requested="en";by=default, served="en"'),
        ("/api/v1/treatments/", "en;q=0", 'requested="de";by=default, served="de"'),
    ],
)
def test_an_answer_says_who_has_chosen_its_language(
    client: Client, address: str, header: str, told: str
) -> None:
    assert client.get(address, headers={"accept-language": header})["Language-Decision"] == told


@pytest.mark.usefixtures("library")
def test_without_any_wish_the_sites_own_language_is_given_else_that_of_the_original(client: Client) -> None:
    assert client.get(ADDRESS).json()["language"] == "en"
    Document.objects.filter(content_id=TREATMENT, locale="en").delete()
    Document.objects.filter(content_id=TREATMENT, locale="ar").update(is_source=True)
    assert client.get(ADDRESS).json()["language"] == "ar"


@pytest.mark.usefixtures("library")
def test_a_copy_that_still_holds_is_not_sent_again(client: Client) -> None:
    first = client.get(ADDRESS, {"locale": "de"})
    for asked in (first["ETag"], f"W/{first['ETag']}", f'"other", {first["ETag"]}', "*"):
        again = client.get(ADDRESS, {"locale": "de"}, headers={"if-none-match": asked})
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
        assert again["Cache-Control"] == first["Cache-Control"]
    other = client.get(ADDRESS, {"locale": "en"}, headers={"if-none-match": first["ETag"]})
    assert other.status_code == 200


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("part", ["", "sections/risks/"])
def test_a_date_is_answered_where_no_tag_is_sent(client: Client, part: str) -> None:
    def status(**headers: str) -> int:
        return client.get(ADDRESS + part, {"locale": "de"}, headers=headers).status_code

    assert client.get(ADDRESS + part, {"locale": "de"})["Last-Modified"] == "Fri, 06 Mar 2026 09:00:00 GMT"
    assert status(if_modified_since="Fri, 06 Mar 2026 09:00:00 GMT") == 304
    assert status(if_modified_since="Fri, 06 Mar 2026 09:00:01 GMT") == 304
    assert status(if_modified_since="Fri, 06 Mar 2026 08:59:59 GMT") == 200
    assert status(if_modified_since="yesterday") == 200
    assert status(if_modified_since="Fri, 06 Mar 2026 09:00:01 GMT", if_none_match='"another"') == 200


@pytest.mark.usefixtures("library")
def test_two_versions_of_one_second_never_have_the_same_date(client: Client) -> None:
    moment = dt.datetime(2026, 4, 1, 12, tzinfo=dt.UTC)
    Document.objects.filter(content_id=TREATMENT).update(changed_at=moment + dt.timedelta(seconds=0.4))
    with time_machine.travel(moment + dt.timedelta(seconds=0.9), tick=False):
        assert "Last-Modified" not in client.get(ADDRESS, {"locale": "de"})
        since = {"if-modified-since": "Wed, 01 Apr 2026 12:00:01 GMT"}
        assert client.get(ADDRESS, {"locale": "de"}, headers=since).status_code == 200
    with time_machine.travel(moment + dt.timedelta(seconds=1), tick=False):
        later = client.get(ADDRESS, {"locale": "de"})
        assert later["Last-Modified"] == "Wed, 01 Apr 2026 12:00:01 GMT"


@pytest.mark.django_db
def test_the_date_moves_with_the_bytes_and_not_with_the_content_alone(client: Client) -> None:
    with time_machine.travel("2026-03-06T09:00:00+00:00", tick=False):
        term = factories.glossary_term()
    address = f"/api/v1/glossary/{term.translation_key}/"
    first = client.get(address, {"locale": "en"})
    with time_machine.travel("2026-03-07T09:00:00+00:00", tick=False):
        factories.translate(term, "de")
    since = {"if-modified-since": first["Last-Modified"]}
    second = client.get(address, {"locale": "en"}, headers=since)
    assert second.status_code == 200
    assert second["Last-Modified"] == "Sat, 07 Mar 2026 09:00:00 GMT"
    assert second.json()["dates"]["updated"] == first.json()["dates"]["updated"]
    assert len(second.json()["available_translations"]) == 2


@pytest.mark.usefixtures("library")
def test_the_etag_is_strong_and_changes_with_the_host(client: Client, settings: Settings) -> None:
    before = client.get(ADDRESS, {"locale": "de"})["ETag"]
    settings.PUBLIC_BASE_URL = "https://other.example"
    after = client.get(ADDRESS, {"locale": "de"})["ETag"]
    assert before.startswith('"')
    assert before != after


@pytest.mark.usefixtures("library")
def test_head_says_what_get_says(client: Client) -> None:
    got = client.get(ADDRESS, {"locale": "de"})
    head = client.head(ADDRESS, {"locale": "de"})
    assert head.content == b""
    assert dict(head.headers) == dict(got.headers)


@pytest.mark.usefixtures("library")
def test_shared_caches_keep_it_for_seconds(client: Client) -> None:
    response = client.get(ADDRESS, {"locale": "de"})
    assert response["Cache-Control"] == "public, max-age=5, stale-while-revalidate=4, stale-if-error=600"
    assert response["Last-Modified"] == "Fri, 06 Mar 2026 09:00:00 GMT"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Set-Cookie" not in response


@pytest.mark.usefixtures("library")
def test_no_cache_keeps_it_longer_than_it_is_true(client: Client) -> None:
    end = timezone.now() + dt.timedelta(seconds=8.5)
    Document.objects.filter(content_id=TREATMENT).update(valid_until=end)
    response = client.get(ADDRESS, {"locale": "de"})
    assert response["Cache-Control"] == "public, max-age=5, stale-while-revalidate=3, stale-if-error=3"


@pytest.mark.django_db
def test_what_expires_is_gone_at_that_moment_without_any_clock(client: Client) -> None:
    soon = timezone.now() + dt.timedelta(minutes=5)
    page = factories.treatment(expire_at=soon)
    address = f"/api/v1/treatments/{page.translation_key}/"
    assert client.get(address, {"locale": "en"}).json()["valid_until"] == iso(soon)
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now())
    Document.objects.filter(content_id=page.translation_key).update(valid_until=timezone.now())
    response = client.get(address, {"locale": "en"})
    assert response.status_code == 410
    assert response.json()["reason"] == "expired"


@pytest.mark.usefixtures("library")
def test_conditions_are_served_by_the_same_code(client: Client) -> None:
    document = client.get(f"/api/v1/conditions/{CONDITION}/", {"locale": "de"}).json()
    assert (document["type"], document["title"]) == ("condition", "Melasma de·melasma")
    assert [card["id"] for card in document["treatments"]] == [str(TREATMENT)]


@pytest.mark.usefixtures("library")
def test_a_collection_holds_its_own_type_only(client: Client) -> None:
    response = client.get(f"/api/v1/conditions/{TREATMENT}/", {"locale": "de"})
    assert (response.status_code, response.json()["code"]) == (404, "not_found")


@pytest.mark.usefixtures("library")
def test_one_query_for_a_document_two_to_negotiate(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        client.get(ADDRESS, {"locale": "de"})
    with django_assert_num_queries(1):
        client.get(ADDRESS, {"locale": "de"}, headers={"if-none-match": "*"})
    with django_assert_num_queries(2):
        client.get(ADDRESS, headers={"accept-language": "de"})
    with django_assert_num_queries(1):
        client.get(f"/api/v1/treatments/{uuid4()}/", headers={"accept-language": "de"})


@pytest.mark.django_db
def test_a_reader_does_not_notice_that_the_database_was_restarted(client: Client) -> None:
    def read_around_the_end_of_the_connection() -> list[bytes]:
        bodies = [client.get("/api/v1/locales/").content]
        other = connection.copy()
        with connection.cursor() as own, other.cursor() as cursor:
            own.execute("SELECT pg_backend_pid()")
            cursor.execute("SELECT pg_terminate_backend(%s, 10000)", own.fetchone())
        other.close()
        bodies.append(client.get("/api/v1/locales/").content)
        connection.close()
        return bodies

    # A thread has a connection of its own, outside the transaction of the test, which could not survive.
    with ThreadPoolExecutor(1) as pool:
        before, after = pool.submit(read_around_the_end_of_the_connection).result()
    assert before == after != b""
