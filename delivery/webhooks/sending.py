"""How is one message sent?  One POST to a checked address: no redirects, bounded in time and size."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from threading import Timer

from delivery.webhooks.addresses import AddressRefused, port_of, resolve, split

# Seconds for a whole attempt, however slowly name servers and the other side speak.
DEADLINE = 10
# Bytes of an answer that are read, and how many characters of them are kept.
LONGEST_ANSWER, KEPT = 4096, 500


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an attempt. ``status`` is ``None`` when there was no answer; ``fault`` says why.

    ``retry_after`` is what the answer has under this name, as it stands there.
    """

    status: int | None
    milliseconds: int
    answer: str = ""
    fault: str = ""
    retry_after: str = ""

    @property
    def well(self) -> bool:
        """Say whether the receiver has taken the message: any 2xx."""
        return self.status is not None and http.client.OK <= self.status < http.client.MULTIPLE_CHOICES


class _Connection(http.client.HTTPConnection):
    """A connection to one of the checked addresses, while ``Host`` and TLS name the host."""

    def __init__(self, host: str, port: int, addresses: list[str], *, encrypted: bool, until: float) -> None:
        super().__init__(host, port, timeout=DEADLINE)
        self.until = until
        # So that the standard port is left out of ``Host``.
        self.default_port = 443 if encrypted else 80
        self.addresses, self.encrypted = addresses, encrypted

    def connect(self) -> None:
        """Connect to the first address that answers."""
        raw = self._reach()
        # Timeouts are for single steps; only this ends an answer that never does.
        self.watch = Timer(self._left(), _cut, [raw])
        self.watch.daemon = True
        self.watch.start()
        self.sock = _tls().wrap_socket(raw, server_hostname=self.host) if self.encrypted else raw

    def _reach(self) -> socket.socket:
        for number, address in enumerate(self.addresses, start=1):
            try:
                # A share of the time for each, so that one that is silent leaves some for the next.
                share = self._left() / (len(self.addresses) - number + 1)
                reached = socket.create_connection((address, self.port), share)
            except OSError:
                if number == len(self.addresses):
                    raise
            else:
                reached.settimeout(self._left())
                return reached
        raise OSError("The host has no address.")

    def _left(self) -> float:
        """Return for how many seconds the attempt may go on; not nothing, which would mean without end."""
        return max(self.until - time.monotonic(), 0.01)

    def close(self) -> None:
        """Close, and stop watching."""
        watch: Timer | None = getattr(self, "watch", None)
        if watch is not None:
            watch.cancel()
        super().close()


def send(url: str, body: bytes, headers: Mapping[str, str]) -> Outcome:
    """Send one message; what goes wrong is in the outcome and never raised."""
    start = time.monotonic()
    try:
        status, answer, retry_after = _post(url, body, headers, start + DEADLINE)
    except (AddressRefused, OSError, http.client.HTTPException) as error:
        fault = str(error) or type(error).__name__
        return Outcome(None, _since(start), fault=_printable(fault)[:300])
    said = _printable(answer.decode(errors="replace"))[:KEPT]
    return Outcome(status, _since(start), said, retry_after=retry_after)


def _post(url: str, body: bytes, headers: Mapping[str, str], until: float) -> tuple[int, bytes, str]:
    parts = split(url)
    host, port = str(parts.hostname), port_of(parts)
    addresses, encrypted = resolve(host, port), parts.scheme == "https"
    connection = _Connection(host, port, addresses, encrypted=encrypted, until=until)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("POST", target, body, {**headers, "Accept-Encoding": "identity"})
        response = connection.getresponse()
        return response.status, response.read(LONGEST_ANSWER), response.getheader("Retry-After", "")
    finally:
        connection.close()


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def _cut(raw: socket.socket) -> None:
    try:
        # Not the method of a TLS socket, which is in use in the other thread.
        socket.socket.shutdown(raw, socket.SHUT_RDWR)
    except OSError:
        return  # it is closed already


def _since(start: float) -> int:
    return round((time.monotonic() - start) * 1000)


def _printable(text: str) -> str:
    """Return a text that PostgreSQL and a page can hold."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "�" for sign in text)
