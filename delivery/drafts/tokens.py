"""What does the token of a link to a draft look like?

The random key of the link and a signature of it by ``SECRET_KEY``. Neither a copy of the database nor trying
out gives a token that works, and a new ``SECRET_KEY`` ends all of them.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

_BYTES = 16  # of the key, and as many of the signature


def token_of(key: UUID) -> str:
    """Return the token of a link: 43 characters that need no quoting in an address."""
    signature = salted_hmac("delivery.drafts", key.bytes, algorithm="sha256").digest()[:_BYTES]
    return urlsafe_b64encode(key.bytes + signature).decode().rstrip("=")


def key_of(token: str) -> UUID | None:
    """Return the key of the link that a token was made for, ``None`` for what is not a token of ours."""
    try:
        key = UUID(bytes=urlsafe_b64decode(f"{token}=".encode("ascii"))[:_BYTES])
    except (Error, ValueError):
        return None
    return key if constant_time_compare(token, token_of(key)) else None
