"""Which types can become documents?

Asked of Django's app registry; no type is named here.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.apps import apps
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


def is_published(value: object) -> bool:
    """Say whether ``value`` is a page or snippet that can have a document."""
    return getattr(value, "translation_key", None) is not None and hasattr(value, "locale_id")


def find_row(content_id: Any, locale: str) -> Any | None:
    """Return the specific row of this content in this language, or ``None``. Aliases count as rows."""
    page = Page.objects.filter(translation_key=content_id, locale__language_code=locale).first()
    if page is not None:
        specific = page.specific_class
        return None if specific is None else specific._default_manager.filter(pk=page.pk).first()
    for model in published_types().values():
        if not issubclass(model, Page):
            row = model._default_manager.filter(
                translation_key=content_id, locale__language_code=locale
            ).first()
            if row is not None:
                return row
    return None
