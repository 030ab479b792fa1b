"""How does a journey get a site that really runs? As `make run` starts it, on a part of the demo content."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx

from cms import database, processes
from cms.demo_content.library import content_id
from cms.places import PROJECT_DIR
from tests.cms.embedded import state_directory

# What every language needs before it can have a treatment.
FRAME = ("organisation", "navigation", "people/*", "categories/*", "pages/*")
# Seconds that the site may take to stop.
PATIENCE = 60


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Site:
    """A running site: web server, worker, clock and database of its own.

    Attributes:
        url: its address, without a slash at the end.
    """

    def __init__(self, state: Path) -> None:
        port = free_port()
        self.url = f"http://localhost:{port}"
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            "DJANGO_SETTINGS_MODULE": "cms.settings.development",
            "STATE_DIR": str(state),
            "PORT": str(port),
            "PYTHONUNBUFFERED": "1",
            # A journey looks at once, and not after the quarter of a second in which nobody asks.
            "ANSWERS_AT_HAND_MB": "0",
        }
        self.output: list[str] = []

    @property
    def media(self) -> Path:
        """Where it keeps its pictures."""
        return Path(self.environment["STATE_DIR"]) / "media"

    def manage(self, *arguments: str) -> None:
        """Run a command of manage.py; fail with what it says when it fails."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=PROJECT_DIR, env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{arguments} ended with {done.returncode}:\n{done.stdout}{done.stderr}"

    def start(self) -> None:
        """Start serving; return when the site answers."""
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=PROJECT_DIR,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output.append(line)
            if "Polyclinic is running" in line:
                break
        else:
            raise AssertionError("".join(self.output))
        self.listener = threading.Thread(target=self.output.extend, args=(self.process.stdout,))
        self.listener.start()

    def stop(self) -> None:
        """Stop as Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(PATIENCE) == 0
        self.listener.join(PATIENCE)
        if self.process.stdout is not None:
            self.process.stdout.close()

    def get(self, path: str) -> httpx.Response:
        """Fetch an address as a program does: no cookies, no redirects."""
        return httpx.get(f"{self.url}{path}", timeout=60)

    def treatment(self, name: str, locale: str) -> httpx.Response:
        """Ask the API for a treatment of the demo, such as ``chemical-peel``, in a language."""
        return self.get(f"/api/v1/treatments/{content_id(f'treatments/{name}')}/?locale={locale}")

    def languages_in_the_api(self, name: str) -> list[Any]:
        """Return the languages that the English document of a treatment says it is available in."""
        answer = self.treatment(name, "en").json()
        return [translation["language"] for translation in answer["available_translations"]]


@contextmanager
def web_server(site: Site, **variables: str) -> Iterator[str]:
    """Run one more web server of a site, with other settings, and yield its address."""
    port = free_port()
    environment = {**site.environment, **variables, "PORT": str(port)}
    process = processes.start([sys.executable, "-m", "cms.web_server"], environment)
    address, pause = f"http://127.0.0.1:{port}", threading.Event()
    try:
        for _ in range(PATIENCE * 10):
            with suppress(httpx.TransportError):
                if httpx.get(f"{address}/health/live/").is_success:
                    break
            pause.wait(0.1)
        else:
            raise AssertionError("The web server does not answer.")
        yield address
    finally:
        processes.end_group(processes.describe(process))
        process.wait()


@contextmanager
def running_site(languages: Sequence[str], documents: Sequence[str]) -> Iterator[Site]:
    """Yield a site with the English demo, and some of its documents in some languages.

    When it ends, nothing may have gone wrong behind the back of those who used it.
    """
    with state_directory() as state, database.hold(state):
        site = Site(state)
        site.manage("migrate", "--verbosity", "0")
        site.manage("load_demo", "--languages", *languages, "--only", *FRAME, *documents)
        site.start()
        try:
            yield site
        finally:
            site.stop()
        assert [line for line in site.output if "Traceback" in line or "ERROR" in line] == []
