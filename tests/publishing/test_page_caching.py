"""For how long is a page kept, and does its date tell when it last changed?"""

from __future__ import annotations

import datetime as dt
from typing import Any
from unittest.mock import patch

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from django.utils.http import http_date, parse_http_date

from publishing import views
from publishing.models import Document
from tests import factories

pytestmark = pytest.mark.django_db

LONG_AGO = dt.datetime(2026, 1, 10, 9, tzinfo=dt.UTC)


def _dated(address: str, client: Client) -> Any:
    with patch.object(views, "STARTED", LONG_AGO):
        return client.get(address)


def _frame() -> None:
    """Give English a frame: its menus and the organisation's details, as documents."""
    for kind in ("navigation", "organisation"):
        Document.objects.filter(type=kind).delete()
        Document.objects.create(
            content_id=f"00000000-0000-4000-8000-0000000000{'01' if kind == 'navigation' else '02'}",
            locale="en",
            type=kind,
            title=kind,
            body=b"null",
            etag=kind,
            first_published_at=LONG_AGO,
            updated_at=LONG_AGO,
            changed_at=LONG_AGO,
        )


def test_a_page_is_as_old_as_the_youngest_of_what_it_is_made_from(client: Client) -> None:
    address = factories.standard_page().url
    _frame()
    Document.objects.update(changed_at=LONG_AGO)
    assert _dated(address, client)["Last-Modified"] == http_date(LONG_AGO.timestamp())
    for days, change in enumerate(({"path": address}, {"type": "navigation"}), start=1):
        later = LONG_AGO + dt.timedelta(days=days)
        Document.objects.filter(**change).update(changed_at=later)
        response = _dated(address, client)
        assert parse_http_date(response["Last-Modified"]) == later.timestamp()
    since = {"if-modified-since": response["Last-Modified"]}
    assert (
        client.get(address, headers=since).status_code == 200
    )  # another process may make another page of it
    with patch.object(views, "STARTED", LONG_AGO):
        assert client.get(address, headers=since).status_code == 304
        assert client.get(address, headers={"if-modified-since": http_date(0)}).status_code == 200
        both = client.get(address, headers={**since, "if-none-match": '"another"'})
        assert both.status_code == 200
    Document.objects.filter(type="organisation").delete()
    assert "Last-Modified" not in _dated(address, client)


def test_no_copy_outlives_the_moment_until_which_the_page_is_true(client: Client) -> None:
    address = factories.standard_page().url
    now = timezone.now().replace(microsecond=0)
    Document.objects.filter(path=address).update(valid_until=now + dt.timedelta(seconds=7))
    expected = {
        -600: "public, max-age=5, stale-while-revalidate=4, stale-if-error=600",
        -593: "public, max-age=5, stale-while-revalidate=4, stale-if-error=595",
        0: "public, max-age=5, stale-while-revalidate=2, stale-if-error=2",
        3: "public, max-age=4, stale-while-revalidate=0, stale-if-error=0",
        6: "public, max-age=1, stale-while-revalidate=0, stale-if-error=0",
    }
    for seconds, header in expected.items():
        with time_machine.travel(now + dt.timedelta(seconds=seconds), tick=False):
            assert client.get(address)["Cache-Control"] == header
    # A moment later it is compiled afresh; what it says now has no end.
    with time_machine.travel(now + dt.timedelta(seconds=7), tick=False):
        assert client.get(address)["Cache-Control"].endswith("stale-if-error=600")


def test_who_asks_for_no_language_is_told_that_the_answer_depends_on_it(client: Client) -> None:
    response = client.get("/nothing/", headers={"accept-language": "de"})
    assert (response.status_code, response["Content-Language"]) == (404, "de")
    assert "Accept-Language" in response["Vary"]
