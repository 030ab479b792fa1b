"""How does the OpenAPI document read in TypeScript? One ``export`` for each schema."""

from __future__ import annotations

import json
from typing import Any

from delivery.description import COMPONENTS

_HEADER = """// Written by `make openapi` from docs/api/openapi.json. Do not edit.
"""
_NAMES = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


def typescript(document: dict[str, Any]) -> str:
    """Return the text of a declaration file with the types of all schemas of an OpenAPI document."""
    schemas = document["components"]["schemas"]
    return "\n".join([_HEADER, *(_declaration(name, schemas[name]) for name in sorted(schemas))])


def _declaration(name: str, schema: dict[str, Any]) -> str:
    said = _comment(schema, "")
    if schema.get("type") == "object" and "properties" in schema:
        return f"{said}export interface {name} {_object(schema, '')}\n"
    return f"{said}export type {name} = {_type(schema, '')};\n"


def _comment(schema: dict[str, Any], indent: str) -> str:
    text = schema.get("description", "").replace("*/", "* /")
    return f"{indent}/** {' '.join(text.split())} */\n" if text else ""


def _object(schema: dict[str, Any], indent: str) -> str:
    inner, required = f"{indent}  ", schema.get("required", ())
    members = (
        f"{_comment(value, inner)}{inner}{name}{'' if name in required else '?'}: {_type(value, inner)};\n"
        for name, value in schema["properties"].items()
    )
    return f"{{\n{''.join(members)}{indent}}}"


def _type(schema: dict[str, Any], indent: str) -> str:
    """Return the type of a schema (JSON Schema 2020-12, as far as drf-spectacular writes it)."""
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(COMPONENTS)
    if "enum" in schema:
        return " | ".join(json.dumps(value, ensure_ascii=False) for value in schema["enum"])
    for name, sign in (("oneOf", " | "), ("anyOf", " | "), ("allOf", " & ")):
        if name in schema:
            return sign.join(dict.fromkeys(_type(part, indent) for part in schema[name]))
    kinds = schema.get("type", [])
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return " | ".join(_kind(kind, schema, indent) for kind in kinds) or "unknown"


def _kind(kind: str, schema: dict[str, Any], indent: str) -> str:
    if kind == "array":
        return f"Array<{_type(schema.get('items', {}), indent)}>"
    if kind != "object":
        return _NAMES[kind]
    if "properties" in schema:
        return _object(schema, indent)
    values = schema.get("additionalProperties", {})
    return f"Record<string, {_type(values if isinstance(values, dict) else {}, indent)}>"
