"""How many requests per second does a server answer?  A load generator in a process of its own.

``python -m tests.performance.load PORT SECONDS CONNECTIONS`` reads the requests from standard input: a JSON
list of lists of lines. Each connection is kept alive and has one request under way; they take the requests in
turn. The standard library is enough, so that the same generator runs wherever the site does.
"""

from __future__ import annotations

import json
import selectors
import socket
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

LENGTH = b"content-length: "
CLOSE = b"connection: close"
CHUNK = 1 << 18


@dataclass(slots=True)
class Connection:
    """One connection and the answer it waits for."""

    socket: socket.socket
    answer: bytes = b""
    sent_at: float = 0.0

    def send(self, request: bytes) -> None:
        """Send the next request. It is smaller than the kernel's buffer, so this never waits."""
        self.answer = b""
        self.sent_at = time.perf_counter()
        self.socket.sendall(request)

    def receive(self) -> int | None:
        """Take what has arrived; return the status once the answer is complete.

        Raises:
            ConnectionError: the server has hung up.
        """
        chunk = self.socket.recv(CHUNK)
        if not chunk:
            raise ConnectionError("The server has closed a connection that was to be kept alive.")
        self.answer = self.answer + chunk if self.answer else chunk
        return status_of(self.answer)


def status_of(answer: bytes) -> int | None:
    """Return the status of a complete HTTP/1.1 answer, ``None`` while something of it is missing."""
    head, blank, body = answer.partition(b"\r\n\r\n")
    if not blank:
        return None
    status = int(head[9:12])
    if status == 304:
        return status
    _before, _name, rest = head.lower().partition(LENGTH)
    return status if len(body) >= int(rest.partition(b"\r")[0]) else None


def is_last(answer: bytes) -> bool:
    """Say whether the server hangs up after a complete answer: nginx does after a thousand."""
    return CLOSE in answer.partition(b"\r\n\r\n")[0].lower()


def run(port: int, seconds: float, connections: int, requests: list[bytes]) -> dict[str, object]:
    """Ask for so many seconds; return ``answers``, ``seconds``, ``statuses`` (by code) and ``p99`` in ms."""
    with selectors.DefaultSelector() as selector:
        following = cycle(requests)
        for _ in range(connections):
            _open(selector, port).send(next(following))
        started = time.perf_counter()
        waits, statuses = _ask(selector, port, following, started + seconds)
        spent = time.perf_counter() - started
        for key in list(selector.get_map().values()):
            key.data.socket.close()
    waits.sort()
    p99 = waits[int(len(waits) * 0.99)] * 1000
    return {"answers": len(waits), "seconds": spent, "statuses": statuses, "p99": p99}


def _open(selector: selectors.BaseSelector, port: int) -> Connection:
    opened = Connection(socket.create_connection(("127.0.0.1", port)))
    opened.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    selector.register(opened.socket, selectors.EVENT_READ, opened)
    return opened


def _ask(
    selector: selectors.BaseSelector, port: int, following: Iterator[bytes], deadline: float
) -> tuple[list[float], dict[int, int]]:
    """Ask until the deadline, and for one answer at least.

    Returns:
        How long each answer took, in seconds, and how many answers had which status.
    """
    waits: list[float] = []
    statuses: dict[int, int] = {}
    now = time.perf_counter()
    while now < deadline or not waits:
        for key, _event in selector.select(timeout=1):
            connection: Connection = key.data
            status = connection.receive()
            if status is not None:
                now = time.perf_counter()
                waits.append(now - connection.sent_at)
                statuses[status] = statuses.get(status, 0) + 1
                if is_last(connection.answer):
                    selector.unregister(connection.socket)
                    connection.socket.close()
                    connection = _open(selector, port)
                connection.send(next(following))
        now = time.perf_counter()
    return waits, statuses


if __name__ == "__main__":
    read = [("\r\n".join(lines) + "\r\n\r\n").encode() for lines in json.load(sys.stdin)]
    result = run(int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), read)
    json.dump(result, sys.stdout)
