"""Which tables does the content API have? (Documents are ``publishing``'s.)"""

from delivery.partners.models import (
    ApiKey,
    ApiUse,
    Partner,
    RecallNotice,
    RecallReminder,
    SyncPosition,
)
from delivery.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint, WebhookEvent

__all__ = [
    "ApiKey",
    "ApiUse",
    "Partner",
    "RecallNotice",
    "RecallReminder",
    "SyncPosition",
    "WebhookAttempt",
    "WebhookDelivery",
    "WebhookEndpoint",
    "WebhookEvent",
]
