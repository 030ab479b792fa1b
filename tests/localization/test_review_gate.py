"""What does the gate do without a valid review, and who may pass nevertheless?"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringTranslation

from localization.gate import Finding, gate
from localization.models import Refusal
from localization.review.models import ReviewOverride, ReviewRule
from publishing.models import Document
from tests import factories
from tests.localization.review_steps import SECTIONS, browser, changed, press, reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return browser(reviewer())


def refuse(*sections: str) -> None:
    """Let an administrator's rule refuse these sections without a review."""
    for section in sections:
        ReviewRule.objects.create(section=section, months=12, severity="refuse")


def findings(page: Any) -> list[Finding]:
    """Return what the gate finds of the latest revision about reviews."""
    row = type(page).objects.get(pk=page.pk)
    return [found for found in gate(row.latest_revision) if found.rule.startswith("review_")]


def test_usually_a_missing_review_is_a_warning_that_lets_through() -> None:
    page = factories.treatment()
    assert page.live
    assert {(found.rule, found.severity) for found in findings(page)} == {("review_missing", "warn")}
    assert [found.section for found in findings(page)] == list(SECTIONS)


def test_what_is_not_reviewed_at_all_has_no_finding() -> None:
    assert findings(factories.standard_page()) == []


def test_a_rule_refuses_until_the_draft_is_signed(client: Client) -> None:
    refuse("risks")
    page = factories.treatment(live=False)
    page.save_revision().publish()
    assert not type(page).objects.get(pk=page.pk).live
    (reason,) = Refusal.objects.latest("pk").findings
    assert (reason["rule"], reason["section"]) == ("review_missing", "risks")
    press(client, page, "sign", "risks")
    page.get_latest_revision().publish()
    assert type(page).objects.get(pk=page.pk).live


def test_a_rule_refuses_a_translation_too(client: Client) -> None:
    page = factories.treatment()
    refuse("risks")
    german = factories.translate(page, "de")
    assert german.live_revision is None
    press(client, german, "sign", "risks")
    german.get_latest_revision().publish()
    assert type(german).objects.get(pk=german.pk).live_revision is not None


def test_a_rule_asks_for_no_review_of_a_text_that_nobody_gets(client: Client) -> None:
    page, german = factories.treatment_in("de")
    refuse("process")
    assert [found.section for found in findings(german) if found.severity == "refuse"] == ["process"]
    StringTranslation.objects.filter(data__startswith="Numbing the skin").delete()
    german = factories.translate_again(page, "de")
    assert [found.section for found in findings(german) if found.severity == "refuse"] == []
    german.get_latest_revision().publish()
    section = json.loads(
        bytes(Document.objects.get(content_id=page.translation_key, locale="de").body or b"")
    )
    assert "Numbing the skin de·" in json.dumps(section["sections"]["process"], ensure_ascii=False)


def test_a_rule_refuses_what_is_overdue(client: Client) -> None:
    page = factories.treatment()
    press(client, page, "sign")
    assert findings(page) == []
    refuse("faqs")
    with time_machine.travel(timezone.now() + dt.timedelta(days=740)):
        found = {found.section: (found.rule, found.severity) for found in findings(page)}
        page.save_revision().publish()
    assert found["faqs"] == ("review_overdue", "refuse")
    assert found["sources"] == ("review_overdue", "warn")
    assert Refusal.objects.exists()


def test_the_editor_is_told_which_review_is_missing(admin_client: Client) -> None:
    refuse("risks")
    page = factories.treatment(live=False)
    page.save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = admin_client.post(f"{url}?id={page.pk}", {"include_descendants": ""})
    said = "“risks and safety” has not been medically reviewed. Ask a medical reviewer to sign it."
    assert said in str([message.message for message in get_messages(answer.wsgi_request)])


def override_user() -> Any:
    """Return a user who may let content be published without a review."""
    user = reviewer("head")
    user.user_permissions.add(Permission.objects.get(codename="override_review"))
    return user


def test_who_may_can_override_the_rule_with_a_reason_on_record() -> None:
    refuse("risks")
    page = factories.treatment(live=False)
    page.save_revision()
    client = browser(override_user())
    assert "Say why this has to be published" in press(client, page, "override").content.decode()
    press(client, page, "override", reason="A warning that cannot wait until Monday")
    page.get_latest_revision().publish()
    page = type(page).objects.get(pk=page.pk)
    assert page.live
    assert "Medically reviewed" not in client.get(page.url).content.decode()
    entry = PageLogEntry.objects.get(action="localization.review.override")
    assert (entry.user.username, entry.data["reason"]) == ("head", "A warning that cannot wait until Monday")


def test_an_override_stands_for_one_text_and_not_for_the_next() -> None:
    refuse("risks")
    page: Any = factories.treatment(live=False)
    page.save_revision()
    press(browser(override_user()), page, "override", reason="Urgent")
    page.risks = json.dumps(changed(page, "risks")).replace("Bruising", "Bleeding")
    page.save_revision()
    assert {found.severity for found in findings(page) if found.section == "risks"} == {"refuse"}


def test_a_reviewer_without_that_right_cannot_override(client: Client) -> None:
    refuse("risks")
    page = factories.treatment(live=False)
    page.save_revision()
    answer = press(client, page, "override", reason="Because").content.decode()
    assert "You may not let this be published without a review." in answer
    assert not ReviewOverride.objects.exists()
