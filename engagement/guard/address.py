"""From which address does a request come, when proxies stand in between?"""

from __future__ import annotations

import ipaddress
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# One household or office has a whole network of this size (RFC 6177).
_IPV6_PREFIX = 64


def client_address(request: HttpRequest) -> str:
    """Return the address that somebody without a key is counted under; for IPv6 its network of /64.

    ``X-Forwarded-For`` is read from its end, for as long as the address before is one of
    ``TRUSTED_PROXIES``: whoever is not one of them may have written what stands further left.
    """
    address = _parsed(request.META.get("REMOTE_ADDR", ""))
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    while address is not None and _is_trusted(address, tuple(settings.TRUSTED_PROXIES)) and forwarded:
        before = _parsed(forwarded.pop().strip())
        if before is None:
            break
        address = before
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, _IPV6_PREFIX), strict=False))
    return "" if address is None else str(address)


def name_of(address: str) -> str:
    """Return the name under which an address is counted: addresses are personal data, and are not stored."""
    return f"address:{salted_hmac('delivery.address', address, algorithm='sha256').hexdigest()[:32]}"


def _parsed(text: str) -> _Address | None:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def _is_trusted(address: _Address, proxies: tuple[str, ...]) -> bool:
    return any(address in network for network in map(_network, proxies))


@lru_cache(maxsize=64)
def _network(text: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network:
    return ipaddress.ip_network(text)
