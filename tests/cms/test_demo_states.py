"""Does a site with the demo really show every state that demo/states.yaml promises, and each only once?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from django.db import transaction
from django.test import Client, override_settings
from pytest_django.plugin import DjangoDbBlocker
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from cms.demo_content.library import content_id
from cms.demo_content.states import states
from localization.gate import gate, refuses
from localization.models import AcceptedFinding, ChangeMark, Refusal
from publishing.board.models import Standing, State
from publishing.models import Document, Recall, Status
from publishing.tasks import restate_content
from tests.cms.loaded_demo import CONCERNED, demo, load_all, load_part
from tests.delivery.shapes import committed, faults
from treatments.models import TreatmentPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


@pytest.fixture(scope="module")
def loaded(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[int]:
    """Load the demo once for this file; yield how many states it brought about."""
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")),
        transaction.atomic(),
    ):
        yield demo()
        transaction.set_rollback(True)


def data(name: str, code: str) -> Any:
    """Return what the API says of a demo file in a language."""
    document = Document.objects.get(content_id=content_id(name), locale=code, status=Status.LIVE)
    return orjson.loads(bytes(document.body or b""))


def standing(name: str, code: str) -> Standing:
    """Return the board's row of a demo file in a language."""
    return Standing.objects.get(content_id=content_id(name), locale=code)


def states_of(name: str, code: str) -> dict[str, str]:
    """Return the state of each section."""
    return {kind: section["state"] for kind, section in data(name, code)["sections"].items()}


def exists(name: str, code: str) -> bool:
    """Say whether anything of a demo file is there in a language."""
    return bool(Standing.objects.filter(content_id=content_id(name), locale=code).exists())


def languages_in(section: Any) -> set[str]:
    """Return the languages of the items of a section."""
    return {item.get("language", section["language"]) for item in section["items"]}


def test_each_state_is_brought_about_once(loaded: int) -> None:
    assert loaded == len(states())
    before = Revision.objects.count()
    assert load_all() == 0
    assert Revision.objects.count() == before


def test_behind_and_held(client: Client) -> None:
    assert states_of("treatments/microneedling", "de")["process"] == "behind"
    process = data("treatments/microneedling", "de")["sections"]["process"]
    assert process["language"] == "de"
    assert process["behind_since"] is not None
    assert "notice-behind" in client.get("/de/treatments/microneedling/").content.decode()


def test_a_new_risk_in_the_originals_language(client: Client) -> None:
    risks = data("treatments/dermal-filler", "de")["sections"]["risks"]
    assert languages_in(risks) == {"de", "en"}
    page = client.get("/de/treatments/dermal-filler/").content.decode()
    assert "Hard nodules" in page


def test_wording_only_keeps_translations_current() -> None:
    assert ChangeMark.objects.filter(content_id=content_id("conditions/sun-damage"), kind="wording").exists()
    assert "begin with" in data("conditions/sun-damage", "en")["sections"]["faqs"]["items"][0]["question"]
    assert set(states_of("conditions/sun-damage", "de").values()) == {"current"}


def test_a_retracted_claim_is_not_held() -> None:
    faqs = data("conditions/ageing-skin", "de")["sections"]["faqs"]
    assert faqs["state"] == "behind"
    assert languages_in(faqs) == {"de", "en"}


def test_translated_in_part_with_missing_sections() -> None:
    found = states_of("treatments/fractional-laser", "es")
    assert (found["overview"], found["conclusion"]) == ("current", "current")
    assert (found["process"], found["risks"], found["faqs"]) == ("missing",) * 3
    assert standing("treatments/fractional-laser", "es").state == State.PARTIAL


def test_whatever_state_a_document_is_in_it_has_the_shape_that_the_api_promises() -> None:
    checked = 0
    for document in Document.objects.filter(status=Status.LIVE).exclude(path=None):
        body = orjson.loads(bytes(document.body or b""))
        schema = committed(f"schemas/{document.type}.json")
        assert faults(schema, body) == [], (document.path, document.locale)
        checked += 1
    assert checked > len(CONCERNED)


