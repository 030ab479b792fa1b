"""A door in front of PostgreSQL that can be shut: whoever is inside is thrown out, and nobody gets in."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

CHUNK = 1 << 16
# What PostgreSQL calls its socket in the directory that HOST names.
NAME = ".s.PGSQL.5432"


class Door:
    """Forwards what comes to a socket in ``here`` to the server's socket in ``there``, while it is open."""

    def __init__(self, here: Path, there: str) -> None:
        self.here, self._there = here / NAME, f"{there}/{NAME}"
        self._inside: list[socket.socket] = []
        self._threads: list[threading.Thread] = []

    def open(self) -> None:
        """Let people in."""
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(self.here))
        self._listener.listen()
        self._start(self._welcome, self._listener)

    def shut(self) -> None:
        """Throw everybody out, and be gone as a stopped server is."""
        for one in (self._listener, *self._inside):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        for thread in self._threads:
            thread.join()
        self._inside, self._threads = [], []
        self.here.unlink()

    def _welcome(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                guest, _address = listener.accept()
                server = socket.socket(socket.AF_UNIX)
                server.connect(self._there)
                self._inside += [guest, server]
                self._start(_forward, guest, server)
                self._start(_forward, server, guest)

    def _start(self, what: object, *arguments: socket.socket) -> None:
        thread = threading.Thread(target=what, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()


def _forward(giver: socket.socket, taker: socket.socket) -> None:
    with suppress(OSError):
        while chunk := giver.recv(CHUNK):
            taker.sendall(chunk)
        taker.shutdown(socket.SHUT_WR)


@contextmanager
def door(here: Path, there: str) -> Iterator[Door]:
    """Yield an open door; whatever was done with it, it is shut at the end."""
    made = Door(here, there)
    made.open()
    try:
        yield made
    finally:
        if made.here.exists():
            made.shut()
