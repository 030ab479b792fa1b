"""Is a copied page public exactly when the editor asked for it, and only with what was public before?"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from localization.gate import gate
from localization.source import is_live
from publishing.models import Document, Status
from tests import factories

pytestmark = pytest.mark.django_db


def body_of(page: Any) -> str:
    """Return the bytes of a page's live document as text (empty when it has none)."""
    document = Document.objects.filter(content_id=page.translation_key, status=Status.LIVE).first()
    return "" if document is None else bytes(document.body or b"").decode()


def test_a_copy_that_is_to_be_public_is(client: Client) -> None:
    page = factories.standard_page()
    made = page.copy(update_attrs={"slug": "copied"}, keep_live=True)
    assert made.title in client.get(made.url).content.decode()
    assert made.live


def test_a_copy_that_is_to_be_a_draft_is_not_public(client: Client) -> None:
    made = factories.standard_page().copy(update_attrs={"slug": "copied"}, keep_live=False)
    assert client.get(made.url).status_code == 404


def test_a_copy_shows_what_was_public_and_keeps_the_draft_as_a_draft() -> None:
    page = factories.standard_page()
    page.summary = "Nobody has published this."
    page.save_revision()
    made = type(page).objects.get(pk=page.pk).copy(update_attrs={"slug": "copied"}, keep_live=True)
    assert "Nobody has published this." not in body_of(made)
    assert page.title in body_of(made)
    assert made.get_latest_revision_as_object().summary == "Nobody has published this."
    assert made.has_unpublished_changes


def test_what_is_copied_along_is_public_too(client: Client) -> None:
    page = factories.standard_page()
    below = factories.standard_page(page)
    made = page.copy(recursive=True, update_attrs={"slug": "copied", "title": "Copied"}, keep_live=True)
    child = made.get_children().get().specific
    assert child.live
    assert "Copied" in body_of(made)
    assert below.title in client.get(child.url).content.decode()


def test_a_copied_translation_says_what_was_confirmed_in_it() -> None:
    german = factories.translate(factories.standard_page(), "de")
    made = german.copy(update_attrs={"slug": "kopie"}, keep_live=True)
    assert "About us de·" in body_of(made)
    assert "en·" not in body_of(made)


def test_half_a_translation_is_not_published_by_way_of_a_copy() -> None:
    german = factories.translate(factories.standard_page(), "de", live=False, leave_out="Who we are")
    made = german.copy(update_attrs={"slug": "kopie"})
    made.latest_revision.publish()
    made.refresh_from_db()
    assert not is_live(made)
    made.title = "Über uns"
    again = made.save_revision()
    assert [finding.rule for finding in gate(again)] == ["not_translated"]
    made.summary = "Wer wir sind"
    made.save_revision().publish()
    made.refresh_from_db()
    assert is_live(made)
