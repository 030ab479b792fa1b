"""Where does the project keep its files? Knows no Django: the database starts before the settings."""

import hashlib
import os
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parent.parent


def state_dir(chosen: str = "") -> Path:
    """Return the directory for everything that is made at run time (database, media, keys), and create it.

    The owner of the project keeps it in ``var/`` inside the project. Anybody else who runs the same checkout
    gets a directory of their own under their home: two users never trip over each other's files.

    Args:
        chosen: the value of ``STATE_DIR``; it wins when it is not empty.
    """
    if chosen:
        directory = Path(chosen).resolve()
    elif PROJECT_DIR.stat().st_uid == os.geteuid():
        directory = PROJECT_DIR / "var"
    else:
        return private_state_dir()
    directory.mkdir(parents=True, exist_ok=True)
    return directory


def private_state_dir() -> Path:
    """Return the directory of a user who does not own the checkout, and create it."""
    directory = Path.home() / ".local" / "state" / f"polyclinic-{short_digest(PROJECT_DIR)}"
    directory.mkdir(parents=True, exist_ok=True)
    return directory


def short_digest(path: Path) -> str:
    """Return 12 hexadecimal digits that stand for a path, for names that must stay short."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
