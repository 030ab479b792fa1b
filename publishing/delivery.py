"""How do stored bytes become what a reader gets?

Stored documents hold a placeholder where the host belongs, so that moving a site to another host changes no
document. The API puts ``PUBLIC_BASE_URL`` there; pages, which are read on the same host, nothing at all.
"""

from __future__ import annotations

from typing import Any

import orjson
from django.conf import settings

from publishing.context import BASE

_PLACEHOLDER = BASE.encode()


def for_api(body: bytes | memoryview) -> bytes:
    """Return a stored document with absolute addresses."""
    return bytes(body).replace(_PLACEHOLDER, settings.PUBLIC_BASE_URL.encode())


def for_html(body: bytes | memoryview) -> Any:
    """Return a stored document as data whose addresses are root-relative."""
    return orjson.loads(bytes(body).replace(_PLACEHOLDER, b""))


def absolute(path: str) -> str:
    """Return the public address of a root-relative path."""
    return f"{settings.PUBLIC_BASE_URL}{path}"
