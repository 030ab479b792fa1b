"""Do feed readers learn what is new, by language and category, and nothing that is gone?"""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import uuid4
from xml.etree import ElementTree

import orjson
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from publishing.models import Document
from tests import factories

pytestmark = pytest.mark.django_db

A = {"a": "http://www.w3.org/2005/Atom"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(client: Client, address: str) -> ElementTree.Element:
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    feed = ElementTree.fromstring(response.content)
    for part in (feed, *feed.findall("a:entry", A)):  # RFC 4287, 4.1.1 and 4.1.2
        assert all(part.findtext(f"a:{name}", namespaces=A) for name in ("id", "title", "updated"))
    return feed


def entries(feed: ElementTree.Element) -> dict[str, ElementTree.Element]:
    """Return the entries by the address that they link to."""
    found = {}
    for entry in feed.findall("a:entry", A):
        link = entry.find("a:link[@rel='alternate']", A)
        assert link is not None
        found[link.attrib["href"].removeprefix("https://clinic.example")] = entry
    return found


def text(part: ElementTree.Element, name: str) -> str:
    return part.findtext(f"a:{name}", "", A)


def copies(page: Any, number: int) -> None:
    row = Document.objects.get(content_id=page.translation_key, locale="en")
    for each in range(number):
        row.pk, row.content_id, row.sequence, row.path = None, uuid4(), None, f"{page.url}{each}/"
        row.save(force_insert=True)


def test_a_language_has_a_feed_of_its_treatments_and_conditions(client: Client) -> None:
    english, german = factories.treatment_in("de")
    factories.standard_page()
    factories.condition()
    for code, page in (("en", english), ("de", german)):
        feed = read(client, f"/{code}/feed.xml")
        assert feed.attrib[XML_LANG] == code
        there = entries(feed)
        assert page.url in there
        assert text(there[page.url], "title") == page.title
        assert page.summary in text(there[page.url], "summary")
        kinds = set(Document.objects.filter(path__in=there).values_list("type", flat=True))
        assert kinds == ({"treatment", "condition"} if code == "en" else {"treatment"})
    assert text(entries(read(client, "/en/feed.xml"))[english.url], "id") != text(there[german.url], "id")


def test_an_entry_is_dated_by_its_content_and_keeps_its_id(client: Client) -> None:
    page = factories.treatment()
    day = dt.datetime(2026, 3, 4, 5, 6, 7, tzinfo=dt.UTC)
    Document.objects.filter(path=page.url).update(updated_at=day)
    before = entries(read(client, "/en/feed.xml"))[page.url]
    assert text(before, "updated") == "2026-03-04T05:06:07Z"
    page.slug = "moved"
    moved = factories.publish(page)
    after = entries(read(client, "/en/feed.xml"))
    assert page.url != moved.url or moved.url in after
    assert text(after[moved.url], "id") == text(before, "id")


def test_what_has_left_is_in_no_feed_and_a_feed_can_be_empty(client: Client) -> None:
    page = factories.treatment()
    assert page.url in entries(read(client, "/en/feed.xml"))
    Document.objects.filter(path=page.url).update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    assert page.url not in entries(read(client, "/en/feed.xml"))
    Document.objects.filter(type__in=("treatment", "condition")).update(status="withdrawn")
    assert not entries(read(client, "/en/feed.xml"))
    assert not entries(read(client, "/tr/feed.xml"))


def test_a_section_that_is_behind_is_told(client: Client) -> None:
    page = factories.treatment(title="Fat < muscle & skin")
    row = Document.objects.get(path=page.url)
    body = orjson.loads(bytes(row.body or b""))
    body["sections"]["process"]["notice"] = "The original has changed."
    Document.objects.filter(pk=row.pk).update(body=orjson.dumps(body))
    entry = entries(read(client, "/en/feed.xml"))[page.url]
    assert "The original has changed." in text(entry, "summary")
    assert text(entry, "title") == "Fat < muscle & skin"


def test_a_category_has_a_feed_of_its_own_that_its_pages_name(client: Client) -> None:
    one: Any = factories.treatment()
    other: Any = factories.treatment()
    address = f"/en/feed/{one.category.slug}.xml"
    feed = read(client, address)
    assert one.category.name in text(feed, "title")
    assert set(entries(feed)) == {one.url}
    html = client.get(one.url).content.decode()
    assert f'href="{address}"' in html
    assert f'href="/en/feed/{other.category.slug}.xml"' not in html
    assert 'type="application/atom+xml"' in html
    assert client.get(f"/de/feed/{one.category.slug}.xml").status_code == 404
    over = timezone.now() - dt.timedelta(seconds=1)
    Document.objects.filter(content_id=one.category.translation_key).update(expires_at=over)
    assert client.get(address).status_code == 404
    Document.objects.filter(content_id=one.category.translation_key).update(expires_at=None)
    assert client.get(address).status_code == 200
    one.category.unpublish()
    assert client.get(address).status_code == 410


def test_a_feed_costs_the_same_for_one_entry_and_for_fifty(client: Client) -> None:
    page: Any = factories.treatment()
    for address in ("/en/feed.xml", f"/en/feed/{page.category.slug}.xml"):
        counts = []
        for number in (0, 50):
            copies(page, number)
            with CaptureQueriesContext(connection) as captured:
                read(client, address)
            counts.append(len(captured))
        assert counts[0] == counts[1] <= 3
        etag = client.get(address)["ETag"]
        assert client.get(address, headers={"if-none-match": etag}).status_code == 304
        Document.objects.exclude(pk=Document.objects.get(path=page.url).pk).filter(
            path__startswith=page.url
        ).delete()
        assert client.get(address, headers={"if-none-match": etag}).status_code == 200
    assert client.get("/zh-Hans/feed.xml")["Location"] == "/zh-hans/feed.xml"
    assert client.get("/xx/feed.xml").status_code == 404
