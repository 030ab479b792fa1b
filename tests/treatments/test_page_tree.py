"""Can editors put pages only where readers expect them?"""

import pytest
from wagtail.models import Page

from home.models import HomePage, StandardPage
from tests import factories
from treatments.models import ConditionIndexPage, ConditionPage, TreatmentIndexPage, TreatmentPage

pytestmark = pytest.mark.django_db


def test_each_type_has_its_place() -> None:
    root, home = Page.get_first_root_node(), factories.home()
    treatments, conditions = factories.treatment_index(live=False), factories.condition_index(live=False)
    allowed = {
        (parent.specific_class, child)
        for parent in (root, home, treatments, conditions)
        for child in (
            *(HomePage, StandardPage, TreatmentIndexPage),
            *(ConditionIndexPage, TreatmentPage, ConditionPage),
        )
        if child.can_exist_under(parent)
    }
    assert allowed == {
        (Page, HomePage),
        (HomePage, StandardPage),
        (HomePage, TreatmentIndexPage),
        (HomePage, ConditionIndexPage),
        (TreatmentIndexPage, TreatmentPage),
        (ConditionIndexPage, ConditionPage),
    }


def test_a_language_has_one_list_of_each_kind() -> None:
    home = factories.home()
    assert TreatmentIndexPage.can_create_at(home)
    factories.treatment_index(home, live=False)
    assert not TreatmentIndexPage.can_create_at(home)
