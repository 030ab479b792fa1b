"""What does the Nu Html Checker say of pages? https://validator.github.io/validator/"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from cms.npm_tool import Unreachable, install
from cms.programs import java

FOLDER = Path(__file__).parent / "vnu"
CHECKER = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def remarks(directory: Path) -> list[str]:
    """Return each error and warning on the HTML files of a directory, a sentence with its place.

    What the checker only mentions, such as a slash that does nothing, is left out.
    """
    try:
        assert install(FOLDER) == 0
    except Unreachable:
        pytest.skip("npm cannot be reached, so the Nu Html Checker was not run.")
    command = [java(), "-jar", str(CHECKER), "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, str(directory)], capture_output=True, text=True, check=True)
    return [
        f"{Path(message['url']).name}:{message.get('lastLine', '?')}: {message['message']} "
        f"{message.get('extract', '')}"
        for message in json.loads(done.stdout)["messages"]
        if message["type"] == "error" or message.get("subType") == "warning"
    ]
