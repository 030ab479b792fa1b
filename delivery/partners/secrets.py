"""What does a key look like, and how is it known again without being stored?

``pc_<prefix>_<secret>``: the prefix finds the row, 32 random bytes follow. Stored is an HMAC under a secret
derived from ``SECRET_KEY``, so that a copy of the database opens nothing.
"""

from __future__ import annotations

import datetime as dt
import hmac
import re
import secrets
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.crypto import salted_hmac

if TYPE_CHECKING:
    from delivery.partners.models import ApiKey

_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
_PREFIX_LENGTH = 8
_SHAPE = re.compile(r"pc_([a-z0-9]{8})_[A-Za-z0-9_-]{43}", re.ASCII)


def prefix_of(text: str) -> str | None:
    """Return the prefix of what may be a key, ``None`` for what cannot be one."""
    matched = _SHAPE.fullmatch(text)
    return matched[1] if matched else None


def is_key(text: str, digest: str) -> bool:
    """Say whether a text is the key with this digest, under the present ``SECRET_KEY`` or a former one."""
    return any(hmac.compare_digest(one, digest) for one in _digests(text))


def issue(key: ApiKey) -> str:
    """Give a key that is not saved yet its secret; return the text, which is not to be had again."""
    key.prefix, key.digest, text = _new()
    return text


def replace(key: ApiKey, holds_until: dt.datetime) -> str:
    """Give a key a new secret and save it; the one it had holds until then, one before that no more."""
    key.former_prefix, key.former_digest, key.former_until = key.prefix, key.digest, holds_until
    text = issue(key)
    fields = ["prefix", "digest", "former_prefix", "former_digest", "former_until"]
    key.save(update_fields=fields)
    return text


def _new() -> tuple[str, str, str]:
    prefix = "".join(secrets.choice(_LETTERS) for _ in range(_PREFIX_LENGTH))
    text = f"pc_{prefix}_{secrets.token_urlsafe(32)}"
    return prefix, next(_digests(text)), text


def _digests(text: str) -> Iterator[str]:
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        yield salted_hmac("delivery.partners", text, secret=secret, algorithm="sha256").hexdigest()
