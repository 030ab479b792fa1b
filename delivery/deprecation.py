"""How does an answer say that its address will go?  (docs/api/stability.md is the promise.)"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.http import http_date


@dataclass(frozen=True, slots=True)
class Deprecation:
    """The end of an address: announced at ``since``, gone at ``sunset``, explained at ``link``."""

    since: dt.datetime
    sunset: dt.datetime
    link: str

    @property
    def headers(self) -> dict[str, str]:
        """Return ``Deprecation`` (RFC 9745, 2.1), ``Sunset`` (RFC 8594, 3) and where to read more."""
        return {
            "Deprecation": f"@{int(self.since.timestamp())}",
            "Sunset": http_date(self.sunset.timestamp()),
            "Link": f'<{self.link}>; rel="deprecation"; type="text/html"',
        }
