"""Which programs do the journeys need? Chromium, nginx and Java; installed with apt when missing."""

import os
import shutil
import subprocess
import sys

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Debian puts it where only root looks.
NGINX = ("nginx", "/usr/sbin/nginx")
# The fonts carry Arabic and Chinese: without them a screenshot shows boxes.
# For the Nu Html Checker, which is a Java program.
JAVA = ("java",)
PACKAGES = {
    CHROMIUM: ("chromium", "fonts-noto-core", "fonts-noto-cjk"),
    NGINX: ("nginx-light",),
    JAVA: ("default-jre-headless",),
}


def chromium() -> str:
    """Return the path of the browser, or an empty text when there is none."""
    return _first(CHROMIUM)


def nginx() -> str:
    """Return the path of nginx, or an empty text when there is none."""
    return _first(NGINX)


def java() -> str:
    """Return the path of Java's runtime, or an empty text when there is none."""
    return _first(JAVA)


def _first(names: tuple[str, ...]) -> str:
    return next((path for name in names if (path := shutil.which(name))), "")


def main() -> int:
    """Make sure that all programs are there. Returns the exit code."""
    missing = [package for names, packages in PACKAGES.items() if not _first(names) for package in packages]
    if not missing:
        return 0
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        wanted = " ".join(missing)
        sys.stderr.write(
            f"The journeys need other programs. Install them, for example: sudo apt install {wanted}\n"
        )
        return 1
    subprocess.run(["apt-get", "update", "--quiet"], check=True)  # noqa: S607
    subprocess.run(["apt-get", "install", "--yes", "--no-install-recommends", *missing], check=True)  # noqa: S603, S607
    return 0


if __name__ == "__main__":
    sys.exit(main())
