"""What do readers, apps and editors get after a recall, in every language and at every door?"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from localization.models import Refusal
from localization.source import is_live
from publishing.models import Document, Recall, Status
from publishing.recall import act
from tests import factories
from tests.delivery.shapes import closed, committed, faults
from tests.remembered import remembered

EXPLANATION = "One of the numbers was wrong."


def recall(page: Any, kind: str = "withdrawn", **options: Any) -> Recall:
    """Recall the content of a page, with an explanation in English unless told otherwise."""
    explanations = options.pop("explanations", {"en": EXPLANATION})
    return act.recall(page.translation_key, kind=kind, explanations=explanations, **options)


def documents(page: Any) -> dict[str, Document]:
    """Return the documents of a page's content by language."""
    return {row.locale: row for row in Document.objects.filter(content_id=page.translation_key)}


def api(page: Any, code: str) -> str:
    """Return the API's address of a treatment in a language."""
    return f"/api/v1/treatments/{page.translation_key}/?locale={code}"


@pytest.fixture
@remembered
def three(db: None) -> dict[str, Any]:
    """A treatment in English and German, and one in Arabic that is only scheduled."""
    page, german = factories.treatment_in("de")
    arabic = factories.translate(page, "ar", live=False)
    arabic.latest_revision.approved_go_live_at = timezone.now() + timedelta(hours=1)
    arabic.latest_revision.save()
    return {"en": page, "de": german, "ar": arabic}


def test_readers_of_every_language_get_the_notice_without_the_content(
    client: Client, three: dict[str, Any]
) -> None:
    recall(three["en"], explanations={"en": EXPLANATION, "de": "Eine der Zahlen war falsch."})
    for code, sentence in (("en", EXPLANATION), ("de", "Eine der Zahlen war falsch.")):
        response = client.get(three[code].url)
        text = response.content.decode()
        assert response.status_code == 200
        assert response["Content-Language"] == code
        assert sentence in text
        assert "Bruising" not in text
        assert '<meta name="robots" content="noindex">' in text
        assert "application/ld+json" not in text


def test_an_explanation_in_another_language_says_which_and_the_reader_gets_a_sentence_in_their_own(
    client: Client, three: dict[str, Any]
) -> None:
    recall(three["en"])
    text = client.get(three["de"].url).content.decode()
    assert f'<p lang="en" dir="ltr">{EXPLANATION}</p>' in text
    assert "zurückgezogen" in text
    withdrawn = client.get(api(three["en"], "de")).json()["withdrawn"]
    assert (withdrawn["language"], withdrawn["direction"]) == ("en", "ltr")
    assert "zurückgezogen" in withdrawn["notice"]


