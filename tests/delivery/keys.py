"""What is a key in a test?"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from delivery.partners.models import ApiKey


class Issued(NamedTuple):
    """A key: its row, its text, and the header that it is sent in."""

    row: ApiKey
    text: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.text}"}


Issue = Callable[..., Issued]
