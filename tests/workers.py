"""What do the processes of one test run make only once? The migrated database, and slow content."""

from __future__ import annotations

import fcntl
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from django.conf import settings
from django.db import connection

T = TypeVar("T")


def worker_number() -> int:
    """Return which of the workers of ``pytest -n`` this process is, from 0."""
    return int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))


def shared_directory(factory: pytest.TempPathFactory) -> Path:
    """Return the directory of this run; the workers of ``pytest -n`` have the same."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def turn(directory: Path, name: str) -> Iterator[None]:
    """Let one worker at a time do something."""
    with (directory / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def made_once(directory: Path, name: str, make: Callable[[], T]) -> T:
    """Return what ``make`` returns in whichever worker asks first. It must survive pickling."""
    kept = directory / f"{name}.pickle"
    with turn(directory, name):
        if not kept.exists():
            kept.write_bytes(pickle.dumps(make()))
        return pickle.loads(kept.read_bytes())  # our own, of this run


class MigratedDatabase:
    """A copy of the first worker's new database, which the others start from: migrating takes half a minute.

    Use it around pytest-django's own making of the databases.
    """

    def __init__(self, directory: Path) -> None:
        """Keep the name of the copy and the worker's turn in a directory that all workers see."""
        self.name = f"test_migrated_{os.environ.get('PYTEST_XDIST_TESTRUNUID', '')}"
        self.exists = directory / "migrated"
        self.is_ours = False
        self._turn = turn(directory, "migrating")

    def begin(self) -> None:
        """Wait for the worker that migrates; then copy what it has made, or else be that worker."""
        self._turn.__enter__()
        if self.exists.exists():
            settings.DATABASES["default"]["TEST"]["TEMPLATE"] = self.name
            connection.settings_dict["TEST"]["TEMPLATE"] = self.name

    def end(self) -> None:
        """Let the next worker have its turn, with a copy to start from."""
        if not self.exists.exists():
            self._command(f'CREATE DATABASE "{self.name}" TEMPLATE "{connection.settings_dict["NAME"]}"')
            self.exists.touch()
            self.is_ours = True
        self._turn.__exit__(None, None, None)

    def remove(self) -> None:
        """Drop the copy if this worker made it."""
        if self.is_ours:
            self._command(f'DROP DATABASE IF EXISTS "{self.name}"')

    @staticmethod
    def _command(statement: str) -> None:
        connection.close()
        with connection.creation._nodb_cursor() as cursor:  # type: ignore[attr-defined]  # as Django's own cloning
            cursor.execute(statement)
