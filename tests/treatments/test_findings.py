"""What must a treatment or condition say before it can be public?"""

from typing import Any

import pytest

from localization.gate import refuses
from publishing.models import Document
from tests import factories
from tests.factories import Marker
from tests.factory_content import conclusion, condition_values, conditions, process, risks, treatment_values
from treatments.models import ConditionPage, TreatmentPage

pytestmark = pytest.mark.django_db

M = Marker("en", "kfnd")


def written(**fields: Any) -> TreatmentPage:
    """Return a complete treatment as an editor has it in front of them, with these fields changed."""
    made = {"category": factories.category(live=False), "authors": []} | fields
    return TreatmentPage(**treatment_values(M, made))


def rules(page: Any) -> list[str]:
    return [finding.rule for finding in page.findings()]


def without(stream: list[dict[str, Any]], block_type: str) -> list[dict[str, Any]]:
    return [block for block in stream if block["type"] != block_type]


def changed(stream: list[dict[str, Any]], block_type: str, **values: Any) -> list[dict[str, Any]]:
    return [
        {**block, "value": {**block["value"], **values}} if block["type"] == block_type else block
        for block in stream
    ]


def test_a_complete_treatment_has_no_findings_and_becomes_public() -> None:
    page = factories.treatment()
    assert page.findings() == []
    assert Document.objects.filter(content_id=page.translation_key, status="live").exists()


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("summary_missing", {"summary": ""}),
        ("summary_short", {"summary": "Injections."}),
        ("category_missing", {"category": None}),
        ("condition_missing", {"conditions": [M.block("intro", "<p>For this.</p>")]}),
        ("step_missing", {"process": without(process(M), "step")}),
        ("risk_missing", {"risks": without(risks(M, 0), "risk")}),
        ("seek_help_missing", {"risks": without(risks(M, 0), "seek_help")}),
        ("conclusion_missing", {"conclusion": without(conclusion(M), "summary")}),
        ("conclusion_missing", {"conclusion": [M.block("summary", "<p> </p>"), *conclusion(M)[1:]]}),
        ("source_missing", {"sources": []}),
        ("span_backwards", {"sessions_min": 6, "sessions_max": 3}),
        ("span_backwards", {"process": changed(process(M), "step", minutes_min=9, minutes_max=3)}),
        ("span_backwards", {"risks": changed(risks(M, 0), "risk", lasts_days_min=9, lasts_days_max=3)}),
        ("frequency_contradicts", {"risks": changed(risks(M, 0), "risk", frequency="rare", per_n=20)}),
    ],
)
def test_each_rule_refuses_and_says_what_to_do(rule: str, fields: dict[str, Any]) -> None:
    found = [finding for finding in written(**fields).findings() if finding.rule == rule]
    assert found
    assert refuses(found)
    assert all(finding.message.endswith(".") and len(finding.message.split()) > 3 for finding in found)


def test_a_treatment_without_a_risk_cannot_be_published() -> None:
    page = factories.treatment(live=False, risks=without(risks(M, 0), "risk"))
    page.save_revision().publish()
    page.refresh_from_db()
    assert not page.live
    assert not Document.objects.filter(content_id=page.translation_key).exists()


def test_a_missing_contraindication_only_warns() -> None:
    page = written(risks=without(risks(M, 0), "contraindication"))
    assert "contraindication_missing" in rules(page)
    assert not refuses(page.findings())


def test_a_chinese_summary_needs_fewer_characters() -> None:
    chinese = "在皮肤中进行多次小剂量注射；目前证据有限。"
    assert len(chinese) < 50
    assert "summary_short" not in rules(written(summary=chinese))


@pytest.mark.parametrize(
    ("alt", "decorative", "refused"),
    [("", False, True), (" ", False, True), ("A forearm", False, False), ("", True, False)],
)
def test_every_picture_says_what_it_shows_or_that_it_is_decoration(
    alt: str, decorative: bool, refused: bool
) -> None:
    figure = {"image": factories.image().pk, "alt": alt, "decorative": decorative}
    placed = {
        "hero": [M.block("figure", figure)],
        "conditions": changed(conditions(M, 0), "item", figure=figure),
        "process": [*process(M), M.block("figure", {**figure, "caption": ""})],
    }
    for name, value in placed.items():
        assert ("alt_missing" in rules(written(**{name: value}))) is refused, name


def test_a_source_that_the_page_does_not_list_is_named() -> None:
    elsewhere = factories.source(title="Not listed")
    page = factories.treatment(
        live=False, risks=changed(risks(M, 0), "risk", sources=M.items("s", elsewhere.pk))
    )
    messages = [finding.message for finding in page.findings() if finding.rule == "source_unlisted"]
    assert messages
    assert all("Bruising" in message or "Infection" in message for message in messages)


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("summary_missing", {"summary": ""}),
        ("what_it_is_missing", {"what_it_is": "<p></p>"}),
        ("seek_help_missing", {"seek_help": []}),
        ("source_missing", {"sources": []}),
    ],
)
def test_a_condition_has_its_own_rules(rule: str, fields: dict[str, Any]) -> None:
    page = ConditionPage(**condition_values(M) | fields)
    assert rule in rules(page)
    assert refuses(page.findings())
