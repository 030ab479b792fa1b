"""Which types can become documents?

Asked of Django's app registry; no type is named here.
"""

from __future__ import annotations

from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import prefetch_related_objects
from wagtail.models import Page


@cache
def published_types() -> dict[str, type[Any]]:
    """Return every publishable model by its ``document_type``."""
    from publishing.published import Published

    return {
        model.document_type: model
        for model in apps.get_models()
        if issubclass(model, Published) and not model._meta.abstract
    }


def api_address(document_type: str, content_id: UUID, tag: str) -> str | None:
    """Return the API address of a document, or ``None`` for a type that the API does not serve."""
    collection = published_types()[document_type].api_collection
    return f"/api/v1/{collection}/{content_id}/?locale={tag}" if collection else None


def is_published(value: object) -> bool:
    """Say whether ``value`` is a page or snippet that can have a document.

    A chooser gives a plain ``Page`` whose specific type is not loaded; that counts as well.
    """
    return getattr(value, "translation_key", None) is not None and hasattr(value, "locale_id")


def rows_of(content_id: UUID, model: type[Any] | None = None) -> list[Any]:
    """Return the rows of one content in every language, the oldest first, without aliases.

    ``model`` saves looking in every table for it.
    """
    if model is None or issubclass(model, Page):
        pages = Page.objects.filter(translation_key=content_id, alias_of__isnull=True).order_by("pk")
        rows = [page for page in pages.specific() if is_published(page)]
        if rows or model is not None:
            return _with_locale_and_live_revision(rows)
    snippets = [other for other in published_types().values() if not issubclass(other, Page)]
    for kind in snippets if model is None else [model]:
        rows = list(kind._default_manager.filter(translation_key=content_id).order_by("pk"))
        if rows:
            return _with_locale_and_live_revision(rows)
    return []


def _with_locale_and_live_revision(rows: list[Any]) -> list[Any]:
    prefetch_related_objects(rows, "locale", "live_revision")
    return rows
