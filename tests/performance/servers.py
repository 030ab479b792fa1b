"""Which servers are compared, and what do they cost? All are the same Granian with the same workers."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from cms import database, processes
from cms.database_home import prepare_home, socket_dir
from cms.places import PROJECT_DIR

STATE = PROJECT_DIR / "var" / "bench"
ANSWERS = STATE / "answers.pickle"
# Seconds that a server may take to answer for the first time.
PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Contender:
    """One way to answer: its name in the table, its settings and its WSGI application."""

    name: str
    settings: str
    application: str = "cms.wsgi:application"


OURS = Contender("Polyclinic", "tests.performance.settings")
BARE = Contender("bare WSGI", "", "tests.performance.bare:application")
STOCK = Contender("stock Wagtail", "tests.performance.stock.settings")
CACHED = Contender("stock, site cache", "tests.performance.stock.cached_settings")


@dataclass(frozen=True, slots=True)
class Server:
    """A contender that runs."""

    contender: Contender
    port: int
    pid: int

    def cpu(self) -> float:
        """Return the seconds of CPU that the server and its workers have used."""
        main = psutil.Process(self.pid)
        return sum(_cpu(process) for process in [main, *main.children(recursive=True)])


def database_cpu() -> float:
    """Return the seconds of CPU that the bench's PostgreSQL has used, ended backends included."""
    postmaster = database.postmaster(prepare_home(STATE))
    if postmaster is None:
        raise RuntimeError("The bench's database does not run. Run `make bench` again.")
    times = postmaster.cpu_times()
    ended = times.children_user + times.children_system
    return ended + sum(_cpu(process) for process in [postmaster, *postmaster.children()])


def environment(contender: Contender | None = None, port: int = 0) -> dict[str, str]:
    """Return the variables of a server, or of a command that prepares the database."""
    variables = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    variables |= {"STATE_DIR": str(STATE), "LOG_LEVEL": "ERROR", "PYTHONWARNINGS": "ignore"}
    if contender is None:
        return variables
    address = f"http://127.0.0.1:{port}"
    socket_at = socket_dir(prepare_home(STATE))
    return variables | {
        "DJANGO_SETTINGS_MODULE": contender.settings,
        "SECRET_KEY": "only-for-the-bench-and-long-enough-for-the-check-of-the-settings",
        "ALLOWED_HOSTS": "127.0.0.1",
        "PUBLIC_BASE_URL": address,
        "DATABASE_URL": f"postgresql://{database.USER}@/{database.NAME}?host={socket_at}",
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "BENCH_ANSWERS": str(ANSWERS),
    }


@contextmanager
def running(contender: Contender, probe: str) -> Iterator[Server]:
    """Run a contender; it is up when ``probe``, an address of its own, is answered.

    Raises:
        RuntimeError: it does not come up.
    """
    (STATE / "static").mkdir(exist_ok=True)
    port = _free_port()
    command = [sys.executable, "-m", "cms.web_server", contender.application]
    process = processes.start(command, environment(contender, port))
    try:
        _wait(process, f"http://127.0.0.1:{port}{probe}", contender.name)
        yield Server(contender, port, process.pid)
    finally:
        processes.end_group(processes.describe(process))
        process.wait()


def _wait(process: subprocess.Popen[bytes], address: str, name: str) -> None:
    pause = threading.Event()
    for _ in range(PATIENCE * 2):
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE):
                return
        except (ConnectionError, urllib.error.URLError) as reason:
            if process.poll() is not None or isinstance(reason, urllib.error.HTTPError):
                raise RuntimeError(f"The server of “{name}” does not answer: {reason}") from reason
        pause.wait(0.5)
    raise RuntimeError(f"The server of “{name}” did not come up within {PATIENCE} seconds.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _cpu(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    return float(times.user + times.system)


def prepare(*arguments: str) -> None:
    """Run a management command on the bench's own database."""
    command: list[str | Path] = [sys.executable, PROJECT_DIR / "manage.py", *arguments]
    subprocess.run(command, env=environment(), cwd=PROJECT_DIR, check=True)
