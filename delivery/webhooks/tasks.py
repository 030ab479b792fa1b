"""What does the worker do for webhooks?  Each task may run twice, also at once."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task


# Ahead of search indexes and pictures: after a mass change a recall must not wait for those.
@task(priority=10)
def deliver_events() -> int:
    """Give new events to their endpoints, and attempt what is due again; return how many attempts."""
    from delivery.webhooks.delivering import deliver
    from delivery.webhooks.spread import spread

    spread(timezone.now())
    return deliver(timezone.now)


@task()
def mail_disabled(endpoint_id: int, gone: bool) -> bool:
    """Write to the contact of an endpoint that was switched off; say whether it is still there."""
    from delivery.webhooks.disabling import mail
    from delivery.webhooks.models import WebhookEndpoint

    endpoint = WebhookEndpoint.objects.filter(pk=endpoint_id).first()
    if endpoint is not None:
        mail(endpoint, gone=gone)
    return endpoint is not None


@task()
def forget_old_events() -> int:
    """Remove events, deliveries and attempts of which nothing is awaited; return how many events."""
    from delivery.webhooks.log import forget

    return forget(timezone.now())
