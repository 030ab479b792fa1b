"""With which secrets are an endpoint's messages signed?

A secret is not stored but worked out from ``SECRET_KEY`` and the endpoint's random salt, so that a copy of
the database signs nothing. A new ``SECRET_KEY`` therefore gives every endpoint another secret.
"""

from __future__ import annotations

import base64
import datetime as dt
import secrets
from typing import TYPE_CHECKING

from django.utils.crypto import salted_hmac

if TYPE_CHECKING:
    from delivery.webhooks.models import WebhookEndpoint

# For how long the old secret goes on signing beside the new one.
OVERLAP = dt.timedelta(days=7)
_SALT_BYTES = 24


def new_salt() -> str:
    """Return a random salt (32 characters)."""
    return secrets.token_urlsafe(_SALT_BYTES)


def secret_of(salt: str) -> str:
    """Return the secret as receivers get it: ``whsec_`` and 32 bytes in base64 (Standard Webhooks 1.0)."""
    digest = salted_hmac("delivery.webhooks", salt, algorithm="sha256").digest()
    return f"whsec_{base64.b64encode(digest).decode()}"


def secrets_of(endpoint: WebhookEndpoint, now: dt.datetime) -> list[str]:
    """Return the secrets that hold at ``now``, the newest first: one, or two while one follows the other."""
    salts = [endpoint.salt]
    if endpoint.former_until is not None and endpoint.former_until > now:
        salts.append(endpoint.former_salt)
    return [secret_of(salt) for salt in salts]


def rotate(endpoint: WebhookEndpoint, now: dt.datetime) -> None:
    """Give an endpoint a new secret; the one it had holds for ``OVERLAP`` more."""
    endpoint.former_salt, endpoint.former_until = endpoint.salt, now + OVERLAP
    endpoint.salt = new_salt()
    endpoint.save(update_fields=["salt", "former_salt", "former_until"])
