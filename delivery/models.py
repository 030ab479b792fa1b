"""Which tables does the content API have? (Documents are ``publishing``'s.)"""

from delivery.drafts.models import DraftLink
from delivery.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint, WebhookEvent

__all__ = ["DraftLink", "WebhookAttempt", "WebhookDelivery", "WebhookEndpoint", "WebhookEvent"]
