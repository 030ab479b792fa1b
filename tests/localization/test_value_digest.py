"""Is the value digest what docs/freshness.md says it is, on every machine and for ever?"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from localization.values import Place, normal, value_digest_of, values_of

VECTORS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "vectors" / "value_digest.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["name"]))
def test_a_vector(vector: dict[str, Any]) -> None:
    values = values_of(Place(path, "", value) for path, value in vector["values"])
    assert [list(pair) for pair in values] == json.loads(vector["canonical"])
    expected = "1:" + hashlib.sha256(vector["canonical"].encode()).hexdigest()
    assert value_digest_of(values) == vector["digest"] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("1E+2"), "100"),
        (0.1, "0.1"),
        (-0.0, "0"),
        (dt.date(2026, 3, 5), "2026-03-05"),
        (" e\u0301 ", "é"),
        ([1, [True, ""]], ["1", [True, ""]]),
        ({"b": 1, "a": False}, {"a": None, "b": "1"}),
    ],
)
def test_equal_values_look_equal(value: Any, expected: Any) -> None:
    assert normal(value) == expected
