"""What is kept of past deliveries, and how long has the oldest one waited?"""

from __future__ import annotations

import datetime as dt

from django.db.models import Exists, Min, OuterRef

from delivery.webhooks.models import WebhookDelivery, WebhookEvent

RETENTION = dt.timedelta(days=30)


def forget(now: dt.datetime) -> int:
    """Remove events older than ``RETENTION`` that wait for nothing, with all that was logged of them."""
    waiting = WebhookDelivery.objects.filter(
        event=OuterRef("pk"), state=WebhookDelivery.State.WAITING, endpoint__is_active=True
    )
    old = WebhookEvent.objects.filter(~Exists(waiting), at__lt=now - RETENTION, spread_at__isnull=False)
    _rows, by_model = old.delete()
    return by_model.get(WebhookEvent._meta.label, 0)


def oldest_undelivered(now: dt.datetime) -> float | None:
    """Return the age in seconds of the oldest event that an active endpoint waits for, if one does."""
    waiting = WebhookDelivery.objects.filter(state=WebhookDelivery.State.WAITING, endpoint__is_active=True)
    oldest = [
        waiting.aggregate(at=Min("event__at"))["at"],
        WebhookEvent.objects.filter(spread_at=None).aggregate(at=Min("at"))["at"],
    ]
    known = [at for at in oldest if at is not None]
    return (now - min(known)).total_seconds() if known else None
