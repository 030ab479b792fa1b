"""Is kept away what nobody wrote for us, and is nobody kept away who did?"""

from __future__ import annotations

import base64
import datetime as dt
import json

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from engagement.guard.wording import suspicions
from engagement.guard.work import GOOD_FOR, challenge, is_done
from engagement.models import Enquiry
from tests.engagement.form import WRITING, filled_in, send, send_plainly, solution

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site", "origin": "http://testserver"}, 403),
        ({"origin": "http://testserver"}, 303),
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"origin": "https://clinic.example"}, 303),
        ({}, 303),
    ],
)
def test_no_other_site_sends_our_form(client: Client, headers: dict[str, str], status: int) -> None:
    response = client.post("/en/enquiry/", filled_in(), headers=headers)
    assert response.status_code == status
    assert Enquiry.objects.exists() is (status == 303)
    assert status == 303 or "redness" in response.content.decode()


def test_without_a_script_three_messages_an_hour_are_taken_and_marked(client: Client) -> None:
    for _number in range(3):
        assert send_plainly(client).status_code == 303
    refused = send_plainly(client, message="My fourth question")
    assert (refused.status_code, refused["Retry-After"]) == (429, "3600")
    assert "My fourth question" in refused.content.decode()
    assert [one.suspicions for one in Enquiry.objects.all()] == [["no-work"]] * 3
    assert {one.status for one in Enquiry.objects.all()} == {"new"}
    assert send(client).status_code == 303, "Who proves work may send more."


def test_a_proof_is_good_once_not_at_once_and_not_for_ever(client: Client) -> None:
    now = timezone.now()
    proof = solution(client)
    assert not is_done(proof, now)
    assert not is_done(proof, now + dt.timedelta(seconds=GOOD_FOR + 1))
    assert is_done(proof, now + WRITING)
    assert not is_done(proof, now + WRITING)
    # The same proof, written differently.
    again = base64.b64encode(json.dumps(json.loads(base64.b64decode(proof)), indent=1).encode()).decode()
    assert not is_done(again, now + WRITING)


def test_a_proof_with_a_later_end_is_no_proof(client: Client) -> None:
    payload = json.loads(base64.b64decode(solution(client)))
    before, after = payload["salt"].split("expires=")
    payload["salt"] = f"{before}expires={int(after.rstrip('&')) + 60}&"
    forged = base64.b64encode(json.dumps(payload).encode()).decode()
    assert not is_done(forged, timezone.now() + WRITING)


@given(
    st.one_of(st.text(max_size=60), st.binary(max_size=60).map(lambda raw: base64.b64encode(raw).decode()))
)
def test_no_nonsense_is_a_proof(text: str) -> None:
    assert not is_done(text, timezone.now())


def test_half_a_character_is_no_proof(client: Client) -> None:
    payload = {
        "algorithm": "SHA-256",
        "challenge": "x",
        "number": 1,
        "salt": "\ud800?expires=1",
        "signature": "y",
    }
    nonsense = base64.b64encode(json.dumps(payload).encode()).decode()
    assert send_plainly(client, altcha=nonsense).status_code == 303


def test_who_wants_an_answer_in_chinese_may_write_chinese(client: Client) -> None:
    send(client, message="你好，请问治疗后会红肿多久？", preferred_language="zh-hans")
    send(client, message="你好，请问治疗后会红肿多久？", preferred_language="en")
    told = [(one.status, one.suspicions) for one in Enquiry.objects.order_by("pk")]
    assert told == [("new", []), ("new", ["writing"])]


def test_a_challenge_is_for_one_form_alone(client: Client) -> None:
    response = client.get("/engagement/challenge/")
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies
    assert response.json() != client.get("/engagement/challenge/").json()
    assert client.post("/engagement/challenge/").status_code == 405


def test_what_only_a_program_fills_in_is_thanked_for_and_kept_apart(client: Client) -> None:
    response = send(client, website="https://buy.example")
    assert response["Location"] == "/en/enquiry/thanks/"
    assert (Enquiry.objects.get().status, Enquiry.objects.get().suspicions) == ("spam", ["trap"])


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("How long does it last?", "en", []),
        ("I read https://example.org/page, is that true?", "en", []),
        ("http://a.example http://b.example", "en", ["links"]),
        ("[url=x] www.b.example", "de", ["links"]),
        ("Сколько это стоит?", "en", ["writing"]),
        ("كم تستغرق الجلسة؟", "ar", []),
        ("كم تستغرق الجلسة؟", "de", ["writing"]),
        ("治疗需要多长时间?", "zh-hans", []),
        ("How much is it?", "ar", []),
        ("Łódź çğış ü", "pl", []),
        ("12345 !?", "en", []),
    ],
)
def test_links_and_foreign_writing_are_noticed(text: str, code: str, found: list[str]) -> None:
    assert suspicions(text, code) == found


def test_the_limit_ends_with_its_hour(client: Client) -> None:
    start = timezone.now()
    for hours in (0, 2):
        with time_machine.travel(start + dt.timedelta(hours=hours), tick=False):
            assert [send_plainly(client).status_code for _number in range(4)] == [303, 303, 303, 429]


def test_a_challenge_says_nothing_about_who_asked() -> None:
    assert set(challenge(timezone.now())) == {"algorithm", "challenge", "salt", "maxnumber", "signature"}
