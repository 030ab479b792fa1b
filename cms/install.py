"""How does a fresh checkout get its Python environment? ``python3 -m cms.install [--dev] ARGUMENTS``.

Finds or makes the environment, installs the pinned requirements once, then becomes its Python with ARGUMENTS.
Runs before anything is installed, on whatever ``python3`` the machine has: the standard library only.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from cms.places import PROJECT_DIR, private_state_dir

OLDEST_PYTHON = (3, 11)


def main(arguments: list[str]) -> NoReturn:
    """Replace this process by the environment's Python.

    Args:
        arguments: an optional ``--dev`` (the tools for tests and checks too), then what Python shall run.
    """
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(
            f"Polyclinic needs Python 3.11 or newer, and {sys.executable} is {sys.version.split()[0]}. "
            "Install a newer one and name it, for example: make run PYTHON=python3.12"
        )
    dev = arguments[:1] == ["--dev"]
    environment = choose_environment(dev)
    if not is_current(environment, dev):
        with (environment.parent / f"{environment.name}.lock").open("w") as lock:
            # `make run` and `make test` may be started at once in a fresh checkout.
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not is_current(environment, dev):
                install(environment, dev)
    python = str(environment / "bin" / "python")
    os.execv(python, [python, *arguments[dev:]])  # noqa: S606  the arguments come from our own Makefile


def choose_environment(dev: bool) -> Path:
    """Return ``.venv``; but one of our own where ``.venv`` is another user's and lacks what we need."""
    shared = PROJECT_DIR / ".venv"
    if PROJECT_DIR.stat().st_uid == os.geteuid() or is_current(shared, dev):
        return shared
    return private_state_dir() / "venv"


def is_current(environment: Path, dev: bool) -> bool:
    """Tell whether an environment has exactly what the requirement files say now."""
    if not os.access(environment / "bin" / "python", os.X_OK):
        return False
    notes = ["installed-dev"] if dev else ["installed-run", "installed-dev"]
    for note in notes:
        path = environment / note
        if path.exists() and path.read_text(encoding="ascii") == fingerprint(note == "installed-dev"):
            return True
    return False


def fingerprint(dev: bool) -> str:
    """Return a digest of the requirement files that count."""
    digest = hashlib.sha256((PROJECT_DIR / "requirements.txt").read_bytes())
    if dev:
        digest.update((PROJECT_DIR / "requirements-dev.txt").read_bytes())
    return digest.hexdigest()


def install(environment: Path, dev: bool) -> None:
    """Make the environment when it is missing or broken, and install the pinned requirements."""
    requirements = "requirements-dev.txt" if dev else "requirements.txt"
    python = environment / "bin" / "python"
    if not os.access(python, os.X_OK):
        say(f"Making the Python environment in {environment} …")
        run(
            "Install the venv module of your Python (on Debian and Ubuntu: apt install python3-venv).",
            [sys.executable, "-m", "venv", "--clear", str(environment)],
        )
    say(f"Installing {requirements} …")
    # Python compiles what it imports, and that is a small part of all: half of the time is saved.
    # And all that is needed is pinned, so nothing has to be worked out (`make lint` checks that).
    pip = [str(python), "-m", "pip", "install", "-qq", "--no-compile", "--no-deps"]
    run(
        f"Installing {requirements} failed; the lines above say why.",
        [*pip, "--requirement", str(PROJECT_DIR / requirements)],
    )
    (environment / ("installed-dev" if dev else "installed-run")).write_text(
        fingerprint(dev), encoding="ascii"
    )


def run(advice: str, command: list[str]) -> None:
    """Run a command; when it fails, end with the advice."""
    if subprocess.run(command, check=False).returncode != 0:  # noqa: S603  fixed commands
        sys.exit(advice)


def say(line: str) -> None:
    """Tell on standard error what takes a while."""
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
