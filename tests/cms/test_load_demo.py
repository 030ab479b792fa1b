"""Does load_demo put the demo into an empty site, once, without touching what editors did since?"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import orjson
import pytest
from django.core import mail
from django.core.management import CommandError
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker
from wagtail.models import Revision

from cms.demo_content import kinds
from cms.demo_content.library import content_id
from cms.demo_content.messages import load_messages, messages
from cms.demo_content.states import states
from cms.management.commands import load_demo
from engagement.comments.form import LONGEST
from engagement.models import Comment, Enquiry
from home.models import StandardPage
from localization.models import Refusal
from publishing.models import Document, Status
from tests.cms.loaded_demo import WHOLE, demo, load
from treatments.models import TreatmentPage

TRANSLATION = WHOLE
# Not to be read any more, as tests/cms/test_demo_states.py tells.
WITHDRAWN = {entry["document"] for entry in states() if "recall" in entry or "unpublish" in entry}


@pytest.fixture(scope="module")
def loaded(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Load the demo once for this file: English and one translation."""
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")),
        transaction.atomic(),
    ):
        demo()
        yield
        transaction.set_rollback(True)


def document(name: str, code: str) -> Document:
    """Return the public document of a demo file in a language."""
    return Document.objects.get(content_id=content_id(name), locale=code, status=Status.LIVE)


def data(name: str, code: str) -> Any:
    """Return what the API says of a demo file in a language."""
    return orjson.loads(bytes(document(name, code).body or b""))


@pytest.mark.django_db
def test_every_document_is_public_in_both_languages(loaded: None, client: Client) -> None:
    for code in ("en", TRANSLATION):
        for name, kind in kinds.documents():
            if name in WITHDRAWN or not kinds.path_of(name, code).exists():
                continue
            found = document(name, code)
            if kind.is_page:
                answer = client.get(found.path or "")
                assert (answer.status_code, answer["Content-Language"]) == (200, code), found.path
    # One is a state to look at (tests/cms/test_demo_states.py).
    assert Refusal.objects.count() == 1


@pytest.mark.django_db
def test_every_section_of_a_translation_counts_as_current_and_human(loaded: None) -> None:
    sections = data("treatments/mesotherapy", TRANSLATION)["sections"]
    assert {(section["state"], section["origin"]) for section in sections.values()} == {("current", "human")}


@pytest.mark.django_db
def test_the_demo_shows_every_state_of_a_review(loaded: None) -> None:
    states = {(row.title, row.locale): row.review_state for row in Document.objects.exclude(review_state="")}
    assert set(states.values()) == {"valid", "missing", "overdue", "voided"}
    for code in ("en", TRANSLATION):
        assert document("treatments/mesotherapy", code).review_state == "valid"
        assert [person["is_demo"] for person in data("treatments/mesotherapy", code)["reviewers"]] == [True]


@pytest.mark.django_db
def test_items_have_the_same_ids_and_links_lead_to_the_same_language(loaded: None) -> None:
    english, german = (data("treatments/mesotherapy", code) for code in ("en", TRANSLATION))
    risks, translated = (one["sections"]["risks"]["items"] for one in (english, german))
    assert [risk["id"] for risk in risks] == [risk["id"] for risk in translated]
    assert risks[0]["name"] != translated[0]["name"]
    assert risks[0]["frequency"]["code"] == translated[0]["frequency"]["code"]
    bodies = "".join(item["body"]["html"] for item in german["sections"]["conditions"]["items"])
    assert "/de/conditions/melasma/" in bodies
    assert "/en/" not in bodies


@pytest.mark.django_db
def test_the_picture_and_its_translated_description_are_there(loaded: None) -> None:
    hero = data("treatments/mesotherapy", TRANSLATION)["hero"]
    assert hero["renditions"]
    assert hero["alt"] != data("treatments/mesotherapy", "en")["hero"]["alt"]


