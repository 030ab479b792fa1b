"""What exactly does the gate find of a revision, and in which order of gravity?"""

from __future__ import annotations

from typing import Any

import pytest
from wagtail_localize.models import StringTranslation, TranslationSource

from localization.gate import gate, reasons
from localization.models import Policy, SectionPolicy
from tests import factories

pytestmark = pytest.mark.django_db

Found = list[tuple[str, str, str, str]]


def found_in(page: Any) -> Found:
    """Return section, field, rule and severity of each finding in the latest revision of a page."""
    row = type(page).objects.get(pk=page.pk)
    return [(one.section, one.field, one.rule, one.severity) for one in gate(row.latest_revision)]


def without(page: Any, text: str) -> Any:
    """Take back the translators' text that starts with ``text``, and return the German draft made anew."""
    assert StringTranslation.objects.filter(data__startswith=text).delete()[0] == 1
    return factories.translate_again(page, "de")


def test_a_complete_translation_has_no_finding() -> None:
    assert found_in(factories.standard_page_in("de")[1]) == []


def test_a_translation_whose_original_nobody_knows_is_refused_for_that_alone() -> None:
    page, german = factories.standard_page_in("de")
    TranslationSource.objects.filter(object_id=page.translation_key).delete()
    assert found_in(german) == [("", "", "no_source", "refuse")]


def test_nothing_is_public_before_its_original() -> None:
    page, german = factories.standard_page_in("de")
    page.unpublish()
    german.refresh_from_db()
    not_live = ("", "", "source_not_live", "refuse")
    assert found_in(german) == [not_live]
    half = without(page, "Who we are")
    assert found_in(half) == [not_live, ("overview", "summary", "not_translated", "refuse")]


def test_only_what_refuses_is_a_reason() -> None:
    page, _german = factories.standard_page_in("de")
    half = without(page, "With sources.")
    path = f"body.{page.body[1].id}"
    assert found_in(half) == [("body", path, "not_translated", "warn")]
    assert reasons(gate(half.latest_revision)) == []


def test_the_review_of_what_readers_get_item_by_item_is_asked_for() -> None:
    page, german = factories.treatment_in("de")
    reviews = {section for section, _field, rule, _severity in found_in(german) if rule == "review_missing"}
    half = without(page, "Bruising")
    found = found_in(half)
    assert [(section, rule) for section, _f, rule, _s in found if rule == "not_translated"] == [
        ("risks", "not_translated")
    ]
    assert {section for section, _f, rule, _s in found if rule == "review_missing"} == reviews
    SectionPolicy.objects.create(section="risks", policy=Policy.HOLD)
    assert {section for section, _f, rule, _s in found_in(half) if rule == "review_missing"} == reviews - {
        "risks"
    }


def test_a_complete_section_that_is_behind_still_wants_its_review() -> None:
    page, german = factories.treatment_in("de")
    page.title = "Another name"
    page.save_revision().publish()
    overview = [rule for section, _f, rule, _s in found_in(german) if section == "overview"]
    assert overview == ["behind", "review_missing"]
