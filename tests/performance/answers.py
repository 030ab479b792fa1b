"""What does the site answer at each address? It is asked once, and the answers are written down."""

from __future__ import annotations

import pickle
from http.client import HTTPConnection

from tests.performance.servers import ANSWERS

# Status line, headers and body, by address and by whether the request said If-None-Match.
Answers = dict[tuple[str, bool], tuple[str, list[tuple[str, str]], bytes]]


class Notebook:
    """The answers of a site that listens on a port of this machine, for the bare application."""

    def __init__(self, port: int) -> None:
        self._client = HTTPConnection("127.0.0.1", port)
        self._answers: Answers = {}

    def ask(self, address: str) -> bytes:
        """Return the body at an address, and write the answer down.

        Raises:
            RuntimeError: the answer is no 200.
        """
        self._answers[address, False] = self._ask(address, {}, 200)
        return self._answers[address, False][2]

    def ask_again(self, address: str) -> str:
        """Ask whether an answer is still the one that is written down, and write that answer down too.

        Returns:
            The entity tag.

        Raises:
            RuntimeError: the answer is no 304.
        """
        headers = self._answers[address, False][1]
        etag = next(value for name, value in headers if name.lower() == "etag")
        self._answers[address, True] = self._ask(address, {"If-None-Match": etag}, 304)
        return etag

    def save(self) -> None:
        """Put the answers where the bare application looks."""
        ANSWERS.write_bytes(pickle.dumps(self._answers))

    def _ask(
        self, address: str, headers: dict[str, str], expected: int
    ) -> tuple[str, list[tuple[str, str]], bytes]:
        self._client.request("GET", address, headers=headers)
        answer = self._client.getresponse()
        body = answer.read()
        if answer.status != expected:
            raise RuntimeError(f"{address} answers {answer.status} instead of {expected}.")
        # The server adds these itself.
        kept = [
            (name, value) for name, value in answer.getheaders() if name.lower() not in ("server", "date")
        ]
        return f"{answer.status} {answer.reason}", kept, body
