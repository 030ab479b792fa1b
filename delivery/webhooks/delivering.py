"""How do waiting deliveries get to their endpoints?  In rounds: claim, send side by side, write down.

A claim moves the next attempt ahead under ``SKIP LOCKED``, so two workers never make the same attempt, and a
worker that is killed leaves nothing claimed for longer than ``CLAIM``. Only the sending runs in threads.
"""

from __future__ import annotations

import datetime as dt
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from http import HTTPStatus

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q

from delivery.webhooks.disabling import disable
from delivery.webhooks.messages import body_of, headers_of
from delivery.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from delivery.webhooks.sending import Outcome, send
from delivery.webhooks.timetable import GIVE_UP, delay_after, rest_after, rest_asked_for

CLAIM = dt.timedelta(minutes=2)
# Messages that one endpoint gets at the same time; one while it has failed.
AT_ONCE = 8
THREADS = 16
# Seconds after which no further round is begun: the worker has other work too, and the clock comes again.
LONGEST_RUN = 20

State = WebhookDelivery.State


def deliver(now: Callable[[], dt.datetime]) -> int:
    """Attempt what is due, round by round; return how many attempts were made."""
    start, made = time.monotonic(), 0
    while time.monotonic() - start < LONGEST_RUN:
        claimed = [one for endpoint in _awaiting(now()) for one in claim(endpoint, now())]
        if not claimed:
            break
        made += len(claimed)
        _round(claimed, now)
    return made


def _awaiting(now: dt.datetime) -> list[int]:
    due = WebhookDelivery.objects.filter(
        endpoint=OuterRef("pk"), state=State.WAITING, next_attempt_at__lte=now
    )
    awake = Q(rests_until=None) | Q(rests_until__lte=now)
    return list(
        WebhookEndpoint.objects.filter(awake, Exists(due), is_active=True).values_list("pk", flat=True)
    )


def claim(endpoint_id: int, now: dt.datetime) -> list[WebhookDelivery]:
    """Take due deliveries of an endpoint for this worker alone, for ``CLAIM``."""
    with transaction.atomic():
        lock = WebhookEndpoint.objects.select_for_update(skip_locked=True, no_key=True)
        endpoint = lock.filter(pk=endpoint_id, is_active=True).first()
        if endpoint is None or (endpoint.rests_until is not None and endpoint.rests_until > now):
            return []
        due = WebhookDelivery.objects.filter(endpoint=endpoint, state=State.WAITING, next_attempt_at__lte=now)
        locked = due.select_for_update(skip_locked=True, of=("self",)).select_related("event", "endpoint")
        taken = list(locked.order_by("next_attempt_at", "pk")[: 1 if endpoint.failures else AT_ONCE])
        ids = [delivery.pk for delivery in taken]
        WebhookDelivery.objects.filter(pk__in=ids).update(
            next_attempt_at=now + CLAIM, attempts=F("attempts") + 1
        )
        if endpoint.failures and taken:
            # One message at a time finds out whether it is back, whoever sends it.
            WebhookEndpoint.objects.filter(pk=endpoint.pk).update(rests_until=now + CLAIM)
    for delivery in taken:
        delivery.attempts += 1
    return taken


def _round(claimed: list[WebhookDelivery], now: Callable[[], dt.datetime]) -> None:
    """Send what was claimed and write each outcome down as it comes; then judge each endpoint once."""
    outcomes: dict[int, list[Outcome]] = defaultdict(list)
    for delivery, outcome in _sent(claimed, now()):
        write_down(delivery, outcome, now())
        outcomes[delivery.endpoint_id].append(outcome)
    for endpoint_id, found in outcomes.items():
        _judge(endpoint_id, found, now())


def _sent(claimed: list[WebhookDelivery], now: dt.datetime) -> Iterator[tuple[WebhookDelivery, Outcome]]:
    with ThreadPoolExecutor(THREADS, "webhooks") as pool:
        running = {}
        for delivery in claimed:
            body = body_of(delivery.event)
            headers = headers_of(delivery.event, delivery.endpoint, body, now)
            running[pool.submit(send, delivery.endpoint.url, body, headers)] = delivery
        for done in as_completed(running):
            yield running[done], done.result()


def write_down(delivery: WebhookDelivery, outcome: Outcome, now: dt.datetime) -> bool:
    """Record an attempt and what follows from it; say whether the message was taken."""
    with transaction.atomic():
        WebhookAttempt.objects.create(
            delivery=delivery,
            at=now,
            status=outcome.status,
            milliseconds=outcome.milliseconds,
            answer=outcome.answer,
            fault=outcome.fault,
        )
        row = WebhookDelivery.objects.filter(pk=delivery.pk)
        if outcome.well:
            row.update(state=State.DELIVERED, delivered_at=now)
        elif now >= delivery.give_up_at or outcome.status == HTTPStatus.GONE:
            row.update(state=State.FAILED)
            _disable_if_dead(delivery, outcome, now)
        else:
            # The last attempt is made at the very end.
            asked = rest_asked_for(outcome.status, outcome.retry_after, now)
            wait = max(delay_after(delivery.attempts), asked)
            row.update(next_attempt_at=min(delivery.give_up_at, now + wait))
    return outcome.well


def _disable_if_dead(delivery: WebhookDelivery, outcome: Outcome, now: dt.datetime) -> None:
    """Switch an endpoint off that says it is gone, or that took nothing since this was first attempted."""
    endpoint = WebhookEndpoint.objects.get(pk=delivery.endpoint_id)
    last, first = endpoint.last_success_at, delivery.give_up_at - GIVE_UP
    if outcome.status == HTTPStatus.GONE or last is None or last < first:
        disable(endpoint, outcome.status, now)


def _judge(endpoint_id: int, outcomes: list[Outcome], now: dt.datetime) -> None:
    """Write down how an endpoint is; one that asks for a rest (``Retry-After``) gets it, whatever it took."""
    endpoint = WebhookEndpoint.objects.filter(pk=endpoint_id)
    asked = max(rest_asked_for(one.status, one.retry_after, now) for one in outcomes)
    if any(one.well for one in outcomes):
        endpoint.update(failures=0, rests_until=now + asked if asked else None, last_success_at=now)
        return
    with transaction.atomic():
        failing = endpoint.select_for_update().first()
        if failing is not None:
            failing.failures += 1
            failing.rests_until = now + max(rest_after(failing.failures), asked)
            failing.save(update_fields=["failures", "rests_until"])
