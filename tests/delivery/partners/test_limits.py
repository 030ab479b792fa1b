"""How much may be read, by whom, and what is said when it was enough?"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import pytest
import time_machine
from django.db import DatabaseError, connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from delivery.partners.background import flush
from delivery.partners.counting import COUNTS, Counts, Limit
from delivery.partners.models import ApiUse
from delivery.partners.tasks import forget_old_counts
from engagement.guard.address import client_address, name_of
from tests.delivery.conftest import TREATMENT
from tests.delivery.keys import Issue

DETAIL = f"/api/v1/treatments/{TREATMENT}/?locale=de"
NOON = dt.datetime(2026, 4, 1, 12, 0, 20, tzinfo=dt.UTC)


@pytest.mark.usefixtures("library")
def test_a_key_is_told_what_is_left_and_when_to_come_back(client: Client, issued: Issue) -> None:
    key = issued(per_minute=2, per_day=3)
    with time_machine.travel(NOON, tick=False) as clock:
        first = client.get(DETAIL, headers=key.headers)
        assert first["RateLimit-Policy"] == '"minute";q=2;w=60, "day";q=3;w=86400'
        assert first["RateLimit"] == '"minute";r=1;t=40, "day";r=2;t=43180'
        client.head(DETAIL, headers=key.headers)
        refused = client.get(DETAIL, headers={**key.headers, "Accept-Language": "de"})
        assert (refused.status_code, refused["Retry-After"]) == (429, "40")
        assert refused["Content-Type"] == "application/problem+json"
        assert refused["RateLimit"] == '"minute";r=0;t=40'
        told = refused.json()
        assert (told["code"], told["limit"], told["most"]) == ("too_many_requests", "minute", 2)
        assert client.options(DETAIL).status_code == 204
        clock.shift(40)
        assert client.get(DETAIL, headers=key.headers).status_code == 200
        spent = client.get(DETAIL, headers=key.headers)
        assert (spent.status_code, spent["Retry-After"]) == (429, "43140")
        assert client.get(DETAIL).status_code == 200
        assert "RateLimit" not in client.get(DETAIL)


@pytest.mark.usefixtures("library")
def test_without_a_key_an_address_counts_and_proxies_are_seen_through(
    client: Client, settings: Settings
) -> None:
    settings.API_ANONYMOUS_PER_MINUTE = 1
    settings.TRUSTED_PROXIES = ("127.0.0.0/8", "10.0.0.0/8")
    with time_machine.travel(NOON, tick=False):
        for forwarded, status in (
            *(("203.0.113.1, 10.1.1.1", 200), ("198.51.100.7, 203.0.113.1", 429), ("203.0.113.2", 200)),
            *(("2001:db8:1:2::1", 200), ("2001:db8:1:2:ffff::9", 429), ("2001:db8:1:3::1", 200)),
        ):
            assert client.get(DETAIL, headers={"X-Forwarded-For": forwarded}).status_code == status, forwarded
        flush()
        guessed = {"X-Forwarded-For": "203.0.113.1", "Authorization": "Bearer guessed"}
        assert client.get(DETAIL, headers=guessed).status_code == 429
    assert not [row for row in ApiUse.objects.all() if "203" in row.who]


def test_who_is_no_proxy_of_ours_cannot_be_somebody_else(settings: Settings) -> None:
    def address(remote: str, forwarded: str) -> str:
        return client_address(RequestFactory(REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=forwarded).get("/"))

    settings.TRUSTED_PROXIES = ("10.0.0.0/8",)
    assert address("203.0.113.9", "198.51.100.1") == "203.0.113.9"
    assert address("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.2.2.2") == "198.51.100.1"
    assert address("::ffff:10.0.0.1", "198.51.100.1") == "198.51.100.1"
    assert address("10.0.0.1", "nonsense") == "10.0.0.1"
    assert address("10.0.0.1", "") == "10.0.0.1"
    assert address("", "198.51.100.1") == ""
    assert name_of("198.51.100.1") != name_of("198.51.100.2")


@pytest.mark.django_db
def test_several_processes_overshoot_by_what_they_let_through_between_two_exchanges() -> None:
    limits = (Limit("minute", 60, 100),)
    processes = [Counts() for _ in range(4)]
    admitted: Counter[int] = Counter()

    def ask(times: int) -> None:
        for number, counts in enumerate(processes):
            admitted[number] += sum(counts.take("key:1", limits, NOON) is not None for _ in range(times))

    ask(20)
    for counts in processes:
        counts.flush(NOON)
    ask(20)  # those that flushed first know less than there was, by what came after them
    assert admitted.total() <= 100 + 3 * 20
    for _round in range(2):
        for counts in processes:
            counts.flush(NOON)
    before = admitted.total()
    ask(50)
    assert admitted.total() == before
    assert ApiUse.objects.get().requests == before


@pytest.mark.django_db
def test_counting_costs_nothing_and_writing_one_statement(issued: Issue) -> None:
    key = issued().row
    limits = (Limit("minute", 60, 100), Limit("day", 86_400, 100))
    counts = Counts()
    with CaptureQueriesContext(connection) as captured:
        for number in range(50):
            counts.take(f"key:{key.pk + number}", limits, NOON)
        assert len(captured) == 0
        counts.flush(NOON)
        counts.flush(NOON)
    assert len(captured) == 1
    key.refresh_from_db()
    assert key.last_used_at == NOON


@pytest.mark.django_db
def test_what_could_not_be_written_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = (Limit("minute", 60, 3),)
    counts = Counts()
    counts.take("key:1", limits, NOON)

    def fail(*_arguments: Any) -> Any:
        raise DatabaseError("The server is gone.")

    with monkeypatch.context() as patched:
        patched.setattr(Counts, "_written", staticmethod(fail))
        with pytest.raises(DatabaseError):
            counts.flush(NOON)
    assert counts.take("key:1", limits, NOON) == (1,)
    counts.flush(NOON)
    assert ApiUse.objects.get().requests == 2


@given(
    asked=st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 200)), max_size=60),
    most=st.integers(0, 5),
)
def test_one_process_alone_never_lets_more_through_than_a_limit(asked: list[Any], most: int) -> None:
    counts, admitted = Counts(), Counter[Any]()
    limit = Limit("minute", 60, most)
    for who, second in sorted(asked, key=lambda one: one[1]):
        now = NOON + dt.timedelta(seconds=second)
        admitted[who, limit.start(now)] += counts.take(who, (limit,), now) is not None
        assert 1 <= limit.left(now) <= 60
    assert all(number <= most for number in admitted.values())


@pytest.mark.django_db
def test_old_counts_are_forgotten(settings: Settings) -> None:
    limits = (Limit("minute", 60, 9), Limit("day", 86_400, 9))
    for days in (0, 2, 500):
        now = NOON - dt.timedelta(days=days)
        COUNTS.take("key:1", limits, now)
        COUNTS.flush(now)
    with time_machine.travel(NOON, tick=False):
        assert forget_old_counts.call() == 3
    assert ApiUse.objects.count() == 3
