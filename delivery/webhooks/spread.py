"""Which endpoints is an event for?  Deliveries are made of it outside the transaction of the change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from delivery.collections import served_types
from delivery.webhooks.kinds import TEST
from delivery.webhooks.models import WebhookDelivery, WebhookEndpoint, WebhookEvent
from delivery.webhooks.timetable import GIVE_UP

# Events that are spread in one transaction.
BATCH = 500


def spread(now: dt.datetime) -> int:
    """Make deliveries of all events that have none; return how many. Several workers may do it at once."""
    made = 0
    while True:
        with transaction.atomic():
            waiting = WebhookEvent.objects.select_for_update(skip_locked=True).filter(spread_at=None)
            events = list(waiting.order_by("pk")[:BATCH])
            made += _spread(events, now)
        if len(events) < BATCH:
            return made


def _spread(events: Sequence[WebhookEvent], now: dt.datetime) -> int:
    endpoints = list(WebhookEndpoint.objects.filter(is_active=True)) if events else []
    deliveries = [
        delivery_of(event, endpoint, now)
        for event in events
        for endpoint in endpoints
        if wants(endpoint, event)
    ]
    WebhookDelivery.objects.bulk_create(deliveries, ignore_conflicts=True)
    WebhookEvent.objects.filter(pk__in=[event.pk for event in events]).update(spread_at=now)
    return len(deliveries)


def wants(endpoint: WebhookEndpoint, event: WebhookEvent) -> bool:
    """Say whether an endpoint is to be told: what it lists, of what happened since it is there."""
    return (
        event.type in served_types()
        and event.at >= endpoint.created_at
        and (not endpoint.languages or event.locale in endpoint.languages)
        and (not endpoint.types or event.type in endpoint.types)
        and (not endpoint.events or event.kind in endpoint.events)
    )


def delivery_of(event: WebhookEvent, endpoint: WebhookEndpoint, now: dt.datetime) -> WebhookDelivery:
    """Return a delivery that is due at once, not saved."""
    return WebhookDelivery(
        event=event, endpoint=endpoint, created_at=now, next_attempt_at=now, give_up_at=now + GIVE_UP
    )


def send_test(endpoint: WebhookEndpoint, now: dt.datetime) -> WebhookDelivery:
    """Put a test message for one endpoint in line, and return it."""
    with transaction.atomic():
        event = WebhookEvent.objects.create(kind=TEST, at=now, spread_at=now)
        delivery = delivery_of(event, endpoint, now)
        delivery.save()
        return put_in_line(delivery, now)


def put_in_line(delivery: WebhookDelivery, now: dt.datetime) -> WebhookDelivery:
    """Let a delivery, done or given up, be attempted anew from now on, also while its endpoint rests."""
    delivery.state, delivery.attempts = WebhookDelivery.State.WAITING, 0
    delivery.next_attempt_at, delivery.give_up_at = now, now + GIVE_UP
    delivery.save()
    WebhookEndpoint.objects.filter(pk=delivery.endpoint_id).update(rests_until=None)
    return delivery
