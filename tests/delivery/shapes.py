"""Does a document have the shape that its committed JSON Schema promises?"""

from __future__ import annotations

import json
from typing import Any

import jsonschema
from django.conf import settings

OPENAPI = "docs/api/openapi.json"


def committed(path: str) -> Any:
    return json.loads((settings.BASE_DIR / path).read_text(encoding="utf-8"))


def component(name: str) -> Any:
    """Return one schema of the committed OpenAPI document, with all others beside it."""
    return {"$ref": f"#/components/schemas/{name}", "components": committed(OPENAPI)["components"]}


def closed(schema: Any) -> Any:
    """Return a schema that also refuses members which it does not name."""
    if isinstance(schema, dict):
        inner = {key: closed(value) for key, value in schema.items()}
        return inner | {"additionalProperties": False} if "properties" in schema else inner
    return [closed(value) for value in schema] if isinstance(schema, list) else schema


def faults(schema: Any, instance: Any) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(instance)]
