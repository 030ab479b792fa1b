"""Do categories, people and the glossary gather what belongs to them, in one language at a time?"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from localization.languages import language
from publishing.models import Document, FormerPath
from tests import factories
from treatments.alphabet import initial, sort_key

pytestmark = pytest.mark.django_db


def html_of(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return str(response.content.decode())


def hreflang(html: str) -> dict[str, str]:
    head = html.partition("</head>")[0]
    return dict(re.findall(r'hreflang="([^"]+)" href="https://clinic.example([^"]+)"', head))


def is_indexable(html: str) -> bool:
    return '<meta name="robots" content="noindex">' not in html


def copies(document: Document, number: int) -> None:
    for each in range(number):
        document.pk, document.content_id, document.sequence = None, uuid4(), None
        document.path = document.path and f"{document.path}{each}/"
        document.save(force_insert=True)


@pytest.fixture
def pages() -> list[Any]:
    """A treatment in English and German."""
    return factories.treatment_in("de")


def addresses(page: Any) -> tuple[str, str]:
    """Return where the category and the author of a treatment are read, without the language."""
    author = page.authors[0].value
    return f"/categories/{page.category.slug}/", f"/people/{author.translation_key}/"


def test_category_and_person_list_what_names_them_and_are_linked_from_it(
    client: Client, pages: list[Any]
) -> None:
    other: Any = factories.treatment()
    for code, page in zip(("en", "de"), pages, strict=True):
        treatment = html_of(client, page.url)
        for tail in addresses(page):
            assert f'href="/{code}{tail}"' in treatment
            html = html_of(client, f"/{code}{tail}")
            assert f'href="{page.url}"' in html
            assert f'href="{other.url}"' not in html
            assert hreflang(html) == {"en": f"/en{tail}", "de": f"/de{tail}", "x-default": f"/en{tail}"}
            assert f'<link rel="canonical" href="https://clinic.example/{code}{tail}">' in html
            assert is_indexable(html)
    assert page.category.name in html_of(client, f"/de{addresses(page)[0]}")
    assert "About injections." in html_of(client, f"/en{addresses(pages[0])[0]}")


def test_a_language_without_it_says_where_it_is(client: Client, pages: list[Any]) -> None:
    for tail in addresses(pages[0]):
        html = html_of(client, f"/fr{tail}", 404)
        assert re.findall(r'<li><a href="([^"]+)" lang="(\w+)"', html) == [
            (f"/en{tail}", "en"),
            (f"/de{tail}", "de"),
        ]
    assert "available-languages" not in html_of(client, f"/en/people/{uuid4()}/", 404)
    assert "available-languages" not in html_of(client, "/en/categories/nothing/", 404)


def test_an_empty_list_is_no_alternate_of_a_full_one(client: Client, pages: list[Any]) -> None:
    pages[1].unpublish()
    for tail in addresses(pages[0]):
        empty, full = html_of(client, f"/de{tail}"), html_of(client, f"/en{tail}")
        assert not is_indexable(empty)
        assert not hreflang(empty)
        assert is_indexable(full)
        assert hreflang(full) == {"en": f"/en{tail}", "x-default": f"/en{tail}"}


def test_what_leaves_is_gone_from_lists_at_once_and_takes_its_own_page_along(
    client: Client, pages: list[Any]
) -> None:
    page = pages[0]
    category, person = addresses(page)
    Document.objects.filter(path=page.url).update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    for tail in (category, person):
        assert f'href="{page.url}"' not in html_of(client, f"/en{tail}")
    Document.objects.filter(type__in=("category", "person"), locale="en").update(status="gone")
    for tail in (category, person):
        html_of(client, f"/en{tail}", 404)


def test_what_was_public_and_is_not_is_gone_and_what_moved_is_there(client: Client, pages: list[Any]) -> None:
    (category, person), slug = addresses(pages[0]), pages[0].category.slug
    pages[1].category.unpublish()
    gone = html_of(client, f"/de{category}", 410)
    assert pages[1].category.name in gone
    assert re.findall(r'<li><a href="([^"]+)" lang="(\w+)"', gone) == [(f"/en{category}", "en")]
    assert client.get(f"/de/feed/{slug}.xml").status_code == 410
    assert client.get("/api/v1/pages/by-path/", {"path": f"/de{category}"}).status_code == 404
    author = pages[0].authors[0].value
    author.unpublish()
    assert "available-languages" not in html_of(client, f"/en{person}", 410)
    factories.publish(author)
    html_of(client, f"/en{person}")
    assert not FormerPath.objects.filter(content_id=author.translation_key, locale="en").exists()
    pages[0].category.slug = "renamed"
    factories.publish(pages[0].category)
    response = client.get(f"/en{category}")
    assert (response.status_code, response["Location"]) == (301, "/en/categories/renamed/")


def test_lists_cost_the_same_for_one_and_for_fifty_and_turn_pages(client: Client, pages: list[Any]) -> None:
    page = pages[0]
    factories.glossary_term()
    rows = {kind: Document.objects.get(type=kind, locale="en") for kind in ("treatment", "glossary-term")}
    counts: dict[str, set[int]] = {}
    asked = [f"/en{tail}" for tail in addresses(page)] + ["/en/glossary/"]
    for number in (0, 50):
        for row in rows.values():
            copies(row, number)
        for address in asked:
            html_of(client, address)
            with CaptureQueriesContext(connection) as captured:
                html_of(client, address)
            counts.setdefault(address, set()).add(len(captured))
            etag = client.get(address)["ETag"]
            assert client.get(address, headers={"if-none-match": etag}).status_code == 304
    # One to see that no page has the address, two for the list, one for what stands around it.
    assert counts == {address: {4} for address in asked}
    first = html_of(client, asked[0])
    following = re.findall(r'rel="next" href="([^"]+)"', first)[0]
    assert not is_indexable(html_of(client, following))
    assert html_of(client, f"{asked[0]}?after={uuid4()}", 400)
    assert html_of(client, f"{asked[0]}?area=face", 400)


def test_the_glossary_explains_each_term_under_its_letter(client: Client) -> None:
    for term in ("Éclair scar", "eczema", "Acne", "5-FU"):
        factories.glossary_term(term=term, definition=f"What {term} is.")
    html = html_of(client, "/en/glossary/")
    assert re.findall(r'<h2 id="letter-\d+">(.)</h2>', html) == ["#", "A", "E"]
    terms = re.findall(r"<dt><strong><bdi>([^<]+)</bdi>", html)
    assert terms == ["5-FU", "Acne", "Éclair scar", "eczema"]
    assert "What eczema is." in html
    assert hreflang(html) == {"en": "/en/glossary/", "x-default": "/en/glossary/"}
    empty = html_of(client, "/de/glossary/")
    assert not is_indexable(empty)
    assert not hreflang(empty)
    assert client.get("/zh-Hans/glossary/")["Location"] == "/zh-hans/glossary/"
    # A language in which the terms are another one's has nothing to read.
    row = Document.objects.get(title="Acne")
    row.pk, row.locale, row.sequence = None, "de", None
    row.save()
    assert hreflang(html_of(client, "/en/glossary/")) == {"en": "/en/glossary/", "x-default": "/en/glossary/"}
    Document.objects.filter(title="Acne").update(status="gone")
    assert "Acne" not in html_of(client, "/en/glossary/")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("de", {"Ödem": "O", "Narbe": "N"}),
        ("es", {"ñandú": "Ñ", "ácido": "A"}),
        ("pl", {"łuszczyca": "Ł", "ćma": "Ć"}),
        ("tr", {"ışık": "I", "iğne": "İ", "şişlik": "Ş", "âdet": "A"}),
        ("ar", {"الكولاجين": "ك", "أكزيما": "ا", "الميلانين": "م"}),
        ("zh-hans", {"黑色素": ""}),
    ],
)
def test_each_script_has_the_letters_that_its_readers_look_under(code: str, words: dict[str, str]) -> None:
    assert {word: initial(word, language(code)) for word in words} == words


def test_words_stand_in_the_order_of_their_alphabet() -> None:
    words = ["zebra", "łapa", "lawa", "mak"]
    assert sorted(words, key=lambda word: sort_key(word, language("pl"))) == ["lawa", "łapa", "mak", "zebra"]
