"""Is a cache told what to forget, and does one that says nothing hold nobody up?"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from delivery.purging import http_cache
from delivery.purging.http_cache import HTTPCache

URLS = [f"https://clinic.example/en/{name}/?q=1" for name in ("one", "two", "three")]


@contextmanager
def cache(told: list[tuple[str, str, str]], status: int = 200) -> Iterator[str]:
    """Serve as a cache that writes down what it is told."""

    class Handler(BaseHTTPRequestHandler):
        def do_PURGE(self) -> None:
            told.append((self.command, self.headers["Host"], self.path))
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize("status", [200, 404])
def test_it_is_told_each_address_with_the_host_of_the_site(status: int) -> None:
    told: list[tuple[str, str, str]] = []
    with cache(told, status) as location:
        HTTPCache({"LOCATION": location}).purge_batch(URLS)
    assert told == [("PURGE", "clinic.example", f"/en/{name}/?q=1") for name in ("one", "two", "three")]


def test_one_that_says_nothing_is_not_waited_for_again_and_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(http_cache, "PATIENCE", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        location = f"http://127.0.0.1:{silent.getsockname()[1]}"
        start = time.monotonic()
        HTTPCache({"LOCATION": location}).purge_batch(URLS)
    assert time.monotonic() - start < 2
    HTTPCache({"LOCATION": location}).purge(URLS[0])  # nobody listens there any more
    said = [record.getMessage() for record in caplog.records]
    assert ["3 addresses" in said[0], "1 addresses" in said[1]] == [True, True]
