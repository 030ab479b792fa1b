"""Are the documents of four languages, byte for byte, what was reviewed and committed?

After an intended change: ``pytest tests/delivery/test_golden.py --write-golden``, and read the difference.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.delivery.conftest import TREATMENT

GOLDEN = Path(__file__).parent / "golden"


def comparable(value: Any) -> Any:
    """Return the document with members in order of their names and without what differs from run to run.

    That is the id of a picture, which is made from its number in the database, and the digest of a section,
    in which pictures and sources count by their number.
    """
    if isinstance(value, dict):
        ordered = {key: comparable(value[key]) for key in sorted(value)}
        if value.get("source_digest"):
            ordered["source_digest"] = "…"
        return ordered | {"id": "…"} if "renditions" in value else ordered
    return [comparable(item) for item in value] if isinstance(value, list) else value


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("locale", ["en", "de", "ar", "zh-hans"])
def test_the_document_is_the_one_that_was_reviewed(
    client: Client, locale: str, request: pytest.FixtureRequest
) -> None:
    document = client.get(f"/api/v1/treatments/{TREATMENT}/", {"locale": locale}).json()
    text = json.dumps(comparable(document), ensure_ascii=False, indent=1) + "\n"
    file = GOLDEN / f"treatment.{locale}.json"
    if request.config.getoption("--write-golden"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
