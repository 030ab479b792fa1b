"""Is the code in order? Runs every check, says which failed, and ends with 1 if any did."""

import os
import subprocess
import sys
from pathlib import Path

from cms.places import PROJECT_DIR

PYTHON = sys.executable
# Beside the Python of the environment, which need not be on the PATH.
TOOLS = Path(PYTHON).parent


def checks() -> dict[str, list[str]]:
    """Return the command line of each check by its name."""
    templates = [str(path) for path in sorted((PROJECT_DIR / "templates").rglob("*.html"))]
    return {
        "style": [PYTHON, "-m", "ruff", "check", "."],
        "format": [PYTHON, "-m", "ruff", "format", "--check", "."],
        "types": [PYTHON, "-m", "mypy", "."],
        "layers": [str(TOOLS / "lint-imports"), "--no-logo"],
        "templates": [str(TOOLS / "djade"), "--target-version", "5.2", "--check", *templates],
        "system checks": [PYTHON, "manage.py", "check", "--fail-level", "WARNING"],
        "migrations": [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"],
        "pins": [PYTHON, "-m", "pip", "check"],
    }


def main() -> int:
    """Run all checks, also after one has failed. Returns the exit code."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test"}
    failed = []
    for name, command in checks().items():
        sys.stdout.write(f"── {name}\n")
        sys.stdout.flush()
        if subprocess.run(command, cwd=PROJECT_DIR, env=environment, check=False).returncode != 0:  # noqa: S603
            failed.append(name)
    sys.stdout.write(f"Failed: {', '.join(failed)}.\n" if failed else "All checks passed.\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
