"""Does a client that demands fresh content get it, or a language that it named, or the reason why not?"""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils.dateparse import parse_datetime
from pytest_django import DjangoAssertNumQueries

from publishing.models import Document
from tests.delivery.conftest import TREATMENT, body_of

pytestmark = pytest.mark.usefixtures("library")

ADDRESS = f"/api/v1/treatments/{TREATMENT}/"
# Since when the original of the German text is ahead; the clock stands at 10 March unless a test moves it.
BEHIND_SINCE, OLD = "2026-03-01T12:00:00Z", "2026-01-01T12:00:00Z"
NOW = "2026-03-10T12:00:00+00:00"
SIGNED = {"by": "Dr Example", "at": "2026-02-01T00:00:00Z"}

STATES = (
    "current",
    "behind",
    "long_behind",
    "behind_unknown",
    "partial",
    "missing",
    "not_published",
    "gone",
    "withdrawn",
)
REVIEWS = ("signed", "unsigned", "one_unsigned", "overdue")
REQUIREMENTS = ("", "current", "reviewed", "current,reviewed")
AGES = ("", "14d")
# English is current and signed; Arabic has everything against it; nothing was ever published in Polish.
FALLBACKS = ("", "en", "ar", "ar,en", "pl")


def rewrite(locale: str, state: str, review: str) -> None:
    """Put the document of a language into a state, as publishing would have stored it."""
    rows = Document.objects.filter(content_id=TREATMENT, locale=locale)
    document = json.loads(body_of(TREATMENT, locale))
    document["dates"]["review_due"] = (
        "2026-03-10T11:59:59Z" if review == "overdue" else "2027-01-01T00:00:00Z"
    )
    for section in document["sections"].values():
        section["reviewed"] = None if review == "unsigned" else SIGNED
        section["state"] = "current"
    risks = document["sections"]["risks"]
    risks["state"] = "behind" if "behind" in state else state
    risks["behind_since"] = {"behind": BEHIND_SINCE, "long_behind": OLD}.get(state)
    if review == "one_unsigned":
        risks["reviewed"] = None
    if state == "withdrawn":
        document |= {"status": "withdrawn", "sections": {}}
    if state == "not_published":
        rows.delete()
    elif state == "gone":
        rows.update(status="gone", body=None, gone_reason="unpublished")
    else:
        status = "withdrawn" if state == "withdrawn" else "live"
        rows.update(status=status, body=json.dumps(document).encode())


def will_do(state: str, review: str, require: str, age: str) -> bool:
    """The decision table, read off the documentation."""
    if state in ("not_published", "gone"):
        return False
    if state == "withdrawn":
        return True
    fresh = {"": STATES, "current": ("current",)}["current" if "current" in require else ""]
    young = ("current", "behind") if age else STATES
    signed = ("signed",) if "reviewed" in require else REVIEWS
    return state in fresh and state in young and review in signed


def expected(state: str, review: str, require: str, age: str, fallback: str) -> int | str:
    """Return the language served, or the status of the problem."""
    if will_do(state, review, require, age):
        return "de"
    for code in fallback.split(",") if fallback else []:
        if code == "en" or (code == "ar" and not require and not age):
            return code
    only_absent = state in ("not_published", "gone") and fallback in ("", "pl")
    return {"not_published": 404, "gone": 410}[state] if only_absent else 409


def parameters(**given: str) -> dict[str, str]:
    return {"locale": "de", **{name: value for name, value in given.items() if value}}


