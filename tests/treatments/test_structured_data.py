"""Does the structured data use only terms of schema.org whose domain fits?"""

from typing import Any

import pytest

from tests import factories
from tests.treatments.test_treatment_document import document

pytestmark = pytest.mark.django_db

# schema.org release 30.0: properties with the type itself or a supertype in their domain.
THING = {"@type", "name", "alternateName", "description", "url"}
DOMAINS = {
    "MedicalTherapy": THING
    | {"procedureType", "relevantSpecialty", "bodyLocation", "preparation", "howPerformed", "followup"}
    | {"adverseOutcome", "seriousAdverseOutcome", "contraindication"},
    "MedicalCondition": THING | {"signOrSymptom", "cause", "riskFactor", "possibleTreatment", "code"},
    "MedicalSymptom": THING,
    "MedicalCause": THING,
    "MedicalRiskFactor": THING,
    "MedicalContraindication": THING,
    "MedicalCode": THING | {"codeValue", "codingSystem"},
}


def assert_fits(node: object) -> None:
    """Walk a graph: every property of every node belongs to its type."""
    if isinstance(node, list):
        for entry in node:
            assert_fits(entry)
    elif isinstance(node, dict):
        kinds = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
        assert set(node) <= DOMAINS[kinds[0]], kinds
        for value in node.values():
            if isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict)):
                assert_fits(value)


def main_entity(page: object) -> dict[str, Any]:
    return document(page)["json_ld"]["@graph"][0]["mainEntity"]


def test_a_treatment_is_a_therapy_with_its_risks() -> None:
    therapy = main_entity(factories.treatment(key="kld"))
    assert_fits(therapy)
    assert therapy["@type"] == "MedicalTherapy"
    assert therapy["procedureType"] == "https://schema.org/PercutaneousProcedure"
    assert therapy["relevantSpecialty"] == "https://schema.org/Dermatology"
    assert [risk["name"] for risk in therapy["adverseOutcome"]] == ["Bruising en·kld"]
    (serious,) = therapy["seriousAdverseOutcome"]
    assert serious["@type"] == "MedicalCondition"
    assert "1 in 1,000" in serious["description"][1]


def test_surgery_is_a_therapy_of_two_types() -> None:
    therapy = main_entity(factories.treatment(procedure_type="surgical"))
    assert therapy["@type"] == ["MedicalTherapy", "SurgicalProcedure"]
    assert "procedureType" not in therapy


def test_a_condition_has_signs_causes_and_codes() -> None:
    condition = main_entity(factories.condition(key="kldc"))
    assert_fits(condition)
    assert condition["code"] == [{"@type": "MedicalCode", "codeValue": "L81.1", "codingSystem": "ICD-10"}]
    assert "possibleTreatment" not in condition
