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
    """One way to answer: its name in the table, its settings, WSGI application and further variables."""

    name: str
    settings: str
    application: str = "cms.wsgi:application"
    variables: tuple[tuple[str, str], ...] = ()


OURS = Contender("Polyclinic", "tests.performance.settings")
# Every answer from the database: what the first one costs that asks after a change.
UNKEPT = Contender("Polyclinic, nothing kept", OURS.settings, variables=(("ANSWERS_AT_HAND_MB", "0"),))
BARE = Contender("bare WSGI", "", "tests.performance.bare:application")
STOCK = Contender("stock Wagtail", "tests.performance.stock.settings")
CACHED = Contender("stock, site cache", "tests.performance.stock.cached_settings")
# Both are nginx; front.py starts it.
FRONT = Contender("nginx with its cache", "")
FILE = Contender("nginx, a file", "")


@dataclass(frozen=True, slots=True)
class Server:
    """A contender that runs, and the server behind it if it has one."""

    contender: Contender
    port: int
    pid: int
    origin: Server | None = None

    def cpu(self) -> float:
        """Return the seconds of CPU that the server, its workers and what is behind it have used."""
        behind = 0.0 if self.origin is None else self.origin.cpu()
        return behind + sum(_cpu(process) for process in self._processes())

    def memory(self) -> float:
        """Return the MB that server and workers hold; what several share counts once (PSS)."""
        return sum(process.memory_full_info().pss for process in self._processes()) / 1024**2

    def _processes(self) -> list[psutil.Process]:
        main = psutil.Process(self.pid)
        return [main, *main.children(recursive=True)]


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
    socket_at = socket_dir(prepare_home(STATE))
    return variables | {
        "DJANGO_SETTINGS_MODULE": contender.settings,
        "SECRET_KEY": "only-for-the-bench-and-long-enough-for-the-check-of-the-settings",
        "ALLOWED_HOSTS": "127.0.0.1",
        # The same for all: a token of the sync feed is of one site, and two of the servers are one.
        "PUBLIC_BASE_URL": "http://127.0.0.1",
        "DATABASE_URL": f"postgresql://{database.USER}@/{database.NAME}?host={socket_at}",
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "BENCH_ANSWERS": str(ANSWERS),
        **dict(contender.variables),
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
    subprocess.run(_command(*arguments), env=environment(), cwd=PROJECT_DIR, check=True)


def partner_key() -> str:
    """Issue a key to the API, as the measured site reads it."""
    command = _command("issue_key", "Bench", "--email", "bench@example.org")
    done = subprocess.run(command, env=environment(OURS), cwd=PROJECT_DIR, check=True, stdout=subprocess.PIPE)
    return done.stdout.decode("ascii").strip()


def _command(*arguments: str) -> list[str]:
    return [sys.executable, str(PROJECT_DIR / "manage.py"), *arguments]
