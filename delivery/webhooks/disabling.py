"""What happens when an endpoint is switched off because it does not answer?  Its contact is written to."""

from __future__ import annotations

import datetime as dt
from http import HTTPStatus

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from delivery.webhooks.models import WebhookEndpoint


def disable(endpoint: WebhookEndpoint, status: int | None, now: dt.datetime) -> None:
    """Switch an endpoint off, once, and have the mail sent by a task of the same transaction."""
    from delivery.webhooks.tasks import mail_disabled

    switched = WebhookEndpoint.objects.filter(pk=endpoint.pk, is_active=True)
    if switched.update(is_active=False, disabled_at=now):
        log(instance=endpoint, action="delivery.disable_webhook", data={"status": status})
        mail_disabled.enqueue(endpoint.pk, status == HTTPStatus.GONE)


def mail(endpoint: WebhookEndpoint, *, gone: bool) -> None:
    """Tell the contact of an endpoint that it was switched off, why, and what to do."""
    with translation.override(settings.LANGUAGE_CODE):
        reason = _("It answered 410 Gone.") if gone else _("It has accepted no message for three days.")
        body = _(
            "The webhook endpoint “%(name)s” was switched off:\n%(url)s\n\n%(reason)s\n\n"
            "Changes that happen from now on are not sent to it. When it works again, have it switched on "
            "(%(admin)s), then catch up by the sync feed, which has missed nothing:\n%(sync)s"
        ) % {
            "name": endpoint.name,
            "url": endpoint.url,
            "reason": reason,
            "admin": settings.WAGTAILADMIN_BASE_URL + reverse("webhook_endpoints:edit", args=[endpoint.pk]),
            "sync": f"{settings.PUBLIC_BASE_URL}/api/v1/sync/",
        }
        subject = _("Webhook switched off: %(name)s") % {"name": endpoint.name}
        send_mail(" ".join(subject.split()), body, settings.DEFAULT_FROM_EMAIL, [endpoint.contact_email])
