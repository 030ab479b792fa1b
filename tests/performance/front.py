"""What does nginx cost with its cache in front of the site, and what when it serves a file?"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.journeys.proxy import proxy
from tests.performance.answers import Answers
from tests.performance.servers import ANSWERS, FILE, FRONT, Contender, Server

FILES = "files"


def file_address(number: int) -> str:
    """Return where nginx serves the bytes of the page with this number as a file."""
    return f"/static/{FILES}/{number}.html"


@contextmanager
def nginx(origin: Server, pages: list[str]) -> Iterator[dict[Contender, Server]]:
    """Run nginx, configured as in docker-compose.yml, in front of a server; the pages lie there as files too.

    Yields:
        The same nginx twice: as the cache in front, and as what serves files.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        static = folder / "static"
        (static / FILES).mkdir(parents=True)
        answers: Answers = pickle.loads(ANSWERS.read_bytes())
        for number, address in enumerate(pages):
            (static / FILES / f"{number}.html").write_bytes(answers[address, False][2])
        with proxy(f"http://127.0.0.1:{origin.port}", folder, static, folder) as address:
            port = urlsplit(address).port
            pid = int((folder / "nginx.pid").read_text(encoding="ascii"))
            if port is None:
                raise RuntimeError(f"nginx has no port: {address}")
            yield {FRONT: Server(FRONT, port, pid, origin), FILE: Server(FILE, port, pid)}
