"""How does the project run its own PostgreSQL when there is no ``DATABASE_URL``?

Every process that needs the server holds a shared lock on one file; the last one to let go stops the server.
The kernel drops the lock of a process that is killed, so nothing has to be counted. Knows no Django.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg

from cms.database_home import MAJOR_VERSION, EmbeddedDatabaseError, Home, prepare_home, programs
from cms.database_home import socket_dir as socket_dir_of
from cms.places import state_dir
from cms.settings.env import env

NAME = USER = "polyclinic"
# Seconds that a start may take: a server that was killed first replays its log.
START_TIMEOUT = 60

INITDB_OPTIONS = (
    f"--username={USER}",
    # Whoever reaches the socket, in a directory of mode 0700, is its owner.
    "--auth=trust",
    "--encoding=UTF8",
    # Needs no locale of the machine, and sorts the same everywhere.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
    "--no-sync",
)

SERVER_SETTINGS = """
# Written by cms/database.py; read after postgresql.conf.
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 100
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
"""


def socket_dir() -> Path:
    """Return the directory of the server's socket: the host to connect to, whether the server runs or not."""
    return socket_dir_of(prepare_home(state_dir(env.state_dir)))


@contextmanager
def hold(state: Path | None = None) -> Iterator[None]:
    """Keep the server up while the block runs: start it when it is down, stop it when nobody else holds it.

    Args:
        state: the state directory the server belongs to; the project's by default.

    Raises:
        EmbeddedDatabaseError: the server does not start; the message names its log.
    """
    state = state or state_dir(env.state_dir)
    holders = os.open(state / "postgres.holders", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        with _turn(state):
            fcntl.flock(holders, fcntl.LOCK_SH)
            ensure_running(prepare_home(state))
        try:
            yield
        finally:
            with _turn(state):
                if _nobody_else(holders):
                    stop_server(prepare_home(state))
    finally:
        os.close(holders)


def stop(state: Path | None = None) -> bool:
    """Stop the server whoever holds it. Returns whether there was one to stop."""
    state = state or state_dir(env.state_dir)
    with _turn(state):
        return stop_server(prepare_home(state))


def revive(state: Path | None = None) -> None:
    """Start the server again when it was killed under those who hold it. Cheap when it lives."""
    state = state or state_dir(env.state_dir)
    home = prepare_home(state)
    if postmaster(home) is None:
        with _turn(state):
            ensure_running(home)


@contextmanager
def _turn(state: Path) -> Iterator[None]:
    """Let one process at a time look at the server and change it."""
    descriptor = os.open(state / "postgres.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _nobody_else(holders: int) -> bool:
    try:
        fcntl.flock(holders, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def ensure_running(home: Home) -> None:
    """Bring the server up from any state it may have been left in, and make sure its database exists."""
    deadline = time.monotonic() + START_TIMEOUT
    while not answers(home):
        if time.monotonic() > deadline:
            raise EmbeddedDatabaseError(f"The embedded database does not answer. Its log is {home.log}.")
        if postmaster(home) is None:
            _clear_leftovers(home)
            _initialise(home)
            _run(home, "pg_ctl", "-D", "data", "-l", str(home.log), "-w", "-t", str(START_TIMEOUT), "start")
        else:
            # It is starting up or shutting down on its own; both take moments.
            threading.Event().wait(0.1)
    _create_database(home)


def answers(home: Home) -> bool:
    """Tell whether the server takes connections. Nothing else proves it: pid files lie after a kill -9."""
    try:
        _connect(home).close()
    except psycopg.OperationalError:
        return False
    return True


def postmaster(home: Home) -> psutil.Process | None:
    """Return the main process of the server, or None. A pid that now belongs to another program is not it."""
    try:
        pid = int((home.data / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0])
        process = psutil.Process(pid)
        ours = Path(process.cwd()) == home.data.resolve() and process.status() != psutil.STATUS_ZOMBIE
    except (FileNotFoundError, ValueError, psutil.Error):
        return None
    return process if ours else None


def stop_server(home: Home) -> bool:
    """Stop the server, breaking off open transactions. Returns whether it ran."""
    if postmaster(home) is None:
        return False
    _run(home, "pg_ctl", "-D", "data", "-m", "fast", "-w", "-t", str(START_TIMEOUT), "stop")
    return True


def _connect(home: Home) -> psycopg.Connection:
    return psycopg.connect(
        host=str(socket_dir_of(home)), user=USER, dbname="postgres", connect_timeout=5, autocommit=True
    )


def _clear_leftovers(home: Home) -> None:
    """Remove what a killed server left: its children, its pid file, its socket."""
    orphans = [p for p in psutil.process_iter() if _works_in(p, home.data)]
    for orphan in orphans:
        orphan.kill()
    psutil.wait_procs(orphans, timeout=10)
    (home.data / "postmaster.pid").unlink(missing_ok=True)
    for leftover in socket_dir_of(home).glob(".s.PGSQL.*"):
        leftover.unlink()


def _works_in(process: psutil.Process, directory: Path) -> bool:
    try:
        return process.name() == "postgres" and Path(process.cwd()) == directory.resolve()
    except psutil.Error:
        return False


def _initialise(home: Home) -> None:
    """Make the data directory; a half-made one from an interrupted start is thrown away first."""
    version = home.data / "PG_VERSION"
    if home.data.exists():
        found = version.read_text(encoding="ascii").strip()
        if found != MAJOR_VERSION:
            raise EmbeddedDatabaseError(
                f"The data in {home.data} was written by PostgreSQL {found}, this is {MAJOR_VERSION}. "
                "Move the directory away to start afresh."
            )
    else:
        shutil.rmtree(home.directory / "data.draft", ignore_errors=True)
        _run(home, "initdb", "-D", "data.draft", *INITDB_OPTIONS)
        (home.directory / "data.draft").rename(home.data)
    _write_settings(home)


def _write_settings(home: Home) -> None:
    directory = str(socket_dir_of(home)).replace("'", "''")
    settings = home.data / "postgresql.auto.conf"
    settings.write_text(f"{SERVER_SETTINGS}unix_socket_directories = '{directory}'\n", encoding="utf-8")
    home.hand_over(settings)


def _create_database(home: Home) -> None:
    with _connect(home) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone()
        if found is None:
            connection.execute(f"CREATE DATABASE {NAME}")


def _run(home: Home, command: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs inside the home, as the server's user.

    Output goes to a file: a pipe would stay open in the server that ``pg_ctl`` leaves behind.
    """
    with (home.directory / "commands.log").open("ab") as output:
        done = subprocess.run(
            [programs(home) / command, *arguments],
            cwd=home.directory,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            check=False,
            **home.as_account(),
        )
    if done.returncode != 0:
        raise EmbeddedDatabaseError(
            f"The embedded database failed at `{command}`. "
            f"Read {home.log} and {home.directory / 'commands.log'}."
        )


if __name__ == "__main__":
    sys.stdout.write("Stopped.\n" if stop() else "The embedded database was not running.\n")
