"""To which addresses may a webhook be sent?  Only to those that the public internet has too.

Whoever may write an endpoint's address could otherwise make this server ask its own neighbours (OWASP:
server-side request forgery). Asked of the very addresses that are then connected to, at every delivery.
"""

from __future__ import annotations

import ipaddress
import socket
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

# Seconds in which name servers must have answered. The system's own limits can add up to a minute.
LOOK_UP = 5

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

HTTPS_PORT, HTTP_PORT = 443, 80
# What ``is_global`` of Python 3.11 lets through: benchmarks, reserved and translated ranges, and the address
# at which machines in Azure find their host (metadata of other clouds is link-local, private or shared).
_REFUSED = [
    ipaddress.ip_network(text)
    for text in (
        *("::/96", "0.0.0.0/8", "100.64.0.0/10", "168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24"),
        *("198.18.0.0/15", "240.0.0.0/4", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32"),
        *("3fff::/20", "5f00::/16", "fec0::/10"),
    )
]
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LOW_32 = 0xFFFFFFFF


class AddressRefused(Exception):
    """Nothing may be sent there; the message says why."""


def split(url: str) -> SplitResult:
    """Return the parts of an endpoint's address.

    Raises:
        AddressRefused: it is not https (http where private addresses are allowed), or names a user.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise AddressRefused("This is not an address of the web.") from None
    schemes = {"https", "http"} if settings.WEBHOOKS_ALLOW_PRIVATE else {"https"}
    if parts.scheme not in schemes or not parts.hostname or port == 0:
        raise AddressRefused("The address must start with https:// and name a host.")
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise AddressRefused("The address must not hold a user name, a password or a fragment.")
    return parts


def port_of(parts: SplitResult) -> int:
    """Return the port to connect to."""
    return parts.port or (HTTPS_PORT if parts.scheme == "https" else HTTP_PORT)


def is_public(address: Address) -> bool:
    """Say whether an address belongs to the public internet, also where it stands within another one."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & _LOW_32)
        if inner is not None:
            return is_public(inner)
    if not address.is_global or address.is_multicast:
        return False
    return not any(address in network for network in _REFUSED)


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host, all of them checked, in the order in which to try them.

    Raises:
        AddressRefused: the host has no address, or one of them is not public, or nobody says so in time.
    """
    found = _look_up(host, port)
    # An address with a scope (fe80::1%eth0) is link-local.
    texts = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not settings.WEBHOOKS_ALLOW_PRIVATE:
        for text in texts:
            if "%" in text or not is_public(ipaddress.ip_address(text)):
                raise AddressRefused(f"{host} is {text}, which is not an address of the public internet.")
    return texts


def _look_up(host: str, port: int) -> list[Any]:
    """Return what the system says of a host. It cannot be interrupted, so it is asked in a thread."""
    answers: SimpleQueue[list[Any] | Exception] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    Thread(target=ask, name="webhooks-name", daemon=True).start()
    try:
        answer = answers.get(timeout=LOOK_UP)
    except Empty:
        raise AddressRefused(f"Nobody has said within {LOOK_UP} seconds where the host {host} is.") from None
    if isinstance(answer, Exception):
        raise AddressRefused(f"The host {host} has no address: {answer}.") from answer
    return answer
