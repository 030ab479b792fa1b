"""Has every publishable type said what publishing needs of it?

System checks:

- E001: a type names its ``document_type``, and no other type has the same.
- E002: a page type names a template that exists.
- E003: a type has at least one section.
- E004: every page type that editors can create is publishable.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, Tags, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail.models import Page, get_page_models

from publishing.published import Published


def _published_models() -> list[type[Any]]:
    return [model for model in apps.get_models() if issubclass(model, Published)]


@register(Tags.models)
def check_published_types(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Run every rule over every publishable type."""
    models = _published_models()
    names = Counter(getattr(model, "document_type", None) for model in models)
    found = [message for model in models for message in _faults(model, names)]
    found += [
        Error(
            f"{model.__name__} is a page type whose pages would never be public.",
            hint="Let it inherit publishing.published.Published.",
            obj=model,
            id="publishing.E004",
        )
        for model in get_page_models()
        if model is not Page and model.is_creatable and not issubclass(model, Published)
    ]
    return found


def _faults(model: type[Any], names: Counter[str | None]) -> Iterator[CheckMessage]:
    name = getattr(model, "document_type", None)
    if name is None or names[name] != 1:
        yield Error(
            f"{model.__name__} has no document_type of its own.",
            hint="Give it a document_type that no other type has.",
            obj=model,
            id="publishing.E001",
        )
    if issubclass(model, Page) and not _template_exists(model.document_template):
        yield Error(
            f"The template {model.document_template!r} of {model.__name__} does not exist.",
            hint="Set document_template to a template under templates/.",
            obj=model,
            id="publishing.E002",
        )
    if not model.SECTIONS:
        yield Error(
            f"{model.__name__} has no sections.", hint="Declare SECTIONS.", obj=model, id="publishing.E003"
        )


def _template_exists(name: str | None) -> bool:
    if name is None:
        return False
    try:
        get_template(name)
    except TemplateDoesNotExist:
        return False
    return True
