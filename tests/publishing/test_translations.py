"""Does a reader of a translation always get true statements, and nothing half translated?"""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from django.test import Client

from localization.gate import gate, reasons
from localization.models import Refusal
from publishing.models import Document, Status
from tests import factories

# Begins the summary of every treatment that the factory makes.
SUMMARY = "Many small injections"

pytestmark = pytest.mark.django_db


def data_of(instance: Any, code: str) -> Any:
    """Return the document of some content in a language as data."""
    document = Document.objects.get(content_id=instance.translation_key, locale=code, status=Status.LIVE)
    return orjson.loads(bytes(document.body or b""))


def test_a_translation_is_a_document_of_its_own_language(client: Client) -> None:
    page, german = factories.treatment_in("de")
    data = data_of(page, "de")
    assert (data["language"], data["source_language"]) == ("de", "en")
    assert {section["state"] for section in data["sections"].values()} == {"current"}
    assert {section["origin"] for section in data["sections"].values()} == {"human"}
    assert "en·" not in str(data["sections"]["risks"])
    assert client.get(german.url)["Content-Language"] == "de"


def test_each_language_lists_all_of_them() -> None:
    page, *_ = factories.treatment_in("de", "ar")
    for code in ("en", "de", "ar"):
        listed = [entry["language"] for entry in data_of(page, code)["available_translations"]]
        assert listed == ["en", "de", "ar"]


def test_a_half_translated_page_is_refused_and_the_reason_recorded() -> None:
    page = factories.treatment()
    german = factories.translate(page, "de", leave_out=SUMMARY)
    assert not Document.objects.filter(content_id=page.translation_key, locale="de").exists()
    assert german.live_revision_id is None
    refusal = Refusal.objects.get(content_id=page.translation_key, locale="de")
    assert [finding["rule"] for finding in refusal.findings] == ["not_translated"]
    assert refusal.findings[0]["section"] == "overview"


def test_an_old_half_translated_draft_is_refused_even_after_the_rest_was_translated() -> None:
    page = factories.treatment()
    german = factories.translate(page, "de", live=False, leave_out=SUMMARY)
    draft = german.latest_revision
    german = factories.translate(page, "de")
    live = german.live_revision_id
    draft.publish()
    german.refresh_from_db()
    assert german.live_revision_id == live
    assert [finding.rule for finding in reasons(gate(draft))] == ["not_translated"]


def test_a_hand_edit_outside_the_translation_is_refused() -> None:
    page, german = factories.treatment_in("de")
    german.title = "Von Hand"
    german.save_revision().publish()
    assert data_of(page, "de")["title"] != "Von Hand"


def test_a_machine_translation_is_never_live_before_a_person_confirmed_it() -> None:
    from wagtail_localize.models import StringTranslation

    page = factories.treatment()
    german = factories.translate(page, "de", live=False)
    StringTranslation.objects.filter(context__object_id=page.translation_key, context__path="title").update(
        translation_type="machine"
    )
    german.save_revision().publish()
    assert not Document.objects.filter(content_id=page.translation_key, locale="de").exists()


def test_a_change_of_the_source_puts_the_translation_behind_and_a_revert_brings_it_back() -> None:
    page, *_ = factories.treatment_in("de")
    original = page.summary
    page.summary = "Something quite different is now said about this treatment, in one plain sentence."
    page.save_revision().publish()
    overview = data_of(page, "de")["sections"]["overview"]
    assert (overview["state"], data_of(page, "de")["sections"]["risks"]["state"]) == ("behind", "current")
    assert overview["behind_since"] is not None
    assert overview["notice"]
    page.summary = original
    page.save_revision().publish()
    overview = data_of(page, "de")["sections"]["overview"]
    assert (overview["state"], overview["behind_since"], overview["notice"]) == ("current", None, None)


def test_a_corrected_number_reaches_every_language_at_once() -> None:
    page, *_ = factories.treatment_in("de")
    page.sessions_max = 9
    page.save_revision().publish()
    data = data_of(page, "de")
    assert data["quick_facts"]["sessions"]["max"] == 9
    assert {section["state"] for section in data["sections"].values()} == {"current"}


def test_a_removed_risk_disappears_and_a_new_one_is_shown_in_its_original_language() -> None:
    page, *_ = factories.treatment_in("de")
    raw = list(page.risks.raw_data)
    first = next(item for item in raw if item["type"] == "risk")
    value = {**first["value"], "name": "Nerve pain"}
    new = {**first, "id": "11111111-1111-4111-8111-111111111111", "value": value}
    page.risks = page.risks.stream_block.to_python([item for item in raw if item is not first] + [new])
    page.save_revision().publish()
    german = data_of(page, "de")["sections"]["risks"]
    ids = [item["id"] for item in german["items"]]
    assert first["id"] not in ids
    assert new["id"] in ids
    foreign = {item["id"]: item["language"] for item in german["items"] if "language" in item}
    assert foreign == {new["id"]: "en"}
    assert german["state"] == "behind"
    assert "Englisch" in german["notice"]


def test_a_heading_that_became_a_paragraph_is_not_left_out_unsaid() -> None:
    page, *_ = factories.standard_page_in("de")
    raw = list(page.body.raw_data)
    paragraph = {**raw[1], "id": "11111111-1111-4111-8111-111111111111", "value": f"<p>{raw[0]['value']}</p>"}
    page.body = page.body.stream_block.to_python([paragraph, *raw[1:]])
    page.save_revision().publish()
    body = data_of(page, "de")["sections"]["body"]
    assert body["state"] == "behind"
    assert body["notice"]


def test_withdrawing_the_source_withdraws_every_language(client: Client) -> None:
    page, german = factories.treatment_in("de")
    page.unpublish()
    german.refresh_from_db()
    assert german.live is False
    assert client.get(german.url).status_code == 410


def test_withdrawing_a_translation_leaves_the_source_alone(client: Client) -> None:
    page, german = factories.treatment_in("de")
    german.unpublish()
    assert client.get(page.url).status_code == 200
    assert [entry["language"] for entry in data_of(page, "en")["available_translations"]] == ["en"]


def test_deleting_the_source_takes_every_language_down(client: Client) -> None:
    page, german = factories.treatment_in("de")
    url = german.url
    page.delete()
    assert client.get(url).status_code == 410


def test_a_link_that_points_elsewhere_puts_the_translation_behind() -> None:
    one, other = factories.standard_page(), factories.standard_page()
    page = factories.standard_page(body=[linking_to(one)])
    factories.translate(page, "de")
    page.body = page.body.stream_block.to_python([linking_to(other)])
    page.save_revision().publish()
    assert data_of(page, "de")["sections"]["body"]["state"] == "behind"


def linking_to(target: Any) -> dict[str, Any]:
    """Return a paragraph whose words stay the same wherever its link points."""
    html = f'<p>Read <a linktype="page" id="{target.pk}">this</a> first.</p>'
    return {"type": "paragraph", "id": "22222222-2222-4222-8222-222222222222", "value": html}
