"""How do web server, worker and clock run together on one machine? This process starts and ends them."""

import fcntl
import os
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cms import processes

# Seconds between two looks at the children.
INTERVAL = 0.5
# A child that dies this often within this many seconds will not get better by starting it again.
MOST_DEATHS, WITHIN = 5, 60.0


class AlreadyRunning(Exception):
    """Another supervisor works on the same state directory."""


class GaveUp(Exception):
    """A child dies again and again."""


class Supervisor:
    """Runs named commands until told to stop.

    Args:
        state: the directory for the lock and for the note of what was started.
        commands: name to command line.
        environment: the variables of the children.
        say: receives a line whenever something happens that a person should know.
    """

    def __init__(
        self,
        state: Path,
        commands: dict[str, list[str]],
        environment: dict[str, str],
        say: Callable[[str], None],
    ) -> None:
        self.note = state / "processes.json"
        self.lock = state / "supervisor.lock"
        self.commands = commands
        self.environment = environment
        self.say = say
        self.children: dict[str, subprocess.Popen[bytes]] = {}
        self.started: dict[str, processes.Started] = {}
        self.deaths: dict[str, deque[float]] = {name: deque(maxlen=MOST_DEATHS) for name in commands}
        self.stopping = threading.Event()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be the only supervisor of the state directory, and end what a killed one has left.

        Raises:
            AlreadyRunning: another one is alive.
        """
        with self.lock.open("a+") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise AlreadyRunning from None
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
            for leftover in processes.recall(self.note):
                if processes.end_group(leftover):
                    self.say("Ended a process that an earlier start had left.")
            yield

    def run(self, each_look: Callable[[], None]) -> None:
        """Start the children and keep them running until a signal says stop.

        Args:
            each_look: called between two looks at the children.

        Raises:
            GaveUp: a child cannot be kept running; the others were stopped.
        """
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: self.stopping.set())
        try:
            for name in self.commands:
                self._start(name)
            while not self.stopping.wait(INTERVAL):
                each_look()
                self._restart_the_dead()
        finally:
            self._stop_all()

    def _start(self, name: str) -> None:
        self.children[name] = processes.start(self.commands[name], self.environment)
        self.started[name] = processes.describe(self.children[name])
        processes.remember(self.note, list(self.started.values()))

    def _restart_the_dead(self) -> None:
        for name, child in self.children.items():
            if child.poll() is None:
                continue
            deaths = self.deaths[name]
            deaths.append(time.monotonic())
            if len(deaths) == MOST_DEATHS and deaths[-1] - deaths[0] < WITHIN:
                raise GaveUp(
                    f"The {name} ends again and again (code {child.returncode}); see its lines above."
                )
            self.say(f"The {name} has ended (code {child.returncode}) and is started again.")
            processes.end_group(self.started[name])
            self._start(name)

    def _stop_all(self) -> None:
        for child in self.children.values():
            if child.poll() is None:
                child.terminate()
        for name, child in self.children.items():
            try:
                child.wait(processes.PATIENCE)
            except subprocess.TimeoutExpired:
                self.say(f"The {name} does not stop and is killed.")
            processes.end_group(self.started[name])
            child.wait()
        self.note.unlink(missing_ok=True)
