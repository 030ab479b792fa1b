"""Which browser walks the journeys? The machine's Chromium; installed with apt when there is none."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The fonts carry Arabic and Chinese: without them a screenshot shows boxes.
PACKAGES = ("chromium", "fonts-noto-core", "fonts-noto-cjk")


def chromium() -> str:
    """Return the path of the browser, or an empty text when there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), "")


def main() -> int:
    """Make sure that there is a browser. Returns the exit code."""
    if chromium():
        return 0
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.stderr.write("The journeys need Chromium. Install it, for example: sudo apt install chromium\n")
        return 1
    subprocess.run(["apt-get", "update", "--quiet"], check=True)  # noqa: S607
    subprocess.run(["apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES], check=True)  # noqa: S603, S607
    return 0


if __name__ == "__main__":
    sys.exit(main())
