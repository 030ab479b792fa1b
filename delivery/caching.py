"""Which strong entity tag does an answer of the API have?  (How long it is kept: ``publishing.caching``.)"""

from __future__ import annotations

import hashlib
from functools import cache


@cache
def _fingerprint(base: str) -> str:
    return hashlib.sha256(base.encode()).hexdigest()[:8]


def document_etag(etag: str, base: str) -> str:
    """Return the strong entity tag of a stored document whose addresses start with ``base``."""
    return f'"{etag}-{_fingerprint(base)}"'


def etag_of(body: bytes) -> str:
    """Return the strong entity tag of an answer that is put together on the spot."""
    return f'"{hashlib.sha256(body).hexdigest()[:40]}"'
