"""What does REDbot find wrong with the headers of an address?  In an environment of its own, made once."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

from cms.places import PROJECT_DIR

HERE = PROJECT_DIR / "tests" / "journeys" / "redbot"
REQUIREMENTS = HERE / "requirements.txt"


def faults(addresses: list[str]) -> dict[str, set[str]]:
    """Return what REDbot calls bad or questionable about each address."""
    command = [str(_python()), str(HERE / "examine.py"), *addresses]
    found: dict[str, list[str]] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return {address: set(remarks) for address, remarks in found.items()}


def _python() -> Path:
    """Return the Python of REDbot's environment, which is made if need be."""
    environment = PROJECT_DIR / "var" / "redbot"
    python, note = environment / "bin" / "python", environment / "installed"
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    if not note.exists() or note.read_text(encoding="ascii") != wanted:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(environment)], check=True)
        pip = [str(python), "-m", "pip", "install", "-qq", "--no-compile"]
        subprocess.run([*pip, "--requirement", str(REQUIREMENTS)], check=True)
        note.write_text(wanted, encoding="ascii")
    return python
