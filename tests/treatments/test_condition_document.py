"""Does a condition become the document that readers and partners are promised?"""

import pytest

from tests import factories
from tests.treatments.test_treatment_document import document

pytestmark = pytest.mark.django_db


def test_a_condition_says_what_it_is_and_when_to_see_a_doctor() -> None:
    found = document(factories.condition(key="kcon"))
    sections = found["sections"]
    assert found["schema"] == "condition/1"
    assert list(sections) == ["overview", "about", "care", "faqs", "sources"]
    assert sections["about"]["what_it_is"]["text"] == "Skin cells make too much pigment. en·kcon"
    assert sections["about"]["signs"] == ["Brown patches on the cheeks en·kcon"]
    (factor,) = sections["about"]["risk_factors"]
    assert (factor["label"], factor["modifiable"]) == ("Much sun en·kcon", True)
    assert sections["care"]["self_care"]["html"] == "<p>Protect the skin from the sun. en·kcon</p>"
    (card,) = sections["care"]["when_to_see_doctor"]
    assert (card["level"]["code"], card["phone"]) == ("non_urgent", None)
    assert found["codes"] == [{"system": "icd10", "code": "L81.1"}]
    assert found["treatments"] == []


def test_what_is_empty_is_null_and_not_an_empty_paragraph() -> None:
    found = document(factories.condition(causes="<p></p>", self_care="", faqs=[], skin_tone_note=""))
    assert found["sections"]["about"]["causes"] is None
    assert found["sections"]["care"]["self_care"] is None
    assert found["sections"]["faqs"]["items"] == []