def test_an_app_gets_the_withdrawal_as_a_document(
    client: Client, three: dict[str, Any], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    before = client.get(api(three["en"], "de"))["ETag"]
    recall(three["en"])
    with django_assert_num_queries(1):
        response = client.get(api(three["en"], "de"))
    document = response.json()
    assert response.status_code == 200
    assert document["status"] == "withdrawn"
    assert document["sections"] == {}
    assert document["withdrawn"]["explanation"] == EXPLANATION
    assert faults(closed(committed("schemas/withdrawn.json")), document) == []
    assert document["available_translations"] == []
    assert response["ETag"].startswith('"')
    assert response["ETag"] != before
    again = client.get(api(three["en"], "de"), headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304
    assert client.get(api(three["en"], "en"), headers={"accept-language": "de"}).status_code == 200


def test_gone_means_410_on_the_page_and_in_the_api(client: Client, three: dict[str, Any]) -> None:
    other = factories.treatment(three["en"].get_parent())
    factories.translate(other, "de")
    recall(three["en"], "gone", replaced_by=other.translation_key)
    page = client.get(three["de"].url)
    assert page.status_code == 410
    assert other.url.replace("/en/", "/de/") in page.content.decode()
    assert "zurückgerufen" in page.content.decode()
    problem = client.get(api(three["en"], "de"))
    assert problem.status_code == 410
    assert problem.json()["reason"] == "recalled"
    assert problem.json()["replaced_by"] == str(other.translation_key)
    assert problem.json()["available_translations"] == []


def test_a_language_that_was_never_public_stays_unknown_and_is_off_the_schedule(
    client: Client, three: dict[str, Any]
) -> None:
    recall(three["en"])
    assert client.get(three["ar"].url).status_code == 404
    assert client.get(api(three["en"], "ar")).status_code == 404
    assert not three["ar"].revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.django_db
def test_lists_cards_and_menus_drop_it(client: Client, run_tasks: Callable[[], None]) -> None:
    page = factories.treatment()
    other = factories.treatment(page.get_parent())
    m = factories.marker()
    factories.navigation(header=[m.block("link", {"label": m("Menu"), "page": page.pk, "url": ""})])
    assert page.url in client.get(other.url).content.decode()
    listing = page.get_parent().specific.url
    recall(page)
    run_tasks()
    for address in (other.url, listing):
        assert page.url not in client.get(address).content.decode()
    listed = client.get("/api/v1/treatments/?locale=en").json()["results"]
    assert [card["id"] for card in listed] == [str(other.translation_key)]
    assert str(page.translation_key) not in str(client.get(f"{api(other, 'en')}").json()["related"])


@pytest.mark.django_db
def test_a_notice_names_its_replacement_and_follows_it(client: Client, run_tasks: Callable[[], None]) -> None:
    page = factories.treatment()
    other = factories.treatment(page.get_parent())
    recall(page, replaced_by=other.translation_key)
    assert other.url in client.get(page.url).content.decode()
    other.title = "A clearer name"
    factories.publish(other)
    run_tasks()
    assert "A clearer name" in client.get(page.url).content.decode()
    other.unpublish()
    run_tasks()
    withdrawn = client.get(api(page, "en")).json()["withdrawn"]
    assert withdrawn["replacement"] is None
    assert withdrawn["replaced_by"] == str(other.translation_key)


@pytest.mark.django_db
def test_a_former_address_leads_to_the_notice_and_to_410(client: Client) -> None:
    for kind, expected in (("withdrawn", 301), ("gone", 410)):
        page = factories.treatment()
        other = factories.treatment(page.get_parent())
        old = page.url
        page.slug = f"renamed-{kind}"
        factories.publish(page)
        recall(page, kind, replaced_by=other.translation_key)
        response = client.get(old)
        assert response.status_code == expected
        if expected == 410:
            assert other.url in response.content.decode()


def test_nothing_can_be_published_until_somebody_lifts_the_recall(
    client: Client, three: dict[str, Any]
) -> None:
    recall(three["en"])
    for page in (three["en"], three["de"], three["ar"]):
        page.refresh_from_db()
        page.latest_revision.publish()
        page.refresh_from_db()
        assert not is_live(page)
        refusal = Refusal.objects.filter(content_id=page.translation_key, locale=page.locale.language_code)
        assert [finding["rule"] for finding in refusal[0].findings] == ["recalled"]
    act.lift(three["en"].translation_key, reason="The number is right now.")
    assert client.get(three["en"].url).status_code == 200
    assert EXPLANATION in client.get(three["en"].url).content.decode()
    factories.publish(three["en"])
    assert "Bruising" in client.get(three["en"].url).content.decode()
    # Nobody has published the German text again: its readers keep the explanation.
    assert documents(three["en"])["de"].status == Status.WITHDRAWN
    notice = client.get(api(three["en"], "de")).json()
    assert faults(closed(committed("schemas/withdrawn.json")), notice) == []
    assert notice["available_translations"] == [
        one
        for one in client.get(api(three["en"], "en")).json()["available_translations"]
        if one["language"] == "en"
    ]
    assert 'rel="alternate" hreflang' not in client.get(three["de"].url).content.decode()


def test_what_is_made_live_behind_the_wall_stays_withdrawn(three: dict[str, Any]) -> None:
    from publishing.refresh import refresh

    page = three["en"]
    revision = page.live_revision
    recall(page)
    type(page).objects.filter(pk=page.pk).update(live=True, live_revision=revision)
    refresh(page.translation_key)
    assert {row.status for row in documents(page).values()} == {Status.WITHDRAWN}


def test_the_notice_outlives_the_page_itself(client: Client, three: dict[str, Any]) -> None:
    recall(three["en"])
    url = three["en"].url
    type(three["en"]).objects.get(pk=three["en"].pk).delete()
    assert EXPLANATION in client.get(url).content.decode()


def test_a_page_at_the_same_address_takes_it_from_the_notice(client: Client, three: dict[str, Any]) -> None:
    page = three["en"]
    recall(page)
    url, parent = page.url, page.get_parent()
    type(page).objects.get(pk=page.pk).delete()
    fresh = factories.treatment(parent, slug=page.slug)
    assert fresh.url == url
    assert fresh.title in client.get(url).content.decode()
    document = client.get(api(page, "en")).json()
    assert (document["path"], document["url"]) == (None, None)


def test_recalling_twice_and_lifting_nothing_are_refused(three: dict[str, Any]) -> None:
    page = three["en"]
    with pytest.raises(act.NotRecalled):
        act.lift(page.translation_key, reason="Nothing to lift.")
    recall(page)
    with pytest.raises(act.AlreadyRecalled):
        recall(page)
    with pytest.raises(ValueError, match="Say why"):
        act.lift(page.translation_key, reason=" ")


@pytest.mark.django_db
def test_without_an_explanation_in_the_source_language_nothing_happens(client: Client) -> None:
    page = factories.treatment()
    with pytest.raises(ValueError, match="source language"):
        recall(page, explanations={"en": " ", "de": "Nur auf Deutsch."})
    assert client.get(page.url).status_code == 200
    assert not Recall.objects.exists()


@pytest.mark.django_db
def test_what_was_taken_down_before_is_recalled_too(client: Client) -> None:
    page = factories.treatment()
    page.unpublish()
    assert client.get(page.url).status_code == 410
    recall(page)
    assert EXPLANATION in client.get(page.url).content.decode()


def test_every_recalled_language_gets_one_new_number_in_the_feed(committed_db: None) -> None:
    page, *_ = factories.treatment_in("de")
    before = max(row.sequence or 0 for row in documents(page).values())
    recall(page)
    numbers = [row.sequence or 0 for row in documents(page).values()]
    assert len(set(numbers)) == 2
    assert min(numbers) > before


def test_a_publication_that_comes_at_the_same_moment_waits_and_is_refused(committed_db: None) -> None:
    page, german = factories.treatment_in("de")
    waiting = threading.Thread(target=_publish_in_a_connection_of_its_own, args=(german,))
    with transaction.atomic():
        recall(page)
        waiting.start()
        _wait_until_somebody_waits()
        assert waiting.is_alive()
    waiting.join(30)
    german.refresh_from_db()
    assert not is_live(german)
    assert {row.status for row in documents(page).values()} == {Status.WITHDRAWN}
    refusal = Refusal.objects.get(content_id=page.translation_key, locale="de")
    assert refusal.findings[0]["rule"] == "recalled"


def test_a_recall_that_comes_during_a_publication_waits_and_wins(committed_db: None) -> None:
    page = factories.treatment()
    waiting = threading.Thread(target=_recall_in_a_connection_of_its_own, args=(page,))
    with transaction.atomic():
        page.title = "Published a moment before"
        factories.publish(page)
        waiting.start()
        _wait_until_somebody_waits()
    waiting.join(30)
    assert documents(page)["en"].status == Status.WITHDRAWN


def _publish_in_a_connection_of_its_own(page: Any) -> None:
    try:
        type(page).objects.get(pk=page.pk).latest_revision.publish()
    finally:
        connection.close()


def _recall_in_a_connection_of_its_own(page: Any) -> None:
    try:
        recall(page)
    finally:
        connection.close()


def _wait_until_somebody_waits() -> None:
    """Return as soon as another connection waits for a lock of the kind that orders publications."""
    pause = threading.Event()
    for _attempt in range(3000):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
            if cursor.fetchone()[0]:
                return
        pause.wait(0.01)
    raise AssertionError("Nobody ever waited for the lock.")
