"""What is the whole API, in the formats that tools read? (OpenAPI 3.1, JSON Schema 2020-12.)"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.utils import translation
from drf_spectacular.generators import SchemaGenerator

from delivery.serializers import SCHEMAS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
COMPONENTS = "#/components/schemas/"
DEFINITIONS = "#/$defs/"


@cache
def openapi_document() -> dict[str, Any]:
    """Return the OpenAPI document of the addresses in ``delivery.urls``, in English."""
    with translation.override("en"):
        generator = SchemaGenerator(urlconf="delivery.urls")
        document: dict[str, Any] = _without_notes(generator.get_schema(request=None, public=True))
    return document


def _without_notes(schema: Any) -> Any:
    """Return a copy without drf-spectacular's marks for its own hooks (``x-spec-…``)."""
    if isinstance(schema, dict):
        return {key: _without_notes(value) for key, value in schema.items() if not key.startswith("x-spec-")}
    return [_without_notes(value) for value in schema] if isinstance(schema, list) else schema


def json_schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each document type that has a shape of its own, by type."""
    components = openapi_document()["components"]["schemas"]
    return {name: _json_schema(shape.__name__, components) for name, shape in sorted(SCHEMAS.items())}


def _json_schema(name: str, components: dict[str, Any]) -> dict[str, Any]:
    used = _reachable(name, components)
    definitions = {key: _redirect(components[key]) for key in sorted(used - {name})}
    return {"$schema": DIALECT, **_redirect(components[name]), "$defs": definitions}


def _reachable(name: str, components: dict[str, Any]) -> set[str]:
    found: set[str] = set()
    open_names = [name]
    while open_names:
        current = open_names.pop()
        if current not in found:
            found.add(current)
            open_names += _references(components[current])
    return found


def _references(schema: Any) -> list[str]:
    if isinstance(schema, dict):
        own = [schema["$ref"].removeprefix(COMPONENTS)] if "$ref" in schema else []
        return own + [name for value in schema.values() for name in _references(value)]
    if isinstance(schema, list):
        return [name for value in schema for name in _references(value)]
    return []


def _redirect(schema: Any) -> Any:
    """Return a copy whose references point into ``$defs``."""
    if isinstance(schema, dict):
        return {
            key: value.replace(COMPONENTS, DEFINITIONS) if key == "$ref" else _redirect(value)
            for key, value in schema.items()
        }
    return [_redirect(value) for value in schema] if isinstance(schema, list) else schema
