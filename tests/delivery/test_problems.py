"""What does an app get when there is no document to give?"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import translation

from delivery.parameters import LIMIT
from delivery.problem_members import further_members
from delivery.problems import PROBLEMS, InvalidParameter, Problem
from publishing.models import Document
from tests.delivery.conftest import TREATMENT

ADDRESS = f"/api/v1/treatments/{TREATMENT}/"
LIST = "/api/v1/treatments/"
ALL = ["en", "de", "es", "fr", "pl", "ar", "zh-Hans", "tr"]


def problem(response: Any, status: int, code: str) -> dict[str, Any]:
    """Return the problem document of a response that must be one."""
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    assert response["Access-Control-Allow-Origin"] == "*"
    document: dict[str, Any] = response.json()
    assert (document["status"], document["code"]) == (status, code)
    assert document["type"] == f"https://clinic.example/api/v1/docs/#{code}"
    told = next(one for one in PROBLEMS if one.code == code)
    further = set(document) - {"type", "title", "status", "detail", "code", "available_locales"}
    optional = {"allowed"} if code == "invalid_parameter" else set()
    assert further | optional == set(told.further)
    assert document["title"]
    assert document["detail"].endswith(".")
    return document


@pytest.mark.usefixtures("library")
def test_an_id_that_never_was_public(client: Client) -> None:
    found = problem(client.get(f"{LIST}{uuid4()}/", {"locale": "de"}), 404, "not_found")
    assert found["available_locales"] == ALL
    problem(client.get(f"{LIST}{uuid4()}/"), 404, "not_found")


@pytest.mark.usefixtures("library")
def test_a_language_in_which_it_is_not_published(client: Client) -> None:
    found = problem(client.get(ADDRESS, {"locale": "pl"}), 404, "locale_not_available")
    assert found["available_locales"] == ["en", "de", "ar", "zh-Hans"]
    document = client.get(ADDRESS, {"locale": "ar"}).json()
    assert found["available_translations"] == document["available_translations"]


@pytest.mark.usefixtures("library")
def test_what_was_taken_down_in_other_languages_is_not_called_unknown(client: Client) -> None:
    rows = Document.objects.filter(content_id=TREATMENT)
    rows.update(status="gone", body=None, gone_reason="unpublished")
    rows.filter(locale="ar").update(status="withdrawn", body=b"{}", gone_reason="")
    for asked in ({"locale": "pl"}, {"locale": "pl", "require": "current"}):
        found = problem(client.get(ADDRESS, asked), 404, "locale_not_available")
        assert found["available_locales"] == found["available_translations"] == []
        former = [(one["language"], one["status"], one["reason"]) for one in found["former_translations"]]
        gone = [(tag, "gone", "unpublished") for tag in ("en", "de")]
        assert former == [*gone, ("ar", "withdrawn", None), ("zh-Hans", "gone", "unpublished")]
        assert "former_translations" in found["detail"]
    here = problem(client.get(ADDRESS, {"locale": "de"}), 410, "gone")
    assert [one["language"] for one in here["former_translations"]] == ["en", "de", "ar", "zh-Hans"]


@pytest.mark.usefixtures("library")
def test_a_language_that_the_site_does_not_have(client: Client) -> None:
    found = problem(client.get(ADDRESS, {"locale": "de-AT"}), 400, "unknown_locale")
    assert (found["available_locales"], found["requested"]) == (ALL, "de-AT")
    problem(client.get(LIST, {"locale": ""}), 400, "unknown_locale")


@pytest.mark.usefixtures("library")
def test_what_was_taken_down_says_why_when_and_what_replaces_it(client: Client) -> None:
    other = UUID(int=7)
    at = dt.datetime(2026, 5, 1, 12, 30, tzinfo=dt.UTC)
    Document.objects.filter(content_id=TREATMENT, locale="de").update(
        status="gone", body=None, gone_reason="unpublished", gone_at=at, replaced_by=other
    )
    found = problem(client.get(ADDRESS, {"locale": "de"}), 410, "gone")
    assert (found["reason"], found["at"], found["replaced_by"]) == (
        "unpublished",
        "2026-05-01T12:30:00Z",
        str(other),
    )
    assert found["available_locales"] == ["en", "ar", "zh-Hans"]
    # Who lets the header decide gets the next best language instead.
    served = client.get(ADDRESS, headers={"accept-language": "de, ar;q=0.5"})
    assert served.json()["language"] == "ar"


@pytest.mark.usefixtures("library")
def test_what_is_gone_in_every_language_is_gone_without_a_locale_too(client: Client) -> None:
    Document.objects.filter(content_id=TREATMENT).update(status="gone", body=None, gone_reason="deleted")
    found = problem(client.get(ADDRESS), 410, "gone")
    assert (found["reason"], found["available_locales"]) == ("deleted", [])


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("query", "code", "parameter"),
    [
        ("bogus=1", "unknown_parameter", "bogus"),
        ("format=html", "unknown_parameter", "format"),
        ("Locale=de", "unknown_parameter", "Locale"),
        ("locale=de&locale=en", "repeated_parameter", "locale"),
        ("limit=0", "invalid_parameter", "limit"),
        ("limit=101", "invalid_parameter", "limit"),
        ("limit=-1", "invalid_parameter", "limit"),
        ("limit=ten", "invalid_parameter", "limit"),
        ("limit=", "invalid_parameter", "limit"),
        ("limit=٣", "invalid_parameter", "limit"),
        (f"limit={'9' * 5000}", "invalid_parameter", "limit"),
        ("category=injections", "invalid_parameter", "category"),
        ("cursor=!", "invalid_parameter", "cursor"),
        ("cursor=AAAA", "invalid_parameter", "cursor"),
        # Sixteen bytes of an id, then what is no text in UTF-8, and what PostgreSQL has no text for.
        ("cursor=AAAAAAAAAAAAAAAAAAAAAP8", "invalid_parameter", "cursor"),
        ("cursor=AAAAAAAAAAAAAAAAAAAAAAA", "invalid_parameter", "cursor"),
    ],
)
def test_a_parameter_that_cannot_be_used_is_named(
    client: Client, query: str, code: str, parameter: str
) -> None:
    found = problem(client.get(f"{LIST}?{query}"), 400, code)
    assert found["parameter"] == parameter
    assert parameter in found["detail"]


@pytest.mark.usefixtures("library")
def test_a_document_takes_no_parameters_of_the_list(client: Client) -> None:
    problem(client.get(ADDRESS, {"limit": "5"}), 400, "unknown_parameter")
    problem(client.get("/api/v1/locales/", {"locale": "de"}), 400, "unknown_parameter")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("address", [LIST, ADDRESS, "/api/v1/locales/", "/api/v1/docs/", "/api/v1/nothing/"])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_the_api_is_read_only(address: str, method: str) -> None:
    # With a client that checks CSRF: the API has no cookies that it could protect.
    response = Client(enforce_csrf_checks=True).generic(method, address)
    problem(response, 405, "method_not_allowed")
    assert response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("accept", ["text/html", "application/xml", "image/*"])
def test_there_is_json_only(client: Client, accept: str) -> None:
    problem(client.get(ADDRESS, {"locale": "de"}, headers={"accept": accept}), 406, "not_acceptable")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/api",
        "/api/",
        "/api/v1",
        "/api/v1/",
        "/api/v2/pages/",
        "/api/v1/treatments",
        "/api/v1/treatments/1/",
        "/api/v1/treatments/not-an-id/",
        "/api/v1/medicines/",
        "/api/v1/%2e%2e/admin/",
        "/api/v1/treatments/\n/",
    ],
)
def test_an_unknown_address_is_a_problem_and_never_a_redirect_or_a_page(client: Client, address: str) -> None:
    found = problem(client.get(address, headers={"accept-language": "de"}), 404, "unknown_address")
    assert found["docs"] == "https://clinic.example/api/v1/docs/"


@pytest.mark.usefixtures("library")
def test_problems_speak_the_readers_language(client: Client) -> None:
    german = problem(client.get(LIST, {"locale": "de", "limit": "0"}), 400, "invalid_parameter")
    with translation.override("de"):
        assert german["title"] == str(InvalidParameter.title) != "Invalid parameter"
        assert german["expected"] == str(LIMIT.expected) != "a whole number from 1 to 100"
    assert german["expected"] in german["detail"]
    by_header = client.get(LIST, {"limit": "0"}, headers={"accept-language": "ar-EG"})
    assert (by_header["Content-Language"], by_header["Vary"]) == ("ar", "Accept-Language")
    by_address = client.get(LIST, {"locale": "de", "limit": "0"}, headers={"accept-language": "ar"})
    assert by_address["Content-Language"] == "de"
    assert "Vary" not in by_address


@pytest.mark.usefixtures("library")
def test_a_fault_of_ours_is_recorded_and_says_nothing_of_its_cause(caplog: pytest.LogCaptureFixture) -> None:
    client = Client(raise_request_exception=False)
    with patch("delivery.views.detail.find_true", side_effect=RuntimeError("secret")):
        response = client.get(ADDRESS, {"locale": "de"})
    problem(response, 500, "internal_error")
    assert b"secret" not in response.content
    assert "secret" in caplog.text


@pytest.mark.usefixtures("library")
def test_a_browser_may_ask_for_permission_to_send_a_conditional_request(client: Client) -> None:
    response = client.options(ADDRESS, headers={"origin": "https://app.example"})
    assert response.status_code == 204
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "If-None-Match" in response["Access-Control-Allow-Headers"]


@pytest.mark.django_db
def test_each_type_leads_to_what_is_said_of_the_problem_and_of_its_members(client: Client) -> None:
    page = BeautifulSoup(client.get("/api/v1/docs/").content, "html.parser")
    for one in PROBLEMS:
        name = page.find(id=one.code)
        assert name is not None, one.code
        described = name.find_next("dd")
        assert described is not None
        told = described.get_text()
        members = further_members(one)
        assert all(members.values()), one.code
        assert all(f"{name} " in told for name in members), one.code


@pytest.mark.parametrize("one", PROBLEMS, ids=lambda one: str(one.code))
def test_what_a_text_speaks_of_is_among_the_members(one: type[Problem]) -> None:
    assert set(re.findall(r"%\((\w+)\)s", str(one.detail))) <= set(one.further)
