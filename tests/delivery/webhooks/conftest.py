"""What do the tests of webhooks share?  A receiver on this machine, and an endpoint that leads to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db.models import Min
from django.utils import timezone
from pytest_django import Settings

from delivery.webhooks.delivering import deliver
from delivery.webhooks.models import WebhookDelivery, WebhookEndpoint
from delivery.webhooks.spread import spread
from tests.delivery.webhooks.receiver import Receiver, receiving

Endpoint = Callable[..., WebhookEndpoint]


class Watch:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = timezone.now() + dt.timedelta(seconds=1)

    def __call__(self) -> dt.datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += dt.timedelta(**by)

    def move_to_next(self) -> None:
        """Move to when something is due again, five seconds on at most where nothing is."""
        waiting = WebhookDelivery.objects.filter(state="waiting", endpoint__is_active=True)
        due = waiting.aggregate(at=Min("next_attempt_at"))["at"]
        rests = WebhookEndpoint.objects.aggregate(at=Min("rests_until"))["at"]
        known = [at for at in (due, rests) if at is not None]
        self.now = max([*known, self.now + dt.timedelta(seconds=1)])

    def tick(self) -> int:
        """Do what the worker does when the clock calls; return the number of attempts."""
        spread(self.now)
        return deliver(self)


@pytest.fixture
def watch(db: None) -> Watch:
    return Watch()


@pytest.fixture
def receiver(settings: Settings) -> Iterator[Receiver]:
    settings.WEBHOOKS_ALLOW_PRIVATE = True
    with receiving() as made:
        yield made


@pytest.fixture
def endpoint(receiver: Receiver, db: None) -> Endpoint:
    """Return a function that makes endpoints which lead to the receiver."""

    def make(**values: Any) -> WebhookEndpoint:
        given = {"name": "Partner", "url": receiver.url, "contact_email": "it@partner.example", **values}
        return WebhookEndpoint.objects.create(**given)

    return make
