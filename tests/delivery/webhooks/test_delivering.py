"""Does each message arrive, once, whatever happens to the receiver?"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from django.core import mail
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from delivery.webhooks.delivering import claim
from delivery.webhooks.log import RETENTION, forget
from delivery.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint, WebhookEvent
from delivery.webhooks.spread import put_in_line, send_test
from delivery.webhooks.tasks import deliver_events
from delivery.webhooks.timetable import GIVE_UP, JITTER, LONGEST, LONGEST_REST, delay_after, rest_asked_for
from tests.delivery.sync import door
from tests.delivery.sync.app import content_ids
from tests.delivery.webhooks.conftest import Endpoint, Watch
from tests.delivery.webhooks.receiver import Receiver

State = WebhookDelivery.State


def events(number: int, first: int = 1) -> list[WebhookEvent]:
    """Note that many changes, as the trigger does."""
    return WebhookEvent.objects.bulk_create(
        WebhookEvent(
            kind="document.published",
            content_id=content_id,
            locale="ar",
            type=door.type_of(content_id),
            sequence=sequence,
            at=timezone.now(),
        )
        for sequence, content_id in enumerate(content_ids(number), start=first)
    )


def keys() -> set[str]:
    return {f"msg_{key.hex}" for key in WebhookEvent.objects.values_list("key", flat=True)}


@pytest.mark.django_db
def test_an_hours_outage_loses_nothing_and_repeats_nothing(
    endpoint: Endpoint, receiver: Receiver, watch: Watch
) -> None:
    partner = endpoint()
    over = watch.now + dt.timedelta(hours=1)
    receiver.answer = lambda number: 503 if watch.now < over else 200
    events(12)
    while watch.now < over + dt.timedelta(minutes=30) and len(receiver.taken()) < 12:
        watch.tick()
        watch.move_to_next()
    for _ in range(5):  # nothing comes twice
        watch.move(hours=6)
        assert watch.tick() == 0
    assert sorted(receiver.taken()) == sorted(keys())
    assert len(receiver.taken()) == 12
    before = len(receiver.requests) - 12
    # The first round shows that it is away; then one message at a time asks whether it is back.
    assert 8 + 5 < before < 8 + 20
    assert WebhookAttempt.objects.filter(status=503).count() == before
    partner.refresh_from_db()
    assert (partner.failures, partner.rests_until) == (0, None)


@pytest.mark.django_db
@pytest.mark.parametrize("status", [429, 503])
def test_a_receiver_that_asks_for_a_rest_gets_it(
    endpoint: Endpoint, receiver: Receiver, watch: Watch, status: int
) -> None:
    endpoint()
    events(3)
    # Two are taken and one is not: then nothing at all is sent until the time is over.
    receiver.answer = lambda number: status if number == 1 else 200
    receiver.headers = {"Retry-After": "1800"}
    assert watch.tick() == 3
    events_later = events(1, first=4)
    watch.move(minutes=29)
    assert watch.tick() == 0
    watch.move(minutes=2)
    assert watch.tick() == 2
    assert sorted(receiver.taken()) == sorted(keys())
    assert f"msg_{events_later[0].key.hex}" in receiver.taken()


@pytest.mark.parametrize(
    ("status", "said", "seconds"),
    [
        (429, "90", 90),
        (503, "Fri, 06 Mar 2026 09:01:30 GMT", 90),
        (503, "Fri, 06 Mar 2026 08:00:00 GMT", 0),
        (503, "99999999999999999999", LONGEST.total_seconds()),
        (503, "Fri, 06 Mar 2099 09:00:00 GMT", LONGEST.total_seconds()),
        (503, "soon", 0),
        (503, "-5", 0),
        (503, "", 0),
        (500, "90", 0),
        (None, "", 0),
    ],
)
def test_how_long_a_receiver_asks_to_be_left_alone(status: int | None, said: str, seconds: float) -> None:
    now = dt.datetime(2026, 3, 6, 9, tzinfo=dt.UTC)
    assert rest_asked_for(status, said, now).total_seconds() == seconds


@pytest.mark.django_db
def test_one_message_that_is_never_taken_does_not_hold_up_the_others(
    endpoint: Endpoint, receiver: Receiver, watch: Watch
) -> None:
    partner = endpoint()
    refused = f"msg_{events(1)[0].key.hex}"
    receiver.answer = lambda number: 500
    watch.tick()
    events(3)
    seen: list[str] = []

    def answer(number: int) -> int:
        seen.append("asked")
        return 500 if len(seen) == 1 else 200

    receiver.answer = answer
    for _ in range(6):
        watch.move(seconds=20)
        watch.tick()
    assert len(receiver.taken()) == len(set(receiver.taken())) == 4
    assert refused in receiver.taken()
    partner.refresh_from_db()
    assert partner.last_success_at is not None


@pytest.mark.django_db
def test_after_three_days_without_success_it_is_switched_off_and_somebody_is_told(
    endpoint: Endpoint, receiver: Receiver, watch: Watch, run_tasks: Callable[[], None]
) -> None:
    partner, start = endpoint(), watch.now
    receiver.answer = lambda number: 500
    events(1)
    times = []
    while partner.is_active and watch.now < start + dt.timedelta(days=4):
        if watch.tick():
            times.append(watch.now - start)
        watch.move_to_next()
        partner.refresh_from_db()
    # 5 s, 15 s, 45 s … 3 h, then every six hours, the last one at the very end.
    assert times[1] <= dt.timedelta(seconds=6)
    assert 15 <= len(times) <= 24
    assert max(later - earlier for earlier, later in pairwise(times)) <= LONGEST * 1.2
    # The very last one waits for the endpoint's rest to be over, if it rests just then.
    assert GIVE_UP <= times[-1] <= GIVE_UP + LONGEST_REST
    assert WebhookDelivery.objects.get().state == State.FAILED
    assert partner.disabled_at is not None
    run_tasks()
    (letter,) = mail.outbox
    assert letter.to == ["it@partner.example"]
    assert receiver.url in letter.body
    assert "three days" in letter.body
    events(1)
    assert watch.tick() == 0


@pytest.mark.django_db
def test_410_switches_off_at_once_and_what_waits_is_not_sent(
    endpoint: Endpoint, receiver: Receiver, watch: Watch, run_tasks: Callable[[], None]
) -> None:
    partner = endpoint(failures=1)
    receiver.answer = lambda number: 410
    events(3)
    assert watch.tick() == 1
    partner.refresh_from_db()
    assert not partner.is_active
    watch.move(days=1)
    assert watch.tick() == 0
    run_tasks()
    assert ["410 Gone" in letter.body for letter in mail.outbox] == [True]


@pytest.mark.django_db
def test_what_is_logged_delivered_again_and_removed(
    endpoint: Endpoint, receiver: Receiver, watch: Watch
) -> None:
    partner = endpoint()
    receiver.said = b"\x00" + "é".encode() * 600
    delivery = send_test(partner, watch())
    watch.tick()
    attempt = WebhookAttempt.objects.get()
    assert (attempt.status, attempt.fault, attempt.at) == (200, "", watch.now)
    assert attempt.answer == "�" + "é" * 499
    assert receiver.requests[0][1].startswith(b'{"type":"endpoint.test"')
    assert receiver.paths == ["/hook?to=us"]
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (State.DELIVERED, 1)
    put_in_line(delivery, watch())
    watch.tick()
    assert len(set(receiver.taken())) == 1
    assert len(receiver.taken()) == 2
    assert delivery.log.count() == 2
    # Old rows go, unless somebody still waits for them.
    WebhookEvent.objects.update(at=watch.now - RETENTION - dt.timedelta(days=1))
    put_in_line(delivery, watch())
    assert forget(watch.now) == 0
    watch.tick()
    assert forget(watch.now) == 1
    assert not WebhookAttempt.objects.exists()


@pytest.mark.django_db
def test_the_worker_delivers_when_the_clock_calls_and_health_shows_what_waits(
    endpoint: Endpoint, receiver: Receiver, client: Client, run_tasks: Callable[[], None]
) -> None:
    def age() -> Any:
        return client.get("/health/ready/").json()["webhooks"]["oldest_undelivered_seconds"]

    assert age() is None
    endpoint()
    (event,) = events(1)
    WebhookEndpoint.objects.update(created_at=event.at - dt.timedelta(hours=2))
    WebhookEvent.objects.update(at=event.at - dt.timedelta(hours=1))
    assert 3600 <= age() < 3700
    deliver_events.enqueue()
    run_tasks()
    assert len(receiver.taken()) == 1
    assert age() is None


@pytest.mark.usefixtures("committed_db")
def test_two_workers_never_make_the_same_attempt() -> None:
    partner = WebhookEndpoint.objects.create(name="A", url="https://a.example/", contact_email="a@a.example")
    now = timezone.now()
    for _ in range(3):
        send_test(partner, now)
    found: list[list[int]] = []

    def other_worker() -> None:
        try:
            found.append([delivery.pk for delivery in claim(partner.pk, now)])
        finally:
            connection.close()

    def elsewhere() -> None:
        thread = threading.Thread(target=other_worker)
        thread.start()
        thread.join()

    with transaction.atomic():
        first = [delivery.pk for delivery in claim(partner.pk, now)]
        elsewhere()  # while the first is at it
    elsewhere()  # when it has claimed and not sent yet
    assert len(first) == 3
    assert found == [[], []]
    # A worker that is killed leaves nothing behind that is not tried again.
    later = now + dt.timedelta(minutes=3)
    assert len(claim(partner.pk, later)) == 3


def test_delays_grow_within_their_bounds() -> None:
    for attempts, exact in ((1, 5), (2, 15), (5, 405), (9, 21600), (500, 21600)):
        many = [delay_after(attempts).total_seconds() for _ in range(50)]
        assert exact * (1 - JITTER) <= min(many) < max(many) <= exact * (1 + JITTER)
