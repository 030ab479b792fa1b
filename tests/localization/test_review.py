"""Does a signature stand for exactly what was signed: these words, these numbers, this language?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import PageLogEntry

from localization.review.models import ReviewSignature
from people.models import Person
from publishing.models import Document
from tests import factories
from tests.localization.review_steps import (
    SECTIONS,
    address,
    browser,
    changed,
    edit,
    press,
    reviewer,
    states,
)

pytestmark = pytest.mark.django_db
ALL_VALID = dict.fromkeys(SECTIONS, "valid")


@pytest.fixture
def client() -> Client:
    return browser(reviewer())


def body_of(instance: Any) -> dict[str, Any]:
    """Return the document of a page."""
    row = Document.objects.get(content_id=instance.translation_key, locale=instance.locale.language_code)
    found: dict[str, Any] = json.loads(bytes(row.body or b""))
    return found


def reviewed(instance: Any) -> set[str]:
    """Return the sections of which the document says that they are reviewed."""
    return {kind for kind, section in body_of(instance)["sections"].items() if section["reviewed"]}


def claims(instance: Any) -> bool:
    """Say whether the document claims a review as a whole; it must do so everywhere or nowhere."""
    found = body_of(instance)
    node = found["json_ld"]["@graph"][0]
    said = {
        bool(found["reviewers"]),
        bool(found["dates"]["last_reviewed"]),
        bool(found["dates"]["review_due"]),
        "lastReviewed" in node,
        "reviewedBy" in node,
    }
    assert len(said) == 1
    return said.pop()


def test_signatures_of_all_sections_are_told_to_readers(client: Client) -> None:
    page = factories.treatment()
    assert states(client, page) == dict.fromkeys(SECTIONS, "missing")
    assert "Signed." in press(client, page, "sign").content.decode()
    assert states(client, page) == ALL_VALID
    assert claims(page)
    found = body_of(page)
    name = "Dr en·rev Amira Example en·rev"
    assert [person["name"] for person in found["reviewers"]] == [name]
    assert {section["reviewed"]["reviewer"]["name"] for section in found["sections"].values()} == {name}
    html = client.get(page.url).content.decode()
    assert f"Medically reviewed by <bdi>{name}</bdi> on <time" in html


def test_one_section_alone_is_told_of_itself_and_not_of_the_page(client: Client) -> None:
    page = factories.treatment()
    press(client, page, "sign", "risks")
    assert reviewed(page) == {"risks"}
    assert not claims(page)


def test_a_changed_character_voids_its_section_and_no_other(client: Client) -> None:
    page = factories.treatment()
    press(client, page, "sign")
    edit(page, "risks", "Bruising", "Bruisings")
    assert states(client, page) == {**ALL_VALID, "risks": "voided"}
    assert reviewed(page) == set(SECTIONS) - {"risks"}
    assert not claims(page)


def test_a_translation_is_signed_in_its_own_language(client: Client) -> None:
    page, german = factories.treatment_in("de")
    factories.translate(Person.objects.get(name__contains="rev"), "de")
    press(client, german, "sign")
    assert (claims(german), claims(page)) == (True, False)
    edit(german, "risks", "Bruising", "Bruisings")
    assert states(client, german) == {**ALL_VALID, "risks": "voided"}


def test_a_corrected_number_voids_its_section_in_every_language(client: Client) -> None:
    page, german = factories.treatment_in("de")
    press(client, page, "sign")
    press(client, german, "sign")
    page.sessions_max = 7
    factories.publish(page)
    for row in (page, german):
        assert reviewed(row) == set(SECTIONS) - {"overview"}
        assert states(client, row) == {**ALL_VALID, "overview": "voided"}
        screen = client.get(f"/admin/review/{row.translation_key}/{row.locale.language_code}/")
        assert '<span class="deletion">6</span> <span class="addition">7</span>' in screen.content.decode()


def test_a_changed_choice_or_a_removed_item_voids(client: Client) -> None:
    page: Any = factories.treatment()
    press(client, page, "sign")
    risks = changed(page, "risks")
    next(block for block in risks if block["type"] == "risk")["value"]["severity"] = "serious"
    page.risks = json.dumps(risks)
    page.faqs = "[]"
    factories.publish(page)
    found = states(client, page)
    assert (found["risks"], found["faqs"]) == ("voided", "voided")
    assert found["process"] == "valid"


def test_moving_a_block_and_white_space_keep_a_signature(client: Client) -> None:
    page: Any = factories.treatment()
    press(client, page, "sign")
    page.process = json.dumps(list(reversed(changed(page, "process"))))
    page.summary = page.summary.replace(" ", "  ") + "  "
    factories.publish(page)
    assert states(client, page) == ALL_VALID
    assert claims(page)


def test_publishing_the_same_again_keeps_a_signature(client: Client) -> None:
    page = factories.treatment()
    press(client, page, "sign")
    factories.publish(page)
    assert claims(page)


def test_going_back_to_what_was_signed_needs_no_new_signature(client: Client) -> None:
    page = factories.treatment()
    press(client, page, "sign")
    edit(page, "risks", "Bruising", "Bleeding")
    assert not claims(page)
    edit(page, "risks", "Bleeding", "Bruising")
    assert claims(page)
    assert ReviewSignature.objects.count() == len(SECTIONS)


def test_a_draft_that_was_signed_is_reviewed_when_it_is_published(client: Client) -> None:
    page = factories.treatment(live=False)
    page.save_revision()
    press(client, page, "sign")
    page.get_latest_revision().publish()
    assert claims(page)


def test_the_live_text_can_be_signed_beside_a_draft(client: Client) -> None:
    page = factories.treatment()
    page.summary = "Somebody is still writing this summary, and it is not finished yet."
    page.save_revision()
    url = f"{address(page)}?of=live"
    seen = {f"seen-{part.kind}": part.seen for part in client.get(url).context["parts"]}
    client.post(url, {**seen, "sign": "*"})
    assert claims(page)
    assert states(client, page)["overview"] == "voided"


def test_only_what_was_on_the_screen_can_be_signed(client: Client) -> None:
    page = factories.treatment()
    url = address(page)
    seen = {f"seen-{part.kind}": part.seen for part in client.get(url).context["parts"]}
    edit(page, "risks", "Bruising", "Bleeding")
    answer = client.post(url, {**seen, "sign": "*"}, follow=True).content.decode()
    assert "has been changed since you opened it. Read it again, then sign." in answer
    assert not ReviewSignature.objects.exists()


def test_half_a_translation_cannot_be_signed(client: Client) -> None:
    german = factories.translate(factories.treatment(), "de", live=False, leave_out="Bruising")
    assert "is not fully translated yet" in press(client, german, "sign").content.decode()
    assert "Signed." in press(client, german, "sign", "process").content.decode()
    assert set(ReviewSignature.objects.values_list("section", flat=True)) == {"process"}


def test_a_new_wording_is_carried_over_by_a_click_that_is_on_record(client: Client) -> None:
    page = factories.treatment()
    press(client, page, "sign")
    before = ReviewSignature.objects.get(section="risks")
    edit(page, "risks", "Bruising", "Bruises")
    answer = press(client, page, "carry_over", "risks").content.decode()
    assert "now stands for the new wording as well" in answer
    assert claims(page)
    after = ReviewSignature.objects.filter(section="risks").latest("pk")
    assert (after.signed_at, after.due_at, after.person) == (before.signed_at, before.due_at, before.person)
    assert (after.carried_from, str(after.carried_by)) == (before, "reviewer")
    assert "Carried over to this wording by reviewer" in client.get(address(page)).content.decode()


@pytest.mark.parametrize(("old", "new"), [("Bruising", "Bruising for 14 days"), ("a short time", "2 days")])
def test_a_number_is_more_than_wording(client: Client, old: str, new: str) -> None:
    page = factories.treatment()
    edit(page, "risks", "Bruising", "Bruising a short time")
    press(client, page, "sign")
    edit(page, "risks", old, new)
    answer = press(client, page, "carry_over", "risks").content.decode()
    assert "More than the wording of “risks and safety” has changed" in answer
    assert not claims(page)


def test_a_signature_does_not_move_the_date_of_the_last_change(client: Client) -> None:
    page = factories.treatment()
    before = body_of(page)["dates"]["updated"]
    press(client, page, "sign")
    assert body_of(page)["dates"]["updated"] == before


def test_nobody_without_a_public_medical_person_signs() -> None:
    page = factories.treatment()
    writer = browser(reviewer("writer", person=factories.person(key="wri", is_medical=False)))
    hidden = browser(reviewer("hidden", person=factories.person(key="hid", live=False)))
    for client in (writer, hidden):
        assert b"is not linked to a medical professional" in press(client, page, "sign").content
    assert not ReviewSignature.objects.exists()


def test_the_claim_goes_with_the_person_and_comes_back(client: Client, run_tasks: Any) -> None:
    page = factories.treatment()
    press(client, page, "sign")
    person = Person.objects.get(name__contains="rev")
    person.unpublish()
    run_tasks()
    assert not claims(page)
    factories.publish(person)
    run_tasks()
    assert claims(page)


def test_every_act_is_in_the_history(client: Client) -> None:
    page = factories.treatment()
    press(client, page, "sign", "faqs")
    entry = PageLogEntry.objects.get(action="localization.review.sign")
    assert (entry.user.username, entry.data["sections"], entry.page_id) == ("reviewer", ["faqs"], page.pk)
    history = browser(admin()).get(f"/admin/pages/{page.pk}/history/").content.decode()
    assert "Medical review signed in English as Dr en·rev Amira Example en·rev: faqs" in history


def admin() -> Any:
    """Return an administrator."""
    return get_user_model().objects.create_user("admin", is_superuser=True)


def test_a_signature_is_never_changed(client: Client) -> None:
    press(client, factories.treatment(), "sign", "faqs")
    signature = ReviewSignature.objects.get()
    signature.section = "risks"
    with pytest.raises(TypeError, match="never changed"):
        signature.save()
