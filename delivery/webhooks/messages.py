"""What does a receiver get?  Body and headers by the Standard Webhooks specification 1.0, and no content."""

from __future__ import annotations

import datetime as dt
from typing import Any

import orjson
from django.conf import settings
from standardwebhooks import Webhook

from delivery.webhooks.models import WebhookEndpoint, WebhookEvent
from delivery.webhooks.secrets import secrets_of
from localization.languages import language
from publishing.published_types import api_address


def body_of(event: WebhookEvent) -> bytes:
    """Return the JSON of a message: the same bytes at every attempt."""
    data: dict[str, Any] = {}
    if event.content_id is not None:
        tag = language(event.locale).tag
        address = api_address(event.type, event.content_id, tag)
        data = {
            "id": str(event.content_id),
            "type": event.type,
            "language": tag,
            "sequence": event.sequence,
            "url": f"{settings.PUBLIC_BASE_URL}{address}",
        }
    timestamp = event.at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return orjson.dumps({"type": event.kind, "timestamp": timestamp, "data": data})


def headers_of(
    event: WebhookEvent, endpoint: WebhookEndpoint, body: bytes, now: dt.datetime
) -> dict[str, str]:
    """Return the headers of one attempt at ``now``, signed with each secret that holds."""
    key = f"msg_{event.key.hex}"
    signatures = (Webhook(secret).sign(key, now, body.decode()) for secret in secrets_of(endpoint, now))
    return {
        "Content-Type": "application/json",
        "User-Agent": "Polyclinic-Webhooks/1",
        "webhook-id": key,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
