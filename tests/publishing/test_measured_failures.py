"""What becomes, through the doors of our admin, of each failure that was measured in stock wagtail-localize?

docs/measured-failures.md is the list; what has its test elsewhere is named there. The numbers are those of
the measurements: B for the baseline of other systems, T for the section of the list of traps.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import polib
import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)

from localization.source import is_live
from publishing.models import Document
from tests import factories, factory_content

pytestmark = pytest.mark.django_db

NEW_SENTENCE = "A sentence that nobody has translated"


def publish_at_the_door(admin_client: Client, page: Any) -> Any:
    """Publish the latest draft of a page with the bulk action."""
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return admin_client.post(f"{url}?id={page.pk}", {"include_descendants": ""})


def submit(admin_client: Client, page: Page, code: str) -> Any:
    """Send a page to translation at the door for that, and return the translation's row if there is one."""
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    response = admin_client.post(url, {"locales": [factories.locale(code).pk]})
    assert response.status_code == 302
    return type(page).objects.filter(translation_key=page.translation_key, locale__language_code=code).first()


def sync(admin_client: Client, page: Page, **options: str) -> Any:
    """Press “Sync translated pages”."""
    source = TranslationSource.objects.get_for_instance(page)
    return admin_client.post(reverse("wagtail_localize:update_translations", args=[source.pk]), options)


def translation_of(page: Any, code: str) -> Translation:
    return Translation.objects.get(source__object_id=page.translation_key, target_locale__language_code=code)


def add_a_sentence(page: Any) -> None:
    """Save a draft in which the conclusion of the process has a sentence more."""
    m = factories.marker("en", "added")
    page.process = page.process.stream_block.to_python(
        [*page.process.raw_data, m.block("step", {**_first_step(page), "title": NEW_SENTENCE}, "added")]
    )
    page.save_revision()


def _first_step(page: Any) -> dict[str, Any]:
    return next(item["value"] for item in page.process.raw_data if item["type"] == "step")


