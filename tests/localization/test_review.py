"""Does a signature stand for exactly what was signed: for these words, these numbers, this language?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from publishing.models import Document
from tests import factories
from tests.localization.review_steps import SECTIONS, browser, press, reviewer, states

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return browser(reviewer())


def body_of(instance: Any) -> dict[str, Any]:
    """Return the document of a page."""
    row = Document.objects.get(content_id=instance.translation_key, locale=instance.locale.language_code)
    found: dict[str, Any] = json.loads(bytes(row.body))
    return found


def test_a_signature_of_every_section_is_told_to_readers(client: Client) -> None:
    page = factories.treatment()
    assert set(states(client, page).values()) == {"missing"}
    answer = press(client, page, "sign")
    assert "Signed." in answer.content.decode()
    assert states(client, page) == dict.fromkeys(SECTIONS, "valid")
    found = body_of(page)
    assert [person["name"] for person in found["reviewers"]] == ["Dr en·rev Amira Example en·rev"]
    assert all(section["reviewed"]["reviewer"] == found["reviewers"][0] for section in found["sections"].values())
    assert found["dates"]["last_reviewed"] < found["dates"]["review_due"]
    assert found["json_ld"]["@graph"][0]["reviewedBy"][0]["name"] == "Dr en·rev Amira Example en·rev"
