"""Does every door refuse “0.5 ml” → “5 ml” without the link to the risks, and say what is wrong?

wagtail-localize accepts it, shows “Up to date” and publishes (reference: baseline failure 4). Its failure
3, the missing text, is tested at the same doors in ``test_doors.py``.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import polib
import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask
from wagtail_localize.models import StringTranslation, Translation

from localization.models import Refusal
from localization.source import is_live
from publishing.models import Document
from tests import factories
from tests.publishing.test_doors import told

NUMBER = "The number 5 is not in the source."
LINK = "The link around “the risks” of the source is missing"
BLOCK = "33333333-3333-4333-8333-333333333333"


def enter(instance: Any, source: str, text: str) -> None:
    """Enter a German text for the string that contains ``source``, like the translation editor does."""
    entered = StringTranslation.objects.filter(
        context__object_id=instance.translation_key, translation_of__data__contains=source
    )
    assert entered.update(data=text) == 1


@pytest.fixture
def original(db: None) -> Any:
    """A page that says how much, with a link to the risks."""
    risks = factories.standard_page()
    html = f'<p>Never more than 0.5 ml; read <a linktype="page" id="{risks.pk}">the risks</a> first.</p>'
    return factories.standard_page(body=[{"type": "paragraph", "id": BLOCK, "value": html}])


@pytest.fixture
def damaged(original: Any) -> Any:
    """Its German translation, complete and confirmed, with another number and without the link."""
    factories.translate(original, "de", live=False)
    enter(original, "0.5 ml", "Niemals mehr als 5 ml; lesen Sie zuerst die Risiken.")
    page = factories.translate_again(original, "de")
    assert page.live_revision_id is None
    return page


def assert_refused(page: Any) -> None:
    """Nothing of ``page`` is public, and the refusal is on record with its reasons."""
    page.refresh_from_db()
    assert not is_live(page)
    assert not Document.objects.filter(content_id=page.translation_key, locale="de").exists()
    refusal = Refusal.objects.filter(content_id=page.translation_key, locale="de").first()
    assert refusal is not None
    assert {finding["rule"] for finding in refusal.findings} == {"numbers", "links"}


def assert_told(response: Any) -> None:
    """The person hears of no success, what is wrong with which text, and where the checklist is."""
    messages = told(response)
    assert [level for level, _text in messages] == ["error"]
    text = messages[0][1]
    assert NUMBER in text
    assert LINK in text
    assert "Niemals mehr als 5 ml" in text
    assert "/before-publishing/home/standardpage/" in text


def test_the_translation_editor(committed_db: None, admin_client: Client, damaged: Any) -> None:
    response = admin_client.post(reverse("wagtailadmin_pages:edit", args=[damaged.pk]), {"action": "publish"})
    assert_told(response)
    assert_refused(damaged)


def test_the_bulk_action(admin_client: Client, damaged: Any) -> None:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = admin_client.post(f"{url}?id={damaged.pk}", {"include_descendants": ""})
    assert_told(response)
    assert_refused(damaged)


def test_the_last_task_of_a_workflow(admin_client: Client, admin_user: Any, damaged: Any) -> None:
    workflow = Workflow.objects.create(name="Sign")
    task = GroupApprovalTask.objects.create(name="Editor")
    task.groups.add(Group.objects.create(name="Signers"))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    state = workflow.start(damaged, admin_user)
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=[damaged.pk, "approve", state.current_task_state.pk]
    )
    assert_told(admin_client.post(url, {"comment": "fine"}))
    assert_refused(damaged)


def test_scheduled_publishing(admin_user: Any, damaged: Any, mailoutbox: list[Any]) -> None:
    admin_user.email = "editor@clinic.example"
    admin_user.save()
    revision = damaged.latest_revision
    revision.user = admin_user
    revision.approved_go_live_at = timezone.now() - dt.timedelta(minutes=1)
    revision.save()
    call_command("publish_scheduled")
    assert_refused(damaged)
    assert NUMBER in mailoutbox[0].body
    assert LINK in mailoutbox[0].body


def test_a_command_or_script(damaged: Any) -> None:
    damaged.latest_revision.publish()
    assert_refused(damaged)


def upload(client: Client, page: Any, text: str) -> Any:
    """Bring in a file with this text for the sentence on the amount, then publish; return the answer."""
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=page.locale)
    file: polib.POFile = translation.export_po()
    next(entry for entry in file if "0.5 ml" in entry.msgid).msgstr = text
    sent = SimpleUploadedFile("from-outside.po", str(file).encode())
    client.post(reverse("wagtail_localize:upload_pofile", args=[translation.pk]), {"file": sent})
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"})


def test_a_file_of_translations(committed_db: None, admin_client: Client, original: Any) -> None:
    page = factories.translate(original, "de", live=False)
    response = upload(admin_client, page, "Niemals mehr als 5 ml; lesen Sie zuerst die Risiken.")
    assert_refused(page)
    text = " ".join(said for level, said in told(response) if level == "error")
    assert NUMBER in text
    assert LINK in text


def test_a_script_in_a_file_of_translations(
    committed_db: None, admin_client: Client, original: Any, client: Client
) -> None:
    page = factories.translate(original, "de", live=False)
    response = upload(admin_client, page, "Niemals mehr als 0,5 ml.<script>alert(1)</script>")
    assert [level for level, _text in told(response)] == ["success", "warning"]
    assert "missing translations" in told(response)[1][1]
    page.refresh_from_db()
    shown = client.get(page.url).content.decode()
    assert "alert(1)" not in shown
    assert re.search(r'lang="en"[^>]*>\s*<p>Never more than 0.5 ml', shown)


def test_an_old_revision_stays_refused_after_the_text_was_put_right(original: Any, damaged: Any) -> None:
    bad = damaged.latest_revision
    good = 'Niemals mehr als 0,5 ml; lesen Sie zuerst <a id="a1">die Risiken</a>.'
    enter(original, "0.5 ml", good)
    page = factories.translate_again(original, "de", live=True)
    live = page.live_revision_id
    assert live is not None
    bad.publish()
    page.refresh_from_db()
    assert page.live_revision_id == live


def test_a_snippet_in_the_translation_editor(committed_db: None, admin_client: Client) -> None:
    term = factories.glossary_term(definition="It is at most 0.5 mm thick.")
    factories.translate(term, "de", live=False)
    enter(term, "0.5 mm", "Sie ist höchstens 5 mm dick.")
    german = factories.translate_again(term, "de")
    url = reverse("wagtailsnippets_treatments_glossaryterm:edit", args=[german.pk])
    response = admin_client.post(url, {"action": "publish"})
    messages = told(response)
    assert [level for level, _text in messages] == ["error"]
    assert NUMBER in messages[0][1]
    german.refresh_from_db()
    assert not is_live(german)
