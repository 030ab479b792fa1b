"""Is the markup of every kind of page valid, does every link lead somewhere, do languages name each other?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import httpx
import lxml.html
import pytest

from tests.journeys.every_page import ALL, name_of
from tests.journeys.markup import remarks
from tests.journeys.running_site import Site

pytestmark = pytest.mark.e2e

# What a link may answer: a page, and what a redirect for the browser's language is.
FINE = {200, 302}


@pytest.fixture(scope="module")
def client(site: Site) -> Iterator[httpx.Client]:
    """Yield a client that follows no redirects."""
    with httpx.Client(base_url=site.url, timeout=60) as client:
        yield client


@pytest.fixture(scope="module")
def pages(client: httpx.Client) -> dict[str, str]:
    """Return the HTML of every kind of page in every measured language, by address."""
    return {page.address(code): client.get(page.address(code)).text for code, page in ALL}


def links(address: str, html: str) -> set[tuple[str, str]]:
    """Return the address and the fragment of each link of a page to this site."""
    found = (urldefrag(urljoin(address, link.get("href", ""))) for link in parsed(html).iter("a", "link"))
    return {(where.url, where.fragment) for where in found if where.url.startswith("/")}


def parsed(html: str) -> lxml.html.HtmlElement:
    """Return the tree of a page."""
    return lxml.html.document_fromstring(html.encode())


def alternates(html: str) -> dict[str, str]:
    """Return the path of each language that a page names in its head."""
    found = parsed(html).xpath("//link[@rel='alternate'][@hreflang]")
    return {link.get("hreflang"): urlsplit(link.get("href")).path for link in found}


def test_the_checker_finds_nothing(pages: dict[str, str], tmp_path: Path) -> None:
    for name, html in zip((name_of(*one) for one in ALL), pages.values(), strict=True):
        (tmp_path / f"{name}.html").write_text(html, encoding="utf-8")
    assert remarks(tmp_path) == []


def test_every_link_leads_somewhere(pages: dict[str, str], client: httpx.Client) -> None:
    wanted = {link for address, html in pages.items() for link in links(address, html)}
    assert len(wanted) > 100
    broken = []
    for address in sorted({address for address, _ in wanted}):
        # A page of these has been seen, with whatever status it is to have.
        answer = None if address in pages else client.get(address)
        if answer is not None and answer.status_code not in FINE:
            broken.append(f"{address}: {answer.status_code}")
            continue
        fragments = {fragment for path, fragment in wanted if path == address and fragment}
        if fragments:
            ids = set(parsed(pages[address] if answer is None else answer.text).xpath("//@id"))
            broken += [f"{address}#{fragment}" for fragment in fragments - ids]
    assert broken == []


def test_languages_name_each_other(pages: dict[str, str], client: httpx.Client) -> None:
    named = 0
    for address, html in pages.items():
        mine = alternates(html)
        for code, other in mine.items():
            named += 1
            back = client.get(other)
            assert back.status_code in FINE, f"{address} names {other} for {code}."
            if code != "x-default" or back.status_code == httpx.codes.OK:
                assert alternates(back.text) == mine, f"{address} and {other} do not name the same languages."
    assert named > len(pages)
