"""Does every door refuse a half-translated page, and does every door say so?

The same German page, of which one text is missing, is taken to each door at which something can be published.
None of them may publish it, and none may report success.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import polib
import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield
from wagtail_localize.models import Translation

from localization.models import Refusal
from localization.source import is_live
from publishing.blocks import RICH_TEXT_FEATURES
from publishing.models import Document
from tests import factories
from tests.remembered import remembered

# Begins the summary of every treatment that the factory makes.
SUMMARY = "Many small injections"
REASON = "not translated and confirmed by a person"


@pytest.fixture
@remembered
def half_translated(db: None) -> Any:
    """A German treatment, sent to translation, of which the summary is missing."""
    return factories.translate(factories.treatment(), "de", live=False, leave_out=SUMMARY)


def told(response: Any) -> list[tuple[str, str]]:
    """Return the messages that the person gets to see: level and text."""
    request = response.wsgi_request
    return [(message.level_tag, str(message)) for message in get_messages(request)]


def assert_refused(page: Any) -> None:
    """Nothing of ``page`` is public, and the refusal is on record with its reason."""
    page.refresh_from_db()
    assert page.live_revision_id is None
    assert not Document.objects.filter(content_id=page.translation_key, locale="de").exists()
    refusal = Refusal.objects.filter(content_id=page.translation_key, locale="de").first()
    assert refusal is not None
    assert REASON in refusal.findings[0]["message"]


def assert_told(response: Any) -> None:
    """The person hears of the refusal and its reason, and of no success."""
    messages = told(response)
    assert [level for level, _text in messages] == ["error"]
    assert REASON in messages[0][1]


def assert_refused_by_the_translation_editor(admin_client: Client, page: Any) -> None:
    """Somebody presses “Publish” in the translation editor, in vain."""
    admin_client.get(reverse("wagtailadmin_home"))  # where the messages of earlier steps are shown
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert_told(admin_client.post(url, {"action": "publish"}))
    assert_refused(page)


def test_the_translation_editor(committed_db: None, admin_client: Client, half_translated: Any) -> None:
    assert_refused_by_the_translation_editor(admin_client, half_translated)


def test_the_bulk_action(admin_client: Client, half_translated: Any) -> None:
    good = factories.standard_page(live=False)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = admin_client.post(f"{url}?id={half_translated.pk}&id={good.pk}", {"include_descendants": ""})
    messages = told(response)
    assert sorted(level for level, _text in messages) == ["error", "success"]
    assert good.title in dict(messages)["success"]
    assert "2 pages" not in str(messages)
    assert_refused(half_translated)


def test_the_last_task_of_a_workflow(admin_client: Client, admin_user: Any, half_translated: Any) -> None:
    workflow = Workflow.objects.create(name="Sign")
    task = GroupApprovalTask.objects.create(name="Editor")
    task.groups.add(Group.objects.create(name="Signers"))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    state = workflow.start(half_translated, admin_user)
    url = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[half_translated.pk, "approve", state.current_task_state.pk],
    )
    response = admin_client.post(url, {"comment": "fine"})
    assert_told(response)
    assert_refused(half_translated)


def test_scheduled_publishing(admin_user: Any, half_translated: Any, mailoutbox: list[Any]) -> None:
    admin_user.email = "editor@clinic.example"
    admin_user.save()
    revision = half_translated.latest_revision
    revision.user = admin_user
    revision.approved_go_live_at = timezone.now() - dt.timedelta(minutes=1)
    revision.save()
    call_command("publish_scheduled")
    assert_refused(half_translated)
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None
    assert [mail.to for mail in mailoutbox] == [["editor@clinic.example"]]
    assert REASON in mailoutbox[0].body
    call_command("publish_scheduled")
    assert len(mailoutbox) == 1


def test_a_command_or_script(half_translated: Any) -> None:
    half_translated.latest_revision.publish()
    assert_refused(half_translated)


def test_a_copy_that_keeps_live(half_translated: Any) -> None:
    half_translated.latest_revision.publish()
    type(half_translated).objects.filter(pk=half_translated.pk).update(
        live=True, live_revision=half_translated.latest_revision
    )
    half_translated.refresh_from_db()
    copied = half_translated.copy(update_attrs={"slug": "copied"}, keep_live=True)
    assert not Document.objects.filter(content_id=copied.translation_key).exists()


def test_a_snippet_in_the_translation_editor(committed_db: None, admin_client: Client) -> None:
    term = factories.glossary_term()
    german = factories.translate(term, "de", live=False, leave_out="Dermis")
    url = reverse("wagtailsnippets_treatments_glossaryterm:edit", args=[german.pk])
    response = admin_client.post(url, {"action": "publish"})
    assert_told(response)
    german.refresh_from_db()
    assert not is_live(german)
    assert not Document.objects.filter(content_id=german.translation_key, locale="de").exists()


@pytest.fixture
@remembered
def half_page(db: None) -> Any:
    """A plain page in German, sent to translation, of which the summary is missing."""
    return factories.translate(factories.standard_page(), "de", live=False, leave_out="Who we are")


def translation_of(page: Any) -> Translation:
    """Return wagtail-localize's record of a translation into German."""
    return Translation.objects.get(source__object_id=page.translation_key, target_locale=page.locale)


