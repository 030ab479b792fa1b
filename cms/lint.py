"""Is the code in order? Runs every check, says which failed, and ends with 1 if any did."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cms.places import PROJECT_DIR

PYTHON = sys.executable
# Beside the Python of the environment, which need not be on the PATH.
TOOLS = Path(PYTHON).parent


def npm_tool(*arguments: str) -> list[str]:
    """Return the command line of a tool from npm: its folder, its script, and what it is given."""
    return [PYTHON, "-m", "cms.npm_tool", *arguments]


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
        "client types": npm_tool("clients/typescript", "typescript/bin/tsc", "--project", "."),
        "OpenAPI": npm_tool("docs/api/redocly", "@redocly/cli/bin/cli.js", "lint", "../openapi.json"),
        "webhook example": npm_tool("docs/api/javascript", "../try-webhooks.mjs"),
        "pins": [PYTHON, "-m", "pip", "check"],
    }


def run(command: list[str]) -> tuple[int, str]:
    """Run one check; return its exit code and what it says."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test"}
    done = subprocess.run(  # noqa: S603
        command,
        cwd=PROJECT_DIR,
        env=environment,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.returncode, done.stdout


def main() -> int:
    """Run all checks, two at a time, also after one has failed. Returns the exit code."""
    commands, failed = checks(), []
    with ThreadPoolExecutor(2) as pool:
        # Each is told in its turn, however long another takes.
        for name, (code, said) in zip(commands, pool.map(run, commands.values()), strict=True):
            sys.stdout.write(f"── {name}\n{said}")
            sys.stdout.flush()
            if code != 0:
                failed.append(name)
    sys.stdout.write(f"Failed: {', '.join(failed)}.\n" if failed else "All checks passed.\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
