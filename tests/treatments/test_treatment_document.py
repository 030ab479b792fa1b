"""Does a treatment become the document that readers and partners are promised?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
import pytest

from publishing.models import Document
from tests import factories
from tests.factories import Marker
from tests.factory_content import conditions, risks

pytestmark = pytest.mark.django_db

STANDING = {
    *("language", "direction", "state", "behind_since", "source_digest", "origin", "reviewed", "notice"),
    "heading",
}


def document(page: Any) -> dict[str, Any]:
    """Return the stored document of a published page or snippet."""
    row = Document.objects.get(content_id=page.translation_key, locale=page.locale.language_code)
    assert row.body is not None
    return dict(orjson.loads(bytes(row.body)))


@pytest.fixture
def mesotherapy() -> dict[str, Any]:
    factories.organisation(key="korg", emergency_number="112")
    return document(factories.treatment(key="kmes"))


def test_the_top_level_is_complete(mesotherapy: dict[str, Any]) -> None:
    assert set(mesotherapy) >= {
        *("schema", "type", "id", "language", "direction", "source_language", "status", "withdrawn"),
        *("path", "url", "api_path", "slug", "title", "also_known_as", "summary", "dates"),
        *("available_translations", "breadcrumbs", "quick_facts", "category", "body_areas"),
        *("procedure_type", "authors", "related", "hero", "sections", "disclaimer", "json_ld"),
    }
    assert mesotherapy["also_known_as"] == ["Skin needling with serum en·kmes"]
    assert mesotherapy["procedure_type"]["code"] == "percutaneous"
    assert [area["display"] for area in mesotherapy["body_areas"]] == ["Face", "Scalp"]
    assert mesotherapy["category"]["type"] == "category"
    assert mesotherapy["authors"][0]["job_title"].startswith("Dermatologist")
    assert mesotherapy["disclaimer"] == "This text does not replace a doctor’s advice. en·korg"


def test_sections_stand_in_order_with_their_standing(mesotherapy: dict[str, Any]) -> None:
    kinds = ["overview", "conditions", "process", "risks", "conclusion", "faqs", "sources"]
    assert list(mesotherapy["sections"]) == kinds
    for kind, section in mesotherapy["sections"].items():
        assert set(section) >= STANDING, kind
        assert (section["heading"] is None) is (kind == "overview")


def test_quick_facts_are_numbers_with_words(mesotherapy: dict[str, Any]) -> None:
    facts = mesotherapy["quick_facts"]
    assert facts["sessions"] == {"min": 3, "max": 6, "display": "3 to 6 sessions"}
    assert facts["interval_days"]["display"] == "14 days"
    assert facts["downtime_days"] == {"min": None, "max": 2, "display": "up to 2 days"}
    assert facts["results_last_months"] == {"min": None, "max": None, "display": "not known"}
    assert facts["anaesthesia"] == {"code": "topical", "display": "numbing cream"}
    assert facts["medical_assessment_required"] == {"value": True, "display": "yes"}


def test_process_is_numbered_and_timed(mesotherapy: dict[str, Any]) -> None:
    process = mesotherapy["sections"]["process"]
    assert [step["position"] for step in process["steps"]] == [1, 2]
    step = process["steps"][0]
    assert set(step) == {"id", "position", "phase", "title", "body", "minutes", "performed_by"}
    assert step["minutes"] == {"min": 20, "max": 30, "display": "20 to 30 minutes"}
    assert step["phase"] == {"code": "before", "display": "Before the treatment"}
    assert process["aftercare"]["hours"] == {"value": 24, "display": "24 hours"}
    assert process["aftercare"]["do"] == ["Keep the skin clean. en·kmes", "Drink enough. en·kmes"]
    assert process["figures"] == []


def test_risks_carry_frequency_duration_and_sources(mesotherapy: dict[str, Any]) -> None:
    bruising, infection = mesotherapy["sections"]["risks"]["items"]
    assert bruising["frequency"] == {
        "code": "common",
        "display": "common: about 1 in 20 people",
        "per_n": 20,
        "lower": 0.01,
        "upper": 0.1,
    }
    assert bruising["lasts_days"] == {"min": 3, "max": 10, "permanent": False, "display": "3 to 10 days"}
    assert infection["lasts_days"]["display"] == "can be permanent"
    assert bruising["description"]["text"] == "Dark patches where the needle went in. en·kmes"
    assert (bruising["sources"], infection["sources"]) == ([1], [])
    assert mesotherapy["sections"]["sources"]["items"][0]["n"] == 1


def test_care_cards_show_the_organisations_numbers(mesotherapy: dict[str, Any]) -> None:
    urgent, emergency = mesotherapy["sections"]["risks"]["seek_help"]
    assert urgent["phone"] == {"number": "+44 20 7946 0000", "display": "+44 20 7946 0000"}
    assert emergency["phone"] == {"number": "112", "display": "112"}
    assert urgent["when"] == ["The pain gets worse. en·kmes", "You have a temperature. en·kmes"]


def test_without_a_number_readers_are_sent_to_their_own() -> None:
    factories.organisation(phone="")
    urgent, emergency = document(factories.treatment())["sections"]["risks"]["seek_help"]
    assert urgent["phone"] is None
    assert emergency["phone"] == {"number": None, "display": "your local emergency number"}


def test_a_changed_number_reaches_the_treatments(run_tasks: Callable[[], None]) -> None:
    organisation = factories.organisation()
    page = factories.treatment()
    organisation.emergency_number = "999"
    factories.publish(organisation)
    run_tasks()
    assert document(page)["sections"]["risks"]["seek_help"][1]["phone"]["number"] == "999"


def test_the_conclusion_weighs_up(mesotherapy: dict[str, Any]) -> None:
    conclusion = mesotherapy["sections"]["conclusion"]
    assert conclusion["may_suit"] == ["you have mild changes en·kmes"]
    assert conclusion["alternatives"] == [{"label": "Sun protection en·kmes", "link": None}]
    assert conclusion["cta"]["kind"]["code"] == "enquire"
    assert conclusion["cta"]["url"] == "https://clinic.example/ask/"


def test_a_source_keeps_its_own_language(mesotherapy: dict[str, Any]) -> None:
    (source,) = mesotherapy["sections"]["sources"]["items"]
    assert source["title"] == {"value": "Study of kmes", "language": "en", "direction": "ltr"}
    assert source["kind"] == {"code": "review", "display": "Systematic review"}
    assert (source["doi"], source["year"], source["accessed"]) == ("10.1000/182", 2021, None)


def test_condition_and_treatment_know_each_other(run_tasks: Callable[[], None]) -> None:
    condition = factories.condition()
    m = Marker("en", "klnk")
    treatment = factories.treatment(
        key="klnk", conditions=conditions(m, factories.source().pk, condition.pk), risks=risks(m, 0)
    )
    item = document(treatment)["sections"]["conditions"]["items"][0]
    assert item["condition"]["id"] == str(condition.translation_key)
    run_tasks()
    assert [card["id"] for card in document(condition)["treatments"]] == [str(treatment.translation_key)]
    treatment.unpublish()
    run_tasks()
    assert document(condition)["treatments"] == []


def test_a_translation_has_the_same_ids_numbers_and_codes() -> None:
    page = factories.treatment(key="kids")
    german = document(factories.translate(page, "de"))
    english = document(page)
    for kind, name in (("conditions", "items"), ("process", "steps"), ("risks", "items"), ("faqs", "items")):
        own, other = english["sections"][kind][name], german["sections"][kind][name]
        assert [item["id"] for item in own] == [item["id"] for item in other]
    numbers = [
        [(risk["frequency"]["code"], risk["frequency"]["per_n"]) for risk in found]
        for found in (english["sections"]["risks"]["items"], german["sections"]["risks"]["items"])
    ]
    assert numbers[0] == numbers[1]
    assert german["category"]["title"] == english["category"]["title"].replace("en·", "de·")
    assert "en·kids" not in orjson.dumps(german["sections"]).decode()


def test_lists_can_filter_by_what_the_treatment_is() -> None:
    category = factories.category()
    page = factories.treatment(category=category)
    row = Document.objects.get(content_id=page.translation_key)
    assert set(row.facets) == {
        f"category:{category.translation_key}",
        f"author:{page.authors[0].value.translation_key}",
        "area:face",
        "area:scalp",
        "downtime:days",
        "procedure:percutaneous",
        f"month:{row.first_published_at:%Y-%m}",
    }
