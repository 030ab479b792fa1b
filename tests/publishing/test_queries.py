"""What does reading cost the database? The same for one document and for many."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from publishing.models import Document
from tests import factories

pytestmark = pytest.mark.django_db


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


@pytest.fixture
def page() -> Any:
    """A treatment in two languages, with menus and the organisation's details around it."""
    made = factories.treatment()
    factories.translate(made, "de")
    for code in ("en", "de"):
        factories.organisation(code)
        factories.navigation(code)
    return made


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