def test_prose_that_nobody_has_translated_says_whose_it_is() -> None:
    risks = data("treatments/fractional-laser", "es")["sections"]["risks"]
    english = data("treatments/fractional-laser", "en")["sections"]["risks"]
    assert risks["intro"] == {**english["intro"], "language": "en", "direction": "ltr"}


def test_sent_and_not_begun_and_languages_without_a_page() -> None:
    restate_content.call(str(content_id("treatments/chemical-peel")))  # as the worker does for every draft
    sent = standing("treatments/chemical-peel", "fr")
    assert (sent.state, sent.missing) == (State.PARTIAL, sent.texts)
    assert sent.texts > 0
    assert not Standing.objects.filter(
        content_id=content_id("treatments/dermal-filler"), locale="fr"
    ).exists()


def test_a_refused_publication_with_its_findings() -> None:
    assert standing("treatments/fractional-laser", "de").refused
    refusal = Refusal.objects.get()
    assert refusal.content_id == content_id("treatments/fractional-laser")
    assert [finding["rule"] for finding in refusal.findings] == ["numbers"]
    page = TreatmentPage.objects.get(translation_key=refusal.content_id, locale__language_code="de")
    assert refuses(gate(page.latest_revision))
    assert set(states_of("treatments/fractional-laser", "de").values()) == {"current"}


def test_an_accepted_finding() -> None:
    accepted = AcceptedFinding.objects.filter(accepted_by__username="editor")
    assert {row.content_id for row in accepted} == {content_id("conditions/hair-loss")}
    assert "vier von fünf" in orjson.dumps(data("conditions/hair-loss", "de")).decode()


@pytest.mark.parametrize("code", ["en", "de"])
def test_ways_of_leaving(client: Client, code: str) -> None:
    withdrawn = client.get(f"/{code}/lightening-creams/")
    assert withdrawn.status_code == 200
    assert "Melasma" in withdrawn.content.decode()
    for path, reason in (("home-needling", "recalled"), ("open-evening", "unpublished")):
        assert client.get(f"/{code}/{path}/").status_code == 410
        gone = Document.objects.get(content_id=content_id(f"pages/{path}"), locale=code)
        assert (gone.status, gone.gone_reason) == (Status.GONE, reason)
    assert Recall.objects.count() == 2


def test_every_state_of_a_review(client: Client) -> None:
    rows = Document.objects.exclude(review_state="").filter(locale="en")
    assert set(rows.values_list("review_state", flat=True)) == {"valid", "missing", "overdue", "voided"}
    client.login(username="reviewer", password="demo-reviewer")
    listed = client.get("/admin/review/").content.decode()
    assert "Sun damage" in listed, "No review is due within the next days."


def test_what_happened_is_in_the_history_of_the_pages() -> None:
    actions = {*PageLogEntry.objects.values_list("action", flat=True)} | {
        *ModelLogEntry.objects.values_list("action", flat=True)
    }
    assert actions >= {
        "publishing.recall",
        "localization.accept_finding",
        "localization.mark_change",
        "wagtail.unpublish",
    }


def test_a_language_that_is_loaded_later_leaves_out_what_has_changed_since() -> None:
    assert "ar: 0 loaded" not in load_part("ar", ["treatments/microneedling", "treatments/chemical-peel"])
    assert not Document.objects.filter(
        content_id=content_id("treatments/microneedling"), locale="ar"
    ).exists()
    assert data("treatments/chemical-peel", "ar")["language"] == "ar"


@pytest.mark.soak  # twenty seconds: every English text is published again
def test_writing_everything_again_brings_the_states_about_again() -> None:
    said = load_part("de", ["conditions/hair-loss"], reset=True)
    assert "demo/states.yaml): 7 new." in said
    test_behind_and_held(Client())
    assert Refusal.objects.count() == 2


def test_the_page_that_shows_it_all_is_named() -> None:
    for entry in states():
        assert entry["shows"], entry["name"]
        assert entry["see"].startswith("/"), entry["name"]
