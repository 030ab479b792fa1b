"""Which processes did we start, and how do they end? Also those whose supervisor was killed."""

import json
import os
import signal
import subprocess
from pathlib import Path
from typing import NamedTuple

import psutil

# Seconds that a process may take to finish what it does.
PATIENCE = 10


class Started(NamedTuple):
    """A process that leads a group of its own, told from a later one with the same number by its start."""

    pid: int
    created: float


def start(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start a command in a session of its own: Ctrl-C reaches only the supervisor, which ends all."""
    return subprocess.Popen(command, env=environment, start_new_session=True)  # noqa: S603  fixed commands


def describe(process: subprocess.Popen[bytes]) -> Started:
    """Return what is needed to find a process again."""
    return Started(process.pid, psutil.Process(process.pid).create_time())


def remember(path: Path, started: list[Started]) -> None:
    """Note the processes for the next start, should this one be killed."""
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps(started), encoding="ascii")
    draft.replace(path)


def recall(path: Path) -> list[Started]:
    """Return the processes that were noted; an unreadable note counts as none."""
    try:
        return [Started(*entry) for entry in json.loads(path.read_text(encoding="ascii"))]
    except (FileNotFoundError, ValueError):
        return []


def end_group(started: Started) -> bool:
    """End a process and all that it started. Returns whether anything was left to end.

    The group outlives its leader: a web server that was killed leaves its workers, which hold the port.
    """
    members = group_members(started)
    for member in members:
        _signal(member, signal.SIGTERM)
    _, stubborn = psutil.wait_procs(members, timeout=PATIENCE)
    for member in stubborn:
        _signal(member, signal.SIGKILL)
    psutil.wait_procs(stubborn, timeout=PATIENCE)
    return bool(members)


def group_members(started: Started) -> list[psutil.Process]:
    """Return the living processes of a group. None when its number has gone to somebody else's process."""
    try:
        if psutil.Process(started.pid).create_time() != started.created:
            return []
    except psutil.NoSuchProcess:
        # The leader is gone; the kernel keeps its number unused while the group has members.
        pass
    return [process for process in psutil.process_iter() if _belongs(process, started.pid)]


def _belongs(process: psutil.Process, group: int) -> bool:
    try:
        return os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE
    except (ProcessLookupError, PermissionError, psutil.Error):
        return False


def _signal(process: psutil.Process, number: signal.Signals) -> None:
    try:
        process.send_signal(number)
    except psutil.NoSuchProcess:
        return
