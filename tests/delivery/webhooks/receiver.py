"""A receiver of webhooks: a real HTTP server on the loopback interface that answers as it is told."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Receiver:
    """What has arrived, and what is answered: a status, or a function of the number of the request."""

    url: str = ""
    answer: Callable[[int], int] = lambda number: 200
    said: bytes = b"thanks"
    headers: dict[str, str] = field(default_factory=dict)
    requests: list[tuple[dict[str, str], bytes, int]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def taken(self) -> list[str]:
        """Return the ids of the messages that were accepted, in the order of their arrival."""
        return [headers["webhook-id"] for headers, _body, status in self.requests if 200 <= status < 300]


@contextmanager
def receiving(tls: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    """Serve while the block runs, with TLS if there is a context for it."""
    receiver, lock = Receiver(), threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.close_connection = True
            body = self.rfile.read(int(self.headers["Content-Length"]))
            with lock:
                status = receiver.answer(len(receiver.requests))
                headers = {name.lower(): value for name, value in self.headers.items()}
                receiver.requests.append((headers, body, status))
                receiver.paths.append(self.path)
            self.send_response(status)
            for name, value in receiver.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(receiver.said)))
            self.end_headers()
            self.wfile.write(receiver.said)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            """Say nothing of clients that hang up."""

    server = Server(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    receiver.url = f"http://127.0.0.1:{server.server_port}/hook?to=us"
    try:
        yield receiver
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
