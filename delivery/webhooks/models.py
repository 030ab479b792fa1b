"""Who is told of changes, of which ones, and what became of each message?

The trigger of migration 0001 writes ``WebhookEvent`` when a document gets its number, in the transaction of
the change. The worker makes a ``WebhookDelivery`` of it for each endpoint that wants it.
"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from delivery.webhooks.secrets import new_salt


class WebhookEndpoint(models.Model):
    """An address of another system, and what it wants to hear of. Empty lists mean everything.

    ``failures`` counts rounds without any success since the last one; until ``rests_until`` nothing is sent.
    """

    name = models.CharField(_("name"), max_length=120)
    url = models.URLField(_("address"), max_length=500)
    contact_email = models.EmailField(
        _("contact e-mail"), help_text=_("Who is written to when the endpoint is switched off.")
    )
    languages = ArrayField(
        models.CharField(max_length=20), verbose_name=_("languages"), default=list, blank=True
    )
    types = ArrayField(models.CharField(max_length=40), verbose_name=_("types"), default=list, blank=True)
    events = ArrayField(models.CharField(max_length=40), verbose_name=_("events"), default=list, blank=True)
    is_active = models.BooleanField(
        _("active"),
        default=True,
        help_text=_("Changes that happen while it is switched off are not sent to it later."),
    )
    salt = models.CharField(max_length=40, default=new_salt, editable=False)
    former_salt = models.CharField(max_length=40, blank=True, editable=False)
    former_until = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0, editable=False)
    rests_until = models.DateTimeField(null=True, editable=False)
    last_success_at = models.DateTimeField(_("last success"), null=True, editable=False)
    disabled_at = models.DateTimeField(_("switched off by the system"), null=True, editable=False)

    class Meta:
        """Listed by name."""

        verbose_name = _("webhook endpoint")
        verbose_name_plural = _("webhook endpoints")
        ordering: ClassVar = ["name", "pk"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class WebhookEvent(models.Model):
    """One change of one document, or a test.

    ``key`` is in the ``webhook-id``; at ``spread_at`` deliveries were made of it.
    """

    key = models.UUIDField(db_default=RandomUUID(), unique=True)
    kind = models.CharField(_("event"), max_length=40)
    content_id = models.UUIDField(_("content id"), null=True)
    locale = models.CharField(_("language"), max_length=20, blank=True)
    type = models.CharField(_("type"), max_length=40, blank=True)
    sequence = models.BigIntegerField(_("sequence"), null=True)
    at = models.DateTimeField(_("time"))
    spread_at = models.DateTimeField(null=True)

    class Meta:
        """What is not spread yet is looked up every few seconds."""

        verbose_name = _("webhook event")
        verbose_name_plural = _("webhook events")
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["id"], condition=Q(spread_at=None), name="webhook_event_unspread"),
            models.Index(fields=["at"], name="webhook_event_at"),
        ]

    def __str__(self) -> str:
        """Return what happened to what."""
        return f"{self.kind} {self.content_id or ''} {self.locale}".strip()


class WebhookDelivery(models.Model):
    """One event for one endpoint: waiting for its next attempt, delivered, or given up."""

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", _("Waiting")
        DELIVERED = "delivered", _("Delivered")
        FAILED = "failed", _("Given up")

    event = models.ForeignKey(WebhookEvent, on_delete=models.CASCADE, related_name="deliveries")
    endpoint = models.ForeignKey(WebhookEndpoint, on_delete=models.CASCADE, related_name="deliveries")
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    created_at = models.DateTimeField(_("created"))
    next_attempt_at = models.DateTimeField(_("next attempt"))
    give_up_at = models.DateTimeField()
    delivered_at = models.DateTimeField(_("delivered"), null=True)

    class Meta:
        """An event is delivered to an endpoint once."""

        verbose_name = _("webhook delivery")
        verbose_name_plural = _("webhook deliveries")
        default_permissions = ("view",)
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "endpoint"], name="one_delivery_per_endpoint"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["endpoint", "next_attempt_at"],
                condition=Q(state="waiting"),
                name="webhook_delivery_due",
            ),
        ]

    def __str__(self) -> str:
        """Return the event."""
        return str(self.event)


class WebhookAttempt(models.Model):
    """One attempt: when, and with what answer. Without ``status`` there was none."""

    delivery = models.ForeignKey(WebhookDelivery, on_delete=models.CASCADE, related_name="log")
    at = models.DateTimeField(_("time"))
    status = models.PositiveSmallIntegerField(_("status"), null=True)
    milliseconds = models.PositiveIntegerField(_("milliseconds"))
    answer = models.TextField(_("beginning of the answer"), blank=True)
    fault = models.CharField(_("what went wrong"), max_length=300, blank=True)

    class Meta:
        """Listed newest first."""

        verbose_name = _("webhook attempt")
        verbose_name_plural = _("webhook attempts")
        default_permissions = ()
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        """Return the outcome."""
        return self.fault or str(self.status)