@pytest.mark.parametrize("review", REVIEWS)
@pytest.mark.parametrize("state", STATES)
def test_the_decision_table(client: Client, state: str, review: str) -> None:
    rewrite("en", "current", "signed")
    rewrite("ar", "missing", "unsigned")
    Document.objects.filter(content_id=TREATMENT, locale="pl").delete()
    rewrite("de", state, review)
    table = itertools.product(REQUIREMENTS, AGES, FALLBACKS)
    with time_machine.travel(NOW, tick=False):
        for require, age, fallback in table:
            asked = parameters(require=require, max_behind=age, fallback=fallback)
            response = client.get(ADDRESS, asked)
            outcome = expected(state, review, require, age, fallback)
            case = f"{asked} of a document that is {state} and {review}"
            if isinstance(outcome, int):
                assert response.status_code == outcome, case
            else:
                assert response.status_code == 200, case
                assert response["Content-Language"] == response.json()["language"] == outcome, case


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        ("2026-03-15T11:59:59+00:00", 200),  # behind for 13 d 23 h 59 min 59 s
        ("2026-03-15T12:00:00+00:00", 409),  # for 14 d
        ("2026-03-15T12:00:01+00:00", 409),
    ],
)
@pytest.mark.parametrize("age", ["14d", "336h"])
def test_behind_for_less_than_that_will_do_and_for_as_long_as_that_will_not(
    client: Client, moment: str, status: int, age: str
) -> None:
    rewrite("de", "behind", "signed")
    with time_machine.travel(moment, tick=False):
        response = client.get(ADDRESS, parameters(max_behind=age))
    assert response.status_code == status


@pytest.mark.parametrize(
    ("moment", "status"), [("2026-12-31T23:59:59+00:00", 200), ("2027-01-01T00:00:00+00:00", 409)]
)
def test_a_review_holds_until_the_moment_at_which_it_is_due(client: Client, moment: str, status: int) -> None:
    rewrite("de", "current", "signed")
    with time_machine.travel(moment, tick=False):
        assert client.get(ADDRESS, parameters(require="reviewed")).status_code == status


def test_no_cache_keeps_an_answer_longer_than_it_meets_the_demand(client: Client) -> None:
    rewrite("de", "behind", "signed")
    with time_machine.travel("2026-03-15T11:59:57+00:00", tick=False):
        demanding = client.get(ADDRESS, parameters(max_behind="14d"))
        easy = client.get(ADDRESS, parameters(max_behind="30d"))
    assert demanding["Cache-Control"] == "public, max-age=3, stale-while-revalidate=0, stale-if-error=0"
    assert easy["Cache-Control"] == "public, max-age=5, stale-while-revalidate=4, stale-if-error=600"


def test_the_answer_says_what_was_asked_what_was_served_and_why(client: Client) -> None:
    rewrite("de", "behind", "signed")
    rewrite("ar", "partial", "signed")
    asked = parameters(require="current", fallback="pl,ar,en")
    response = client.get(ADDRESS, asked)
    assert response["Content-Language"] == "en"
    assert response["Content-Location"] == f"{ADDRESS}?locale=en"
    assert response["Language-Decision"] == (
        'requested="de";by=locale, served="en", '
        'refused=("de";because=behind "pl";because=not_published "ar";because=partial)'
    )
    assert response["Vary"] == "Accept-Encoding"
    as_asked = client.get(ADDRESS, parameters(max_behind="9999d"))
    assert as_asked["Language-Decision"] == 'requested="de";by=locale, served="de"'
    assert "Language-Decision" in as_asked["Access-Control-Expose-Headers"]
    assert "Language-Decision" not in client.get(ADDRESS, {"locale": "de"})


def test_the_bytes_and_their_tag_are_those_of_the_document_itself(client: Client) -> None:
    rewrite("de", "behind", "signed")
    given = client.get(ADDRESS, parameters(require="current", fallback="en"))
    itself = client.get(given["Content-Location"])
    assert (given.content, given["ETag"]) == (itself.content, itself["ETag"])
    again = client.get(
        ADDRESS, parameters(require="current", fallback="en"), headers={"if-none-match": itself["ETag"]}
    )
    assert again.status_code == 304
    assert again["Language-Decision"] == given["Language-Decision"]