@pytest.mark.django_db
def test_a_second_run_writes_nothing_and_keeps_an_edit(loaded: None) -> None:
    page = TreatmentPage.objects.get(slug="mesotherapy", locale__language_code="en")
    page.title = "Edited by hand"
    page.save_revision().publish()
    before = list(Revision.objects.order_by("pk").values_list("pk", flat=True))
    assert "en: 0 loaded" in load(languages=[TRANSLATION])
    assert list(Revision.objects.order_by("pk").values_list("pk", flat=True)) == before
    assert document("treatments/mesotherapy", "en").title == "Edited by hand"


@pytest.mark.django_db
def test_visitors_have_written_and_nobody_was_sent_a_mail(loaded: None, client: Client) -> None:
    assert not mail.outbox
    assert set(Comment.objects.values_list("state", flat=True)) == {"approved", "held", "spam"}
    assert set(Enquiry.objects.values_list("status", flat=True)) == {"open", "done"}
    for code in ("en", TRANSLATION):
        for name in ("treatments/mesotherapy", "treatments/microneedling"):
            page = client.get(f"/{code}/comments/{content_id(name)}/").content.decode()
            question = Comment.objects.get(
                content_id=content_id(name), locale=code, state="approved", parent=None
            )
            reply = question.answers.get()
            assert reply.is_staff
            assert question.received_at < reply.received_at < timezone.now()
            assert question.text in unescape(page)
            assert reply.text.splitlines()[0] in unescape(page)
    client.login(username="moderator", password="demo-moderator")
    for screen, told in ((reverse("comment_queue"), "Moira"), ("/admin/enquiries/", "Tom Ashworth")):
        assert told in client.get(screen).content.decode()


@pytest.mark.django_db
def test_messages_come_once_and_do_not_come_back(loaded: None) -> None:
    Comment.objects.filter(locale="en").delete()
    before = set(Comment.objects.values_list("pk", flat=True))
    assert load_messages([TRANSLATION]) == 0
    assert set(Comment.objects.values_list("pk", flat=True)) == before


def test_messages_fit_what_they_are_about() -> None:
    wrong = [
        entry["name"]
        for entry in messages()["comments"]
        if len(entry["text"]) > LONGEST or not kinds.path_of(entry["document"], entry["language"]).exists()
    ]
    assert not wrong
    assert {entry["language"] for entry in messages()["comments"]} == {"en", "de", "ar", "zh-hans"}
    assert {entry["status"] for entry in messages()["enquiries"]} == {"new", "open", "done"}


@pytest.mark.django_db
def test_reset_brings_the_demo_texts_back(loaded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    page = StandardPage.objects.get(slug="about", locale__language_code="en")
    title, page.title = page.title, "Edited by hand"
    page.save_revision().publish()
    about = [(name, kind) for name, kind in kinds.documents() if name == "pages/about"]
    monkeypatch.setattr(load_demo, "documents", lambda: about)
    assert "en: 1 loaded" in load(reset=True, languages=[])
    assert document("pages/about", "en").title == title


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("username", "sees_admin"), [("admin", True), ("editor", True), ("translator-ar", True)]
)
def test_the_accounts_can_log_in(loaded: None, client: Client, username: str, sees_admin: bool) -> None:
    assert client.login(username=username, password=f"demo-{username}")
    assert (client.get("/admin/").status_code == 200) is sees_admin


@pytest.mark.django_db
def test_a_key_too_many_in_a_translation_stops_the_load_with_a_sentence(
    loaded: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "demo"
    shutil.copytree(kinds.FOLDER, folder, ignore=shutil.ignore_patterns("tr"))
    wrong = folder / "tr" / "glossary" / "keloid.yaml"
    wrong.parent.mkdir(parents=True)
    wrong.write_text("term: Keloid\ndefinition: Bir yara izi.\nmeaning: Fazla\n", encoding="utf-8")
    monkeypatch.setattr(kinds, "FOLDER", folder)
    with pytest.raises(CommandError, match="a text “meaning” that English does not have"):
        load(languages=["tr"])
    keloid = Document.objects.filter(content_id=content_id("glossary/keloid"), locale="tr")
    assert not keloid.exists()
