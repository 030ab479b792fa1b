"""Do search engines learn of exactly the pages that there are, in the languages that there are?"""

from __future__ import annotations

import datetime as dt
from typing import Any
from unittest.mock import patch
from uuid import uuid4
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from publishing import sitemap
from publishing.models import Document
from tests import factories

pytestmark = pytest.mark.django_db

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
HOST = "https://clinic.example"


def read(client: Client, address: str) -> ElementTree.Element:
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml; charset=utf-8")
    return ElementTree.fromstring(response.content)


def pages(client: Client, code: str, file: str = "1") -> dict[str, dict[str, str]]:
    """Return the alternates of each page of a language by its path."""
    return {
        _text(url, "s:loc"): {
            link.attrib["hreflang"]: link.attrib["href"].removeprefix(HOST)
            for link in url.findall("x:link", NAMES)
        }
        for url in read(client, f"/{code}/sitemap-{file}.xml").findall("s:url", NAMES)
    }


def _text(element: ElementTree.Element, name: str) -> str:
    return (element.findtext(name, namespaces=NAMES) or "").removeprefix(HOST)


def copies(page: Any, number: int) -> None:
    row = Document.objects.get(content_id=page.translation_key, locale="en")
    for each in range(number):
        row.pk, row.content_id, row.sequence, row.path = None, uuid4(), None, f"{page.url}{each}/"
        row.save(force_insert=True)


def test_robots_may_read_the_site_and_find_the_sitemap(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    assert {f"Sitemap: {HOST}/sitemap.xml", f"Sitemap: {HOST}/zh-hans/feed.xml"} <= set(lines)
    assert "Disallow: /" not in lines
    assert client.post("/robots.txt").status_code == 405


def test_each_language_lists_its_pages_and_their_translations_reciprocally(client: Client) -> None:
    english, german = factories.standard_page_in("de")
    alone = factories.standard_page()
    factories.glossary_term()
    files = {_text(entry, "s:loc") for entry in read(client, "/sitemap.xml")}
    assert files == {"/de/sitemap-1.xml", "/en/sitemap-1.xml", "/en/sitemap-lists.xml"}
    both = {"en": english.url, "de": german.url, "x-default": english.url}
    listed = {code: pages(client, code) for code in ("en", "de")}
    assert listed["en"][english.url] == listed["de"][german.url] == both
    assert listed["en"][alone.url] == {"en": alone.url, "x-default": alone.url}
    assert all(path.startswith(f"/{code}/") for code, found in listed.items() for path in found)


def test_what_is_not_to_be_found_is_not_in_it(client: Client) -> None:
    gone, expired, stays = (factories.standard_page() for _number in range(3))
    gone.unpublish()
    Document.objects.filter(path=expired.url).update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    withdrawn = factories.standard_page()
    Document.objects.filter(path=withdrawn.url).update(status="withdrawn")
    listed = pages(client, "en")
    assert stays.url in listed
    assert not {gone.url, expired.url, withdrawn.url} & listed.keys()


def test_a_page_is_dated_by_its_content_and_a_list_not_at_all(client: Client) -> None:
    page, index = factories.standard_page(), factories.treatment_index()
    day = dt.datetime(2026, 3, 4, 5, 6, 7, tzinfo=dt.UTC)
    Document.objects.update(updated_at=day, changed_at=day)
    dates = {_text(url, "s:loc"): _text(url, "s:lastmod") for url in read(client, "/en/sitemap-1.xml")}
    assert dates[page.url] == "2026-03-04T05:06:07Z"
    assert dates[index.url] == ""
    entry = next(iter(read(client, "/sitemap.xml")))
    assert _text(entry, "s:lastmod") == "2026-03-04T05:06:07Z"


def test_a_large_language_has_several_files_and_costs_as_many_statements(client: Client) -> None:
    page = factories.standard_page()
    with CaptureQueriesContext(connection) as alone:
        client.get("/en/sitemap-1.xml")
    copies(page, 50)
    with CaptureQueriesContext(connection) as many:
        first = pages(client, "en")
    assert len(alone) == len(many) == 1
    with patch.object(sitemap, "PER_FILE", 30):
        assert len(read(client, "/sitemap.xml")) == 2
        halves = [read(client, f"/en/sitemap-{number}.xml") for number in (1, 2)]
        assert client.get("/en/sitemap-3.xml").status_code == 404
    paths = [_text(url, "s:loc") for half in halves for url in half]
    assert sorted(paths) == sorted(first)
    assert client.get("/en/sitemap-0.xml").status_code == 404


def test_who_has_it_is_told_so(client: Client) -> None:
    page = factories.standard_page()
    for address in ("/sitemap.xml", "/en/sitemap-1.xml"):
        etag = client.get(address)["ETag"]
        assert client.get(address, headers={"if-none-match": etag}).status_code == 304
    page.unpublish()
    assert client.get("/en/sitemap-1.xml", headers={"if-none-match": etag}).status_code == 200


def test_lists_of_the_sites_own_are_in_it_with_the_languages_that_have_something_to_list(
    client: Client,
) -> None:
    english, _german = factories.treatment_in("de")
    category, author = english.category, english.authors[0].value
    word = factories.glossary_term()
    tails = (f"/categories/{category.slug}/", f"/people/{author.translation_key}/")
    both = {
        f"/en{tail}": {"en": f"/en{tail}", "de": f"/de{tail}", "x-default": f"/en{tail}"} for tail in tails
    }
    glossary = {"/en/glossary/": {"en": "/en/glossary/", "x-default": "/en/glossary/"}}
    with CaptureQueriesContext(connection) as captured:
        assert pages(client, "en", "lists") == both | glossary
    assert len(captured) == 2
    assert set(pages(client, "de", "lists")) == {f"/de{tail}" for tail in tails}
    assert client.get("/fr/sitemap-lists.xml").status_code == 404
    dates = [_text(url, "s:lastmod") for url in read(client, "/en/sitemap-lists.xml")]
    assert [bool(date) for date in dates] == [False, False, True]
    left = timezone.now() + dt.timedelta(days=1)
    Document.objects.filter(content_id=word.translation_key).update(status="gone", gone_at=left)
    factories.glossary_term()
    last = read(client, "/en/sitemap-lists.xml")[-1]
    assert _text(last, "s:lastmod") == left.strftime("%Y-%m-%dT%H:%M:%SZ")
    # Where nothing is left of it, a list is in nobody's sitemap.
    Document.objects.filter(type="treatment", locale="de").update(status="gone")
    assert set(pages(client, "en", "lists")[f"/en{tails[0]}"]) == {"en", "x-default"}
