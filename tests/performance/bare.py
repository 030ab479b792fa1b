"""What is the fastest that this server and this Python could do? The same answers from memory.

The bench writes down what the site answered; this WSGI application gives exactly those headers and bytes.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.performance.answers import Answers

# Written by the bench itself, a moment before.
ANSWERS: Answers = pickle.loads(Path(os.environ["BENCH_ANSWERS"]).read_bytes())


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer from memory."""
    query = environ["QUERY_STRING"]
    address = f"{environ['PATH_INFO']}?{query}" if query else environ["PATH_INFO"]
    status, headers, body = ANSWERS[address, "HTTP_IF_NONE_MATCH" in environ]
    start_response(status, headers)
    return [body]