def section(client: Client, page: Any, code: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(
        f"/api/v1/treatments/{page.translation_key}/", {"locale": code}
    ).json()["sections"][name]
    return found


def messages_of(response: Any) -> list[tuple[str, str]]:
    return [(one.level_tag, str(one)) for one in get_messages(response.wsgi_request)]


def test_b1_a_changed_original_is_known_the_moment_it_is_published(
    admin_client: Client, client: Client
) -> None:
    page, *_ = factories.treatment_in("de")
    assert section(client, page, "de", "process")["state"] == "current"
    add_a_sentence(page)
    publish_at_the_door(admin_client, page)
    assert section(client, page, "de", "process")["state"] != "current"
    assert section(client, page, "de", "process")["notice"]


def test_b2_readers_keep_the_last_confirmed_translation_while_it_is_redone(
    admin_client: Client, client: Client, run_tasks: Callable[[], None]
) -> None:
    page, german = factories.treatment_in("de")
    before = section(client, page, "de", "conclusion")
    step = _first_step(page)
    page.process = page.process.stream_block.to_python(
        [
            {**item, "value": {**item["value"], "title": "Reworded"}} if item["value"] is step else item
            for item in page.process.raw_data
        ]
    )
    page.save_revision()
    publish_at_the_door(admin_client, page)
    run_tasks()
    sync(admin_client, page)
    text = client.get(german.url).content.decode()
    assert "Reworded" not in text
    assert step["title"].replace("en·", "de·") in text
    assert section(client, page, "de", "conclusion") == before


def test_b5_what_nobody_has_translated_on_this_page_is_not_published_because_it_was_on_another(
    admin_client: Client, client: Client
) -> None:
    factories.standard_page_in("de", key="same")
    second = factories.standard_page(key="same", slug="second")
    german = submit(admin_client, second, "de")
    assert StringTranslation.objects.filter(context__object_id=second.translation_key).count() == 0
    with TestCase.captureOnCommitCallbacks(execute=True):
        admin_client.post(reverse("wagtailadmin_pages:edit", args=[german.pk]), {"action": "publish"})
    german.refresh_from_db()
    assert not is_live(german)


def test_b6_publishing_leaves_the_segments_to_the_worker(admin_client: Client) -> None:
    page, *_ = factories.treatment_in("de")
    add_a_sentence(page)
    DBTaskResult.objects.all().delete()
    with CaptureQueriesContext(connection) as captured:
        publish_at_the_door(admin_client, page)
    assert not [query for query in captured if "wagtail_localize_stringsegment" in query["sql"][:60]]
    waiting = set(DBTaskResult.objects.values_list("task_path", flat=True))
    assert "localization.tasks.sync_segments" in waiting


@pytest.mark.parametrize("address", ["/api/v2/pages/", "/api/v3/pages/", "/api/v3/locales/"])
def test_b9_b10_the_stock_apis_are_not_there_to_write_or_to_leak(client: Client, address: str) -> None:
    assert (client.get(address).status_code, client.post(address).status_code) == (404, 405)
    assert client.get(address)["Content-Type"] == "application/problem+json"


def test_t2_sending_to_translation_publishes_nothing(
    admin_client: Client, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    page = factories.standard_page()
    with django_capture_on_commit_callbacks(execute=True):
        german = submit(admin_client, page, "de")
    assert not is_live(german)
    assert client.get(page.url.replace("/en/", "/de/")).status_code == 404


def test_t2_syncing_with_publishing_refuses_and_says_so(
    admin_client: Client, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    page = factories.standard_page()
    german = factories.translate(page, "de", live=False, leave_out="Who we are")
    with django_capture_on_commit_callbacks(execute=True):
        sync(admin_client, page, publish_translations="on")
    german.refresh_from_db()
    assert not is_live(german)
    assert client.get(page.url.replace("/en/", "/de/")).status_code == 404


def test_t3_a_title_that_is_too_long_is_refused_and_not_a_fault(admin_client: Client) -> None:
    page = factories.standard_page()
    factories.translate(page, "de", live=False)
    translation = translation_of(page, "de")
    segment = translation.source.stringsegment_set.get(context__path="title")
    url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    response = admin_client.put(
        url, f"value={'lang' * 100}", content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code < 500


def test_t3_a_picture_that_was_deleted_does_not_break_the_translation(
    admin_client: Client, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    m = factories.marker()
    own, other = factories.image(), factories.image("Another one")
    figure = {"image": own.pk, "alt": m("An arm"), "decorative": False, "caption": ""}
    page = factories.treatment(process=[*factory_content.process(m), m.block("figure", figure)])
    german = factories.translate(page, "de")
    context = TranslationContext.objects.get(
        object_id=page.translation_key, path=f"process.{m.id('figure.')}.image"
    )
    SegmentOverride.objects.create(locale=german.locale, context=context, data_json=str(other.pk))
    edit = reverse("wagtailadmin_pages:edit", args=[german.pk])
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(edit, {"action": "publish"})
    admin_client.post(reverse("wagtailimages:delete", args=[other.pk]))
    with django_capture_on_commit_callbacks(execute=True):
        response = admin_client.post(edit, {"action": "publish"})
    assert response.status_code == 302
    assert client.get(german.url).status_code == 200


def test_t3_the_preview_of_a_translation_shows_it(admin_client: Client) -> None:
    page = factories.standard_page()
    factories.translate(page, "de", live=False)
    translation = translation_of(page, "de")
    response = admin_client.get(reverse("wagtail_localize:preview_translation", args=[translation.pk]))
    assert response.status_code == 200
    assert "de·" in response.content.decode()


@pytest.mark.parametrize(
    ("code", "title"), [("zh-hans", "美塑疗法"), ("ar", "الميزوثيرابي"), ("pl", "Łysienie")]
)
def test_t6_a_translated_title_leaves_the_address_readable(code: str, title: str) -> None:
    page = factories.standard_page(slug="lysienie-terapia")
    factories.translate(page, code)
    translation = translation_of(page, code)
    StringTranslation.objects.filter(
        context__object_id=page.translation_key, context__path="title", locale=translation.target_locale
    ).update(data=title)
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
    document = Document.objects.get(content_id=page.translation_key, locale=code)
    assert (document.title, document.path) == (title, f"/{code}/lysienie-terapia/")


def test_t7_parents_that_nobody_translated_are_not_public(
    admin_client: Client, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    page = factories.treatment()
    with django_capture_on_commit_callbacks(execute=True):
        submit(admin_client, page, "tr")
    for address in ("/tr/", "/tr/treatments/", page.url.replace("/en/", "/tr/")):
        assert client.get(address).status_code == 404
    assert not Document.objects.filter(locale="tr").exists()


def test_t8_what_is_only_scheduled_is_not_public_yet(admin_client: Client, client: Client) -> None:
    page = factories.standard_page(live=False)
    page.go_live_at = timezone.now() + dt.timedelta(days=1)
    page.save_revision()
    publish_at_the_door(admin_client, page)
    page.refresh_from_db()
    assert page.approved_schedule
    assert client.get(page.url).status_code == 404


def test_t9_a_file_of_another_translation_is_refused_with_a_message(admin_client: Client) -> None:
    one, other = factories.standard_page(), factories.standard_page()
    for page in (one, other):
        factories.translate(page, "de", live=False, leave_out="Who we are")
    foreign: polib.POFile = translation_of(other, "de").export_po()
    for entry in foreign:
        entry.msgstr = "Fremd"
    response = admin_client.post(
        reverse("wagtail_localize:upload_pofile", args=[translation_of(one, "de").pk]),
        {"file": SimpleUploadedFile("other.po", str(foreign).encode())},
    )
    assert [level for level, _text in messages_of(response)] == ["error"]
    assert not StringTranslation.objects.filter(data="Fremd").exists()


def test_t11_an_address_in_another_case_or_an_unknown_language_is_answered_at_once(client: Client) -> None:
    factories.home()
    moved = client.get("/EN/")
    assert (moved.status_code, moved["Location"]) == (301, "/en/")
    assert client.get("/xx/").status_code == 404


def test_t19_a_language_without_pages_is_not_the_english_home_page(client: Client) -> None:
    factories.home()
    factories.locale("ar")
    response = client.get("/ar/")
    assert (response.status_code, response["Content-Language"]) == (404, "ar")


def test_t20_a_draft_of_a_translation_changes_nothing_that_readers_see(
    admin_client: Client, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    page, german = factories.standard_page_in("de")
    before = client.get(german.url).content
    translation = translation_of(page, "de")
    segment = translation.source.stringsegment_set.get(context__path="title")
    url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    admin_client.delete(url)
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=False)
    # Stock's row of the live page now holds the English title.
    german.refresh_from_db()
    assert german.title == page.title
    assert client.get(german.url).content == before


def test_t20_a_corrected_number_reaches_a_translation_without_any_sync(
    admin_client: Client, client: Client
) -> None:
    page, *_ = factories.treatment_in("de")
    page.sessions_min, page.sessions_max = 7, 9
    page.save_revision()
    publish_at_the_door(admin_client, page)
    facts = client.get(f"/api/v1/treatments/{page.translation_key}/?locale=de").json()["quick_facts"]
    assert (facts["sessions"]["min"], facts["sessions"]["max"]) == (7, 9)
