"""A state directory of its own for each test of the embedded database, and processes that hold its server."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from cms import database
from cms.database_home import _wheel_binaries, prepare_home, socket_dir
from cms.places import PROJECT_DIR

HOLDER = """
import sys, pathlib
from cms import database
with database.hold(pathlib.Path(sys.argv[1])):
    print("up", flush=True)
    sys.stdin.read()
"""


@contextmanager
def state_directory(length: int = 0) -> Iterator[Path]:
    """Yield a directory that anybody may enter, with a space in its name; afterwards nothing is left of it.

    Args:
        length: make the whole path at least this long.
    """
    # Not pytest's own: only its owner may enter that, and as root the server is another user.
    above = Path(tempfile.mkdtemp(prefix="polyclinic test "))
    above.chmod(0o755)
    state = above / ("long " + "x" * max(1, length - len(str(above)) - 6))
    state.mkdir()
    try:
        yield state
    finally:
        database.stop(state)
        home = prepare_home(state)
        shutil.rmtree(socket_dir(home))
        shutil.rmtree(home.directory)
        above.chmod(0o755)
        shutil.rmtree(above)


def install_linked(directory: Path) -> Path:
    """Install the wheel's binaries once more, as hard links if possible. Returns the programs' directory."""
    binaries = _wheel_binaries()
    package = binaries.parent.parent
    for source in (package, package.with_name(f"{package.name}.libs")):
        if source.exists():
            shutil.copytree(source, directory / source.name, symlinks=True, copy_function=_link)
    return directory / binaries.relative_to(package.parent)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # on another file system
        shutil.copy2(source, target)


def ask(state: Path, sql: str) -> object:
    """Return the first value that a statement gives on the server of a state directory."""
    address = str(socket_dir(prepare_home(state)))
    with psycopg.connect(
        host=address, user=database.USER, dbname=database.NAME, autocommit=True
    ) as connection:
        cursor = connection.execute(sql)
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None


def runs(state: Path) -> bool:
    """Tell whether the server of a state directory has a process."""
    return database.postmaster(prepare_home(state)) is not None


def start_holder(state: Path) -> subprocess.Popen[str]:
    """Start another process that holds the server; it may not hold it yet."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(state)],
        cwd=PROJECT_DIR,
        env={name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def wait_until_up(holder: subprocess.Popen[str]) -> None:
    """Wait until a holder has its server."""
    assert holder.stdout is not None
    assert holder.stdout.readline() == "up\n"


def let_go(holder: subprocess.Popen[str]) -> None:
    """Tell a holder to end in good order, and wait for it."""
    holder.communicate(timeout=60)
    assert holder.returncode == 0


def kill(holder: subprocess.Popen[str]) -> None:
    """Kill a holder as `kill -9` does."""
    holder.kill()
    holder.communicate()
