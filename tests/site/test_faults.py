"""What do readers get when something fails, when they mistype, and while the site is being worked on?"""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from cms import middleware
from localization.languages import all_languages
from publishing.models import Document, FormerPath

CODES = [spoken.code for spoken in all_languages()]


def failing(*args: object) -> None:
    raise OperationalError("The database is away.")


@pytest.mark.parametrize("code", CODES)
def test_a_failure_is_told_in_the_readers_language_without_the_database(code: str) -> None:
    """No database mark: whoever reads it here fails."""
    with patch.object(middleware, "public_page", failing):
        response = Client(raise_request_exception=False).get(f"/{code}/treatments/")
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 500
    assert response["Cache-Control"] == "no-store"
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert page.html is not None
    assert page.html["lang"] == response["Content-Language"]
    assert len(page.select("h1")) == 1


@pytest.mark.django_db
def test_an_app_gets_a_problem_document_for_a_failure() -> None:
    with patch.object(middleware, "get_resolver", failing):
        response = Client(raise_request_exception=False).get("/api/v1/locales/")
    assert (response.status_code, response["Content-Type"]) == (500, "application/problem+json")


@pytest.mark.django_db
def test_what_a_view_cannot_find_is_a_page_too(client: Client) -> None:
    response = client.get("/en/sitemap-99.xml")
    assert response.status_code == 404
    assert b"<h1>" in response.content


@pytest.mark.django_db
def test_a_missing_page_lists_languages_also_by_former_and_by_half_addresses(client: Client) -> None:
    now = timezone.now()
    made = Document.objects.create(
        content_id="00000000-0000-4000-8000-000000000009",
        **{"locale": "de", "type": "page", "title": "Seite", "path": "/de/neu/"},
        **{"first_published_at": now, "updated_at": now},
        card={"title": "Seite", "path": "/de/neu/", "language": "de", "direction": "ltr"},
    )
    FormerPath.objects.create(path="/de/alt/", content_id=made.content_id, locale="de")
    for address in ("/fr/alt/", "/fr/neu/", "/it/neu/", "/neu/"):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        assert [link["href"] for link in page.select(".available-languages a")] == ["/de/neu/"], address


def test_maintenance_pages_are_written_without_the_database(tmp_path: Path) -> None:
    call_command("write_maintenance_pages", str(tmp_path / "pages"))
    pages = {path.stem: BeautifulSoup(path.read_bytes(), "html.parser") for path in tmp_path.rglob("*.html")}
    assert set(pages) == set(CODES)
    headings = {code: page.h1.get_text() for code, page in pages.items() if page.h1}
    assert len(set(headings.values())) == len(CODES)
