"""Does what a visitor writes arrive, and does a visitor who made a mistake lose nothing?"""

from __future__ import annotations

import uuid

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from engagement.models import Enquiry
from tests import factories
from tests.engagement.form import FROM_HERE, filled_in, send, send_plainly

pytestmark = pytest.mark.django_db


def test_a_message_is_kept_with_what_it_is_about_and_what_was_agreed_to(client: Client) -> None:
    page = factories.standard_page()
    about = str(page.translation_key)
    shown = BeautifulSoup(client.get(f"/en/enquiry/?about={about}").content, "html.parser")
    assert page.title in shown.select_one(".form-page > p").get_text()  # type: ignore[union-attr]

    response = send(client, about=about)
    assert (response.status_code, response["Location"]) == (303, "/en/enquiry/thanks/")
    enquiry = Enquiry.objects.get()
    assert (enquiry.content_id, enquiry.about) == (page.translation_key, page.title)
    assert (enquiry.email, enquiry.preferred_language, enquiry.language) == ("maria@example.org", "de", "en")
    assert (enquiry.status, enquiry.suspicions) == ("new", [])
    assert enquiry.consent == shown.select_one("label[for=id_consent]").get_text()  # type: ignore[union-attr]
    assert client.get(response["Location"]).status_code == 200


def test_the_form_sets_no_cookie_and_may_come_from_a_cache(client: Client) -> None:
    response = client.get("/en/enquiry/")
    assert not response.cookies
    assert response["Cache-Control"].startswith("public")
    assert "csrf" not in response.content.decode()
    assert not send(client).cookies


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"email": "maria"}, "email"),
        ({"email": ""}, "email"),
        ({"email": "", "phone": "call me"}, "phone"),
        ({"message": ""}, "message"),
        ({"message": "x" * 4001}, "message"),
        ({"consent": ""}, "consent"),
        ({"preferred_language": "tlh"}, "preferred_language"),
        ({"name": "x\x00y"}, "name"),
    ],
)
def test_a_mistake_is_named_beside_its_field_and_nothing_is_lost(
    client: Client, wrong: dict[str, str], field: str
) -> None:
    response = send_plainly(client, code="de", **wrong)
    assert response.status_code == 422
    assert response["Cache-Control"] == "no-store"
    page = BeautifulSoup(response.content, "html.parser")
    assert [link["href"] for link in page.select(".form-errors a")] == [f"#id_{field}"]
    at_fault = page.find(id=f"id_{field}")
    assert at_fault is not None
    assert at_fault["aria-invalid"] == "true"
    assert page.find(id=at_fault["aria-describedby"]) is not None
    given = filled_in(**wrong)
    assert page.find(id="id_message").get_text().strip() == given["message"].strip()  # type: ignore[union-attr]
    assert (page.find(id="id_email").get("value") or "") == given["email"]  # type: ignore[union-attr]
    assert not Enquiry.objects.exists()


def test_a_phone_number_is_enough(client: Client) -> None:
    assert send(client, email="", phone="+49 (30) 123-45 67").status_code == 303
    assert Enquiry.objects.get().phone == "+49 (30) 123-45 67"


@pytest.mark.parametrize("about", ["nonsense", str(uuid.UUID(int=7)), "\x00"])
def test_a_page_that_there_is_not_is_no_obstacle(client: Client, about: str) -> None:
    assert client.get("/en/enquiry/", {"about": about}).status_code == 200
    assert send(client, about=about).status_code == 303
    assert Enquiry.objects.get().content_id is None


def test_every_language_has_the_form_in_its_own_words(client: Client) -> None:
    headings = set()
    for code in ("en", "de", "es", "fr", "pl", "ar", "zh-hans", "tr"):
        page = BeautifulSoup(client.get(f"/{code}/enquiry/").content, "html.parser")
        assert page.html is not None
        assert page.html["dir"] == ("rtl" if code == "ar" else "ltr")
        headings.add(page.h1.get_text())  # type: ignore[union-attr]
    assert len(headings) == 8


@pytest.mark.parametrize("prefix", ["xx", "zh-Hans"])
def test_another_address_is_answered_as_everywhere(client: Client, prefix: str) -> None:
    posted = client.post(f"/{prefix}/enquiry/", filled_in(), headers=FROM_HERE)
    assert posted.status_code in {404, 405}
    assert client.get(f"/{prefix}/enquiry/").status_code == (404 if prefix == "xx" else 301)
    assert client.put("/en/enquiry/").status_code == 405


def test_the_form_costs_the_frame_and_one_query_for_its_subject(
    client: Client, django_assert_num_queries: object
) -> None:
    about = factories.standard_page().translation_key
    client.get("/en/enquiry/")
    with django_assert_num_queries(2):  # type: ignore[operator]
        client.get("/en/enquiry/")
    with django_assert_num_queries(3):  # type: ignore[operator]
        client.get(f"/en/enquiry/?about={about}")


def test_an_address_that_the_table_has_no_room_for_is_sent_back(client: Client) -> None:
    too_long = f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.example"
    response = send(client, email=too_long)
    assert response.status_code == 422
    assert "redness" in response.content.decode()
