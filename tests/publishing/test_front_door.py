"""In which language does a visitor of the bare address begin, and is nobody else sent anywhere?"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from publishing.models import Document
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _homes() -> None:
    """English, German and Chinese have a home page."""
    now = timezone.now()
    for number, code in enumerate(("en", "de", "zh-hans")):
        Document.objects.create(
            content_id=f"00000000-0000-4000-8000-00000000000{number}",
            **{"locale": code, "type": "home", "title": code, "path": f"/{code}/"},
            **{"first_published_at": now, "updated_at": now},
        )


def sent_to(client: Client, wanted: str = "", chosen: str = "") -> str:
    if chosen:
        client.cookies["language"] = chosen
    response = client.get("/", headers={"accept-language": wanted})
    assert response.status_code == 302
    assert response["Vary"] == "Accept-Language, Cookie"
    assert response["Cache-Control"].startswith("private")
    assert not response.cookies
    return str(response["Location"])


@pytest.mark.parametrize(
    ("wanted", "chosen", "there"),
    [
        ("de-AT,de;q=0.9,en;q=0.5", "", "/de/"),
        ("zh-CN", "", "/zh-hans/"),
        ("pl, de;q=0.5", "", "/de/"),  # there is no Polish home page
        ("", "", "/en/"),
        ("de", "zh-Hans", "/zh-hans/"),
        ("de", "pl", "/de/"),
        ("de", "xx/../../", "/de/"),
    ],
)
def test_the_choice_comes_before_the_browser_among_languages_with_a_home_page(
    client: Client, wanted: str, chosen: str, there: str
) -> None:
    assert sent_to(client, wanted, chosen) == there


def test_without_any_home_page_somebody_is_sent_somewhere(client: Client) -> None:
    Document.objects.all().delete()
    assert sent_to(client, "fr") == "/fr/"


def test_an_address_that_names_a_language_is_the_same_for_everybody(client: Client) -> None:
    Document.objects.all().delete()
    page: Any = factories.standard_page()
    client.cookies["language"] = "de"
    response = client.get(page.url, headers={"accept-language": "de"})
    assert response.status_code == 200
    assert response["Content-Language"] == "en"
    assert "Cookie" not in response["Vary"]
    assert "Accept-Language" not in response["Vary"]
