"""Does what an editor publishes become a page and an API document, in the same act?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.db.models import ProtectedError
from django.test import Client, TestCase
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import LocaleSynchronization

from publishing.models import Document, Status
from tests import factories

pytestmark = pytest.mark.django_db


def document_of(instance: Any, code: str | None = None) -> Document:
    """Return the document of a page or snippet, in its own language or another."""
    return Document.objects.get(
        content_id=instance.translation_key, locale=code or instance.locale.language_code
    )


def test_publishing_makes_a_page_readable_at_once(client: Client) -> None:
    page = factories.treatment()
    response = client.get(page.url)
    assert response.status_code == 200
    assert response["Content-Language"] == "en"
    assert page.title in response.content.decode()


def test_a_draft_changes_nothing_that_readers_see(client: Client) -> None:
    page = factories.treatment()
    before = client.get(page.url).content
    page.title = "Not yet decided"
    page.save_revision()
    assert client.get(page.url).content == before


def test_publishing_again_changes_the_page_and_its_sequence_number(client: Client) -> None:
    page = factories.treatment()
    page.title = "A better title"
    page.save_revision().publish()
    assert "A better title" in client.get(page.url).content.decode()
    assert document_of(page).title == "A better title"


def test_publishing_the_same_again_changes_no_document() -> None:
    page = factories.treatment()
    before = document_of(page)
    page.save_revision().publish()
    after = document_of(page)
    assert (after.etag, after.updated_at) == (before.etag, before.updated_at)


def test_unpublishing_leaves_a_tombstone_and_410(client: Client) -> None:
    page = factories.treatment()
    page.unpublish()
    document = document_of(page)
    assert (document.status, document.gone_reason, document.body) == (Status.GONE, "unpublished", None)
    assert client.get(page.url).status_code == 410


def test_the_clock_takes_down_what_has_expired(client: Client) -> None:
    page, *_ = factories.standard_page_in("de")
    page.expire_at = timezone.now() + timedelta(hours=1)
    factories.publish(page)
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("publish_scheduled")
    for code in ("en", "de"):
        assert document_of(page, code).status == Status.GONE
    assert document_of(page).gone_reason == "expired"


def test_nobody_reads_what_has_expired_before_the_clock_comes_to_it(client: Client) -> None:
    page = factories.standard_page()
    page.expire_at = timezone.now() + timedelta(hours=1)
    url = factories.publish(page).url
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert client.get(url).status_code == 410


def test_a_snippet_with_a_newer_draft_can_be_taken_down() -> None:
    person = factories.person()
    person.job_title = "Not yet decided"
    person.save_revision()
    # What Wagtail's editor does when it saves a draft (wagtail-localize-traps, section 20).
    type(person).objects.filter(pk=person.pk).update(live=False)
    assert document_of(person).status == Status.LIVE
    type(person).objects.get(pk=person.pk).unpublish()
    assert document_of(person).status == Status.GONE


def test_what_never_was_public_is_404(client: Client) -> None:
    page = factories.treatment(live=False)
    assert client.get(page.url).status_code == 404


def test_a_renamed_page_sends_readers_on(client: Client) -> None:
    page = factories.treatment()
    old = page.url
    page.slug = "renamed"
    page.save_revision().publish()
    response = client.get(old)
    assert response.status_code == 301
    assert response["Location"] == "/en/treatments/renamed/"


def test_a_page_that_comes_back_elsewhere_sends_readers_on(client: Client) -> None:
    page = factories.treatment()
    old = page.url
    page.unpublish()
    page.slug = "renamed"
    page.save_revision().publish()
    assert client.get(old).status_code == 301


def test_renaming_a_parent_moves_everything_below(client: Client, run_tasks: Callable[[], None]) -> None:
    page = factories.treatment()
    old = page.url
    parent = page.get_parent().specific
    parent.slug = "therapies"
    parent.save_revision().publish()
    run_tasks()
    response = client.get(old)
    assert response.status_code == 301
    assert client.get(response["Location"]).status_code == 200
    assert response["Location"].startswith("/en/therapies/")


def test_a_missing_language_names_those_that_exist(client: Client) -> None:
    page, *_ = factories.treatment_in("de")
    response = client.get(page.url.replace("/en/", "/tr/"))
    text = response.content.decode()
    assert response.status_code == 404
    assert response["Content-Language"] == "tr"
    assert 'hreflang="de"' in text
    assert 'hreflang="en"' in text


def test_a_linked_title_follows(run_tasks: Callable[[], None]) -> None:
    page = factories.treatment()
    linked = factories.condition()
    raw = list(page.conditions.raw_data)
    item = next(entry for entry in raw if entry["type"] == "item")
    item["value"]["condition"] = linked.pk
    page.conditions = page.conditions.stream_block.to_python(raw)
    page.save_revision().publish()
    linked.title = "A clearer name"
    linked.save_revision().publish()
    run_tasks()
    assert b"A clearer name" in bytes(document_of(page).body or b"")


def test_reconcile_finds_what_no_signal_told(capsys: pytest.CaptureFixture[str]) -> None:
    page = factories.treatment()
    type(page).objects.filter(pk=page.pk).update(live_revision=None, live=False)
    with pytest.raises(SystemExit):
        call_command("reconcile", dry_run=True)
    assert document_of(page).status == Status.LIVE
    call_command("reconcile")
    assert str(page.translation_key) in capsys.readouterr().out
    assert document_of(page).status == Status.GONE


def test_sequence_numbers_follow_the_order_of_changes() -> None:
    page = factories.treatment()
    first = numbered(page)
    page.title = "Changed"
    page.save_revision().publish()
    assert numbered(page) > first


def numbered(instance: Any) -> int:
    """Return a document's sequence number after what would happen at commit has happened."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    sequence = document_of(instance).sequence
    assert sequence is not None
    return sequence


def test_a_language_that_has_content_cannot_be_removed(client: Client) -> None:
    german = factories.translate(factories.standard_page(), "de")
    with pytest.raises(ProtectedError):
        factories.locale("de").delete()
    assert client.get(german.url).status_code == 200


def test_a_language_that_is_added_and_synchronised_brings_nothing_public(
    client: Client, run_tasks: Callable[[], None]
) -> None:
    page = factories.standard_page()
    before = set(Document.objects.values_list("content_id", "locale", "sequence"))
    polish = factories.locale("pl")
    with TestCase.captureOnCommitCallbacks(execute=True):
        LocaleSynchronization.objects.create(locale=polish, sync_from=factories.locale("en")).sync_trees()
    run_tasks()
    aliases = Page.objects.filter(locale=polish, translation_key=page.translation_key)
    assert [alias.alias_of_id for alias in aliases] == [page.pk]
    assert set(Document.objects.values_list("content_id", "locale", "sequence")) == before
    assert client.get(page.url.replace("/en/", "/pl/")).status_code == 404
    aliases.get().delete()
    assert set(Document.objects.values_list("content_id", "locale", "sequence")) == before
