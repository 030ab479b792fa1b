"""Which descriptions of the API are kept in the repository, and what must they hold?

They are committed so that a change of the API shows in a review, and so that tools can take them without
running the site. ``manage.py write_openapi`` writes them; a test holds them against the code.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from delivery.description import json_schemas, openapi_document
from delivery.problem_page import problem_page
from delivery.typescript import typescript


def described_files() -> dict[Path, str]:
    """Return the text of each file by its path in the repository."""
    document = openapi_document()
    files = {
        Path("docs/api/openapi.json"): _text(document),
        Path("docs/api/problems.md"): problem_page(),
        Path("clients/typescript/polyclinic.d.ts"): typescript(document),
    }
    for name, schema in json_schemas().items():
        files[Path("schemas") / f"{name}.json"] = _text(schema)
    return files


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
