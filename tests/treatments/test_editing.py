"""Can an editor write a treatment in the admin, and is every mistake answered with what to do?"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from wagtail.test.utils.form_data import streamfield

from publishing.models import Document
from tests import factories
from tests.treatments.treatment_form import points, risk, seek_help, treatment_form
from treatments.models import TreatmentIndexPage, TreatmentPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def index() -> TreatmentIndexPage:
    return factories.treatment_index()


def send(client: Client, index: TreatmentIndexPage, action: str, **changes: Any) -> str:
    """Fill in the form for a new treatment, press a button and return the page that comes back."""
    form = treatment_form(factories.category(live=False).pk, factories.source().pk, changes)
    address = f"/admin/pages/add/treatments/treatmentpage/{index.pk}/"
    response = client.post(address, {**form, action: "1"}, follow=True)
    assert response.status_code == 200
    return readable(response)


def readable(response: Any) -> str:
    """Return the text of a page of the admin, which holds block errors as JSON inside an attribute."""
    text = unescape(response.content.decode())
    return re.sub(r"\\+u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def test_a_complete_treatment_can_be_written_and_published(
    admin_client: Client, index: TreatmentIndexPage
) -> None:
    send(admin_client, index, "action-publish")
    page = TreatmentPage.objects.get(slug="mesotherapy")
    assert page.live
    assert page.risks[0].value["name"] == "Bruising"
    assert page.risks[1].value["when"][0] == "The pain gets worse."
    assert Document.objects.get(content_id=page.translation_key).title == "Mesotherapy"


def test_an_unfinished_treatment_can_be_kept_as_a_draft(
    admin_client: Client, index: TreatmentIndexPage
) -> None:
    empty = {name: streamfield([]) for name in ("conditions", "process", "risks", "conclusion", "sources")}
    send(admin_client, index, "action-save", category="", summary="", procedure_type="", **empty)
    page = TreatmentPage.objects.get(slug="mesotherapy")
    assert not page.live
    assert not Document.objects.filter(content_id=page.translation_key).exists()


@pytest.mark.parametrize(
    ("sentence", "changes"),
    [
        ("“From” is 6, but “to” is only 3.", {"sessions_min": "6", "sessions_max": "3"}),
        (
            "“rare” means 1 in 1,001 to 1 in 10,000 people, but the number says 1 in 20.",
            {"risks": streamfield([("risk", risk(frequency="rare")), ("seek_help", seek_help())])},
        ),
        (
            "“From” is 30, but “to” is only 10.",
            {"risks": streamfield([("risk", risk(lasts_days_min="30")), ("seek_help", seek_help())])},
        ),
        (
            "Choose a page or give an address, not both.",
            {
                "conclusion": streamfield(
                    [("cta", {"kind": "enquire", "label": "Ask", "page": "1", "url": "https://x.example/"})]
                )
            },
        ),
    ],
)
def test_a_contradiction_is_answered_where_it_is(
    admin_client: Client, index: TreatmentIndexPage, sentence: str, changes: dict[str, Any]
) -> None:
    answer = send(admin_client, index, "action-save", **changes)
    assert sentence in answer
    assert not TreatmentPage.objects.exists()


def test_a_picture_without_words_is_answered_when_publishing_but_not_in_a_draft(
    admin_client: Client, index: TreatmentIndexPage
) -> None:
    hero = streamfield([("figure", {"image": str(factories.image().pk), "alt": ""})])
    answer = send(admin_client, index, "action-publish", hero=hero)
    assert "Describe what the picture shows, or tick “Decoration only”." in answer
    assert not TreatmentPage.objects.exists()
    send(admin_client, index, "action-save", hero=hero)
    assert TreatmentPage.objects.exists()


@pytest.mark.parametrize(
    ("sentence", "risks"),
    [
        ("Add at least one risk. No treatment is without risk.", [("seek_help", seek_help())]),
        ("Add a card that says at which signs to seek help after the treatment.", [("risk", risk())]),
    ],
)
def test_a_treatment_that_says_too_little_stays_a_draft_and_says_why(
    admin_client: Client, index: TreatmentIndexPage, sentence: str, risks: list[Any]
) -> None:
    answer = send(admin_client, index, "action-publish", risks=streamfield(risks))
    assert sentence in answer
    page = TreatmentPage.objects.get(slug="mesotherapy")
    assert not page.live
    assert not Document.objects.filter(content_id=page.translation_key).exists()


def test_a_source_that_cannot_be_found_is_refused(admin_client: Client) -> None:
    form = {"kind": "web", "title": "Somewhere", "language": "en", "authors": "", "publisher": "", "year": ""}
    form |= {"doi": "", "url": "", "accessed": ""}
    address = "/admin/snippets/treatments/source/add/"
    assert "Readers must be able to find it" in readable(admin_client.post(address, form))
    assert "A DOI begins with “10.”" in readable(admin_client.post(address, {**form, "doi": "doi.org/10"}))


def test_the_form_follows_the_order_of_the_page_and_teaches(
    admin_client: Client, index: TreatmentIndexPage
) -> None:
    form = admin_client.get(f"/admin/pages/add/treatments/treatmentpage/{index.pk}/").content.decode()
    tabs = (
        "Overview",
        "Quick facts",
        "Used for",
        "What happens",
        "Risks",
        "Weighing up",
        "Questions",
        "Sources and people",
    )
    places = [form.index(f'href="#tab-{tab.lower().replace(" ", "_")}"') for tab in tabs]
    assert places == sorted(places)
    assert "one or two plain sentences" in form
    assert "State each risk by itself" in form


@pytest.mark.parametrize("name", ["treatment_listing", "condition_listing"])
def test_listings_show_language_and_state(admin_client: Client, name: str) -> None:
    page = factories.treatment() if name == "treatment_listing" else factories.condition()
    factories.translate(page, "de")
    listed = admin_client.get(f"/admin/{name}/").content.decode()
    assert page.title in listed
    assert page.title.replace("en·", "de·") in listed
    german = admin_client.get(f"/admin/{name}/?locale=de").content.decode()
    assert page.title not in german
    assert page.title.replace("en·", "de·") in german


def test_a_list_of_points_keeps_its_order(admin_client: Client, index: TreatmentIndexPage) -> None:
    aftercare = {"do": points("First.", "Second."), "dont": points(), "for_hours": "24"}
    send(admin_client, index, "action-save", process=streamfield([("aftercare", aftercare)]))
    assert list(TreatmentPage.objects.get().process[0].value["do"]) == ["First.", "Second."]
