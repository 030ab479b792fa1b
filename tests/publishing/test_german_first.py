"""Is content that was written in German first, and translated to English, treated like any other?

English is the default language of the site; nothing may depend on that.
"""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from django.db.models import QuerySet
from django.test import Client

from localization.models import Refusal
from publishing.models import Document, Status
from tests import factories
from tests.remembered import remembered

pytestmark = pytest.mark.django_db


@pytest.fixture
@remembered
def german() -> Any:
    """A treatment that was written in German."""
    index = factories.translate(factories.treatment_index(), "de")
    return factories.treatment(index, key="deu")


def live_documents(instance: Any, code: str) -> QuerySet[Document]:
    return Document.objects.filter(content_id=instance.translation_key, locale=code, status=Status.LIVE)


def data_of(instance: Any, code: str) -> dict[str, Any]:
    """Return the live document of some content in a language as data."""
    return orjson.loads(bytes(live_documents(instance, code).get().body or b""))


def states(document: dict[str, Any]) -> set[str]:
    return {section["state"] for section in document["sections"].values()}


def test_german_is_the_source_before_and_after_it_is_translated(german: Any, client: Client) -> None:
    assert data_of(german, "de")["source_language"] == "de"
    english = factories.translate(german, "en")
    for code in ("de", "en"):
        document = data_of(german, code)
        assert document["source_language"] == "de"
        assert [entry["language"] for entry in document["available_translations"] if entry["is_source"]] == [
            "de"
        ]
        assert states(document) == {"current"}
    assert client.get(english.url)["Content-Language"] == "en"
    assert "de·" not in str(data_of(german, "en")["sections"])


def test_half_an_english_translation_is_refused(german: Any) -> None:
    english = factories.translate(german, "en", leave_out="Many small injections")
    assert english.live_revision_id is None
    assert not live_documents(german, "en").exists()
    assert Refusal.objects.get(content_id=german.translation_key).locale == "en"


def test_a_change_of_the_german_text_puts_the_english_behind(german: Any) -> None:
    factories.translate(german, "en")
    german.summary = "Etwas ganz anderes steht jetzt hier über diese Behandlung, in einem einzigen Satz."
    german.sessions_max = 9
    factories.publish(german)
    document = data_of(german, "en")
    assert document["sections"]["overview"]["state"] == "behind"
    assert document["sections"]["risks"]["state"] == "current"
    assert document["quick_facts"]["sessions"]["max"] == 9
    assert "Etwas" not in str(document)
    assert states(data_of(german, "de")) == {"current"}


def test_withdrawing_the_german_withdraws_the_english(german: Any, client: Client) -> None:
    english = factories.translate(german, "en")
    german.unpublish()
    assert client.get(english.url).status_code == 410
    german.get_latest_revision().publish()
    assert client.get(english.url).status_code == 410  # it has to be published again, like in any language
    english.refresh_from_db()
    english.get_latest_revision().publish()
    assert client.get(english.url).status_code == 200


def test_withdrawing_the_english_leaves_the_german(german: Any, client: Client) -> None:
    english = factories.translate(german, "en")
    english.unpublish()
    assert client.get(english.url).status_code == 410
    assert client.get(german.url).status_code == 200


def test_deleting_the_german_deletes_the_english(german: Any, client: Client) -> None:
    english = factories.translate(german, "en")
    german.delete()
    assert client.get(english.url).status_code == 410
    assert not type(german).objects.filter(translation_key=german.translation_key).exists()


def test_a_translation_that_outlives_its_original_cannot_be_published_again(
    german: Any, client: Client
) -> None:
    english = factories.translate(german, "en")
    own = factories.standard_page(english.get_parent())
    own.move(english, "last-child")  # a page that only English has: what stands above it is kept
    german.delete()
    english = type(english).objects.get(pk=english.pk)
    english.get_latest_revision().publish()
    assert client.get(english.url).status_code == 410