def test_without_locale_the_header_names_the_first_choice(client: Client) -> None:
    rewrite("de", "behind", "signed")
    header = {"accept-language": "de"}
    response = client.get(ADDRESS, {"require": "current", "fallback": "en"}, headers=header)
    assert response["Content-Language"] == "en"
    assert response["Vary"] == "Accept-Encoding, Accept-Language"
    assert response["Language-Decision"].startswith('requested="de";by=accept-language, served="en"')
    by_default = client.get(ADDRESS, {"require": "current"})
    assert by_default["Language-Decision"] == 'requested="en";by=default, served="en"'


def test_a_refusal_says_why_and_what_could_be_had(client: Client) -> None:
    rewrite("de", "behind", "signed")
    rewrite("ar", "current", "signed")
    problem = client.get(ADDRESS, parameters(require="current", fallback="pl")).json()
    assert problem["type"].endswith("/api/v1/docs/#requirement_not_met")
    assert (problem["status"], problem["code"]) == (409, "requirement_not_met")
    assert problem["refused"] == [
        {"language": "de", "because": "behind"},
        {"language": "pl", "because": "not_published"},
    ]
    assert problem["available_locales"] == ["en", "ar", "zh-Hans"]
    because = {entry["language"]: entry["because"] for entry in problem["available_translations"]}
    assert because == {"en": None, "de": "behind", "ar": None, "zh-Hans": None}
    assert "available_locales" in problem["detail"]


def test_nothing_to_be_had_is_not_found_whatever_is_demanded(client: Client) -> None:
    nothing = f"/api/v1/treatments/{'0' * 8}-0000-4000-8000-{'0' * 12}/"
    for asked in ({"locale": "de", "require": "current"}, {"require": "current", "fallback": "en"}):
        response = client.get(nothing, asked)
        assert (response.status_code, response.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("require", "", "invalid_parameter"),
        ("require", "current,fresh", "invalid_parameter"),
        ("max_behind", "14", "invalid_parameter"),
        ("max_behind", "-1d", "invalid_parameter"),
        ("max_behind", "99999d", "invalid_parameter"),
        ("max_behind", "٣d", "invalid_parameter"),
        ("fallback", "en,xx", "unknown_locale"),
        ("fallback", "", "unknown_locale"),
        ("demand", "current", "unknown_parameter"),
    ],
)
def test_what_cannot_be_read_is_refused(client: Client, name: str, value: str, code: str) -> None:
    response = client.get(ADDRESS, {"locale": "de", name: value})
    assert (response.status_code, response.json()["code"]) == (400, code)


def test_an_unknown_fallback_is_named(client: Client) -> None:
    problem = client.get(ADDRESS, {"locale": "de", "fallback": "en,xx"}).json()
    assert (problem["requested"], problem["parameter"]) == ("xx", "fallback")


def test_one_query_while_the_first_language_will_do_two_when_not(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    rewrite("de", "behind", "signed")
    with django_assert_num_queries(1):
        client.get(ADDRESS, parameters(max_behind="9999d", fallback="en"))
    with django_assert_num_queries(2):
        client.get(ADDRESS, parameters(require="current", fallback="ar,en"))
    with django_assert_num_queries(2):
        client.get(ADDRESS, parameters(require="current"))
    with django_assert_num_queries(1):
        client.get(ADDRESS, {"require": "current", "fallback": "en"}, headers={"accept-language": "de"})


def test_a_fallback_that_has_run_out_is_compiled_afresh_and_not_given(client: Client) -> None:
    rewrite("de", "behind", "signed")
    over: Any = parse_datetime("2026-03-09T00:00:00Z")
    Document.objects.filter(content_id=TREATMENT, locale="en").update(valid_until=over)
    with time_machine.travel(NOW, tick=False):
        response = client.get(ADDRESS, parameters(require="current", fallback="en"))
    # The page itself is not in the database of this test, so the fresh compile takes it down everywhere.
    assert response.status_code == 410