def filled_in(admin_client: Client, page: Any, **more: str) -> dict[str, str]:
    """Return what a browser sends from the page editor when somebody presses “Publish”."""
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    fields: dict[str, str] = querydict_from_html(html, form_id="page-edit-form").dict()
    # The browser builds the fields of a stream itself.
    body = streamfield([("paragraph", rich_text("<p>Text.</p>", features=list(RICH_TEXT_FEATURES)))])
    return {**fields, **nested_form_data({"body": body}), "action-publish": "1", **more}


def test_the_page_editor(admin_client: Client, half_page: Any) -> None:
    stop = reverse("wagtail_localize:stop_translation", args=[translation_of(half_page).pk])
    admin_client.post(stop, {"next": "/admin/"})
    url = reverse("wagtailadmin_pages:edit", args=[half_page.pk])
    response = admin_client.post(url, filled_in(admin_client, half_page))
    assert response.status_code == 302
    assert_told(response)
    assert_refused(half_page)


def test_reverting_to_an_old_revision(admin_client: Client, half_page: Any) -> None:
    old = half_page.latest_revision
    factories.translate(half_page.get_translation(factories.locale("en")), "de")
    half_page.refresh_from_db()
    assert is_live(half_page)
    stop = reverse("wagtail_localize:stop_translation", args=[translation_of(half_page).pk])
    admin_client.post(stop, {"next": "/admin/"})
    url = reverse("wagtailadmin_pages:edit", args=[half_page.pk])
    sent = filled_in(admin_client, half_page, revision=str(old.pk), summary="Who we are en·old")
    response = admin_client.post(url, sent)
    assert response.status_code == 302
    assert_told(response)
    document = Document.objects.get(content_id=half_page.translation_key, locale="de")
    assert "en·old" not in bytes(document.body or b"").decode()
    assert half_page.title in bytes(document.body or b"").decode()


def test_a_file_of_translations(committed_db: None, admin_client: Client, half_page: Any) -> None:
    translation = translation_of(half_page)
    file: polib.POFile = translation.export_po()
    upload = SimpleUploadedFile("half.po", str(file).encode())
    url = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    response = admin_client.post(url, {"file": upload})
    assert [level for level, _text in told(response)] == ["success"]
    half_page.refresh_from_db()
    assert not is_live(half_page)
    assert_refused_by_the_translation_editor(admin_client, half_page)


def test_machine_translation(
    committed_db: None, admin_client: Client, half_page: Any, settings: Settings
) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }
    url = reverse("wagtail_localize:machine_translate", args=[translation_of(half_page).pk])
    admin_client.post(url, {"next": "/admin/"})
    assert (
        not translation_of(half_page)
        .source.stringsegment_set.filter(string__translations__isnull=True)
        .exists()
    )
    assert_refused_by_the_translation_editor(admin_client, half_page)


def test_the_admin_api(admin_client: Client, half_page: Any) -> None:
    url = reverse("wagtailadmin_api:pages:action", args=[half_page.pk, "publish"])
    response = admin_client.post(url, {}, content_type="application/json")
    assert response.status_code == 409
    assert response["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == 409
    assert half_page.latest_revision.content["title"] in problem["detail"]
    assert REASON in problem["findings"][0]["message"]
    assert_refused(half_page)


def test_the_admin_api_publishes_what_may_be_published(admin_client: Client) -> None:
    page = factories.standard_page(live=False)
    url = reverse("wagtailadmin_api:pages:action", args=[page.pk, "publish"])
    assert admin_client.post(url, {}, content_type="application/json").status_code == 200
    assert Document.objects.filter(content_id=page.translation_key).exists()


@pytest.mark.django_db
def test_a_treatment_without_a_risk_is_refused_in_its_own_language() -> None:
    page = factories.treatment()
    page.risks = page.risks.stream_block.to_python(
        [item for item in page.risks.raw_data if item["type"] != "risk"]
    )
    page.save_revision().publish()
    refusal = Refusal.objects.get(content_id=page.translation_key)
    assert refusal.findings[0]["section"] == "risks"
    document = Document.objects.get(content_id=page.translation_key, locale="en")
    assert b"Bruising" in bytes(document.body or b"")
