"""What do reading and compiling cost the database? The same for one document or item and for many."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from localization.segments import segments_of
from publishing.models import Document
from publishing.refresh import refresh
from tests import factories, factory_content

pytestmark = pytest.mark.django_db

# Of the eight: each further one costs what the test below says.
LANGUAGES, FURTHER = ("de", "ar", "zh-hans"), 4


def queries_of(read: Callable[[], Any]) -> list[str]:
    """Return the statements of reading once more what has been read before."""
    read()
    with CaptureQueriesContext(connection) as captured:
        response = read()
    assert response.status_code == 200
    return [query["sql"] for query in captured]


def multiply(page: Any, times: int) -> None:
    """Make that many documents more of the same kind, in its language."""
    document = Document.objects.get(content_id=page.translation_key, locale="en")
    for number in range(times):
        document.pk, document.content_id, document.sequence = None, uuid4(), None
        document.path = f"{page.url}{number}/"
        document.save(force_insert=True)


def in_languages(codes: tuple[str, ...], **overrides: Any) -> Any:
    """Return a treatment that is public in English and these languages."""
    if not overrides:
        return factories.treatment_in(*codes)[0]
    made = factories.treatment(**overrides)
    for code in codes:
        factories.translate(made, code)
    return made


def with_risks(number: int) -> list[dict[str, Any]]:
    """Return the raw section on risks with so many risks, each with a source of its own."""
    m = factories.marker()
    risks = factory_content.risks(m, factories.source().pk)
    one = next(block for block in risks if block["type"] == "risk")
    others = [
        m.block(
            "risk", one["value"] | {"sources": m.items(f"sources {n}", factories.source().pk)}, f"more {n}"
        )
        for n in range(number - 1)
    ]
    return [*risks, *others]


@pytest.fixture
def page() -> Any:
    """A treatment in two languages, with menus and the organisation's details around it."""
    for code in ("en", "de"):
        factories.organisation(code)
        factories.navigation(code)
    return in_languages(("de",))


def test_a_warm_page_costs_two_queries_at_most(client: Client, page: Any) -> None:
    url = page.url
    alone = queries_of(lambda: client.get(url))
    multiply(page, 200)
    assert len(queries_of(lambda: client.get(url))) == len(alone) <= 2


def test_an_unchanged_page_costs_no_more(client: Client, page: Any) -> None:
    url = page.url
    etag = client.get(url)["ETag"]
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url, headers={"If-None-Match": etag}).status_code == 304
    assert len(captured) <= 2


def test_a_list_costs_three_queries_at_most(client: Client, page: Any) -> None:
    url = page.get_parent().specific.url
    alone = queries_of(lambda: client.get(url))
    multiply(page, 200)
    many = queries_of(lambda: client.get(url))
    assert len(many) == len(alone) <= 3
    assert client.get(url).content.decode().count(page.url) > 20


def statements_of_compiling_anew(content_id: UUID) -> int:
    """Return how many statements it takes until the documents of all languages are written anew."""
    Document.objects.filter(content_id=content_id).update(etag="", content_digest="")
    with CaptureQueriesContext(connection) as captured:
        changes = refresh(content_id)
    assert all(change.written for change in changes.values())
    return len(captured)


def test_all_languages_are_compiled_in_sixty_statements() -> None:
    page = in_languages(LANGUAGES, risks=with_risks(8))
    assert sum(map(len, segments_of(page).texts.values())) >= 60
    assert statements_of_compiling_anew(page.translation_key) + 2 * FURTHER <= 60


def test_a_further_language_costs_two_statements(page: Any) -> None:
    before = statements_of_compiling_anew(page.translation_key)
    for code in ("fr", "tr"):
        factories.translate(page, code)
    # The document, and its words in search.
    assert statements_of_compiling_anew(page.translation_key) <= before + 4


def test_fifty_risks_cost_what_one_costs() -> None:
    pages = [in_languages(("de",), risks=with_risks(number)) for number in (1, 50)]
    few, many = (statements_of_compiling_anew(page.translation_key) for page in pages)
    assert few == many
