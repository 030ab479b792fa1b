"""Do people and the organisation become what bylines, care cards and the frame need?"""

from html import unescape

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from people.models import Organisation
from tests import factories
from tests.treatments.test_treatment_document import document

pytestmark = pytest.mark.django_db


def test_a_person_says_who_they_are_and_where_to_check() -> None:
    found = document(factories.person(key="kper"))
    assert found["type"] == "person"
    assert found["path"] is None
    assert found["title"] == "Dr en·kper Amira Example en·kper"
    assert found["sections"]["profile"]["job_title"] == "Dermatologist en·kper"
    assert found["registrations"] == [{"body": "Register", "number": "D-1", "url": "https://r.example/"}]
    assert (found["languages"], found["is_medical"], found["is_demo"]) == (["en"], True, True)


def test_a_translated_person_keeps_the_registration() -> None:
    german = document(factories.translate(factories.person(key="kreg"), "de"))
    assert german["title"] == "Dr de·kreg Amira Example de·kreg"
    assert german["registrations"][0]["body"] == "Register"


def test_the_organisation_gives_contact_and_disclaimer() -> None:
    contact = document(factories.organisation(key="korg"))["sections"]["contact"]
    assert contact["name"] == "Example Clinic en·korg"
    assert contact["emergency_number"] is None
    assert contact["social"] == [{"label": "Videos en·korg", "url": "https://video.example/"}]


def test_a_language_has_one_organisation(admin_client: Client) -> None:
    factories.organisation(live=False)
    form = {"name": "Another", "social-count": "0"}
    answer = unescape(admin_client.post("/admin/snippets/people/organisation/add/", form).content.decode())
    assert "There is already an organisation in this language. Edit that one instead." in answer
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(name="Another", locale=factories.locale("en"))
    factories.translate(Organisation.objects.get(), "de", live=False)
    assert Organisation.objects.count() == 2


def test_a_telephone_number_is_a_number(admin_client: Client) -> None:
    form = {"name": "Clinic", "phone": "ask at the desk", "social-count": "0"}
    answer = unescape(admin_client.post("/admin/snippets/people/organisation/add/", form).content.decode())
    assert "Write a telephone number with digits" in answer


@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_an_editor_sees_a_preview(admin_client: Client, kind: str) -> None:
    snippet = getattr(factories, kind)(key="kprv")
    revision = snippet.save_revision()
    address = f"/admin/snippets/people/{kind}/history/{snippet.pk}/revisions/{revision.pk}/view/"
    response = admin_client.get(address)
    assert response.status_code == 200
    assert "en·kprv" in response.content.decode()
    assert response["Content-Language"] == "en"
