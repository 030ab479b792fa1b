"""Does every translatable type keep the rules that make its translation complete?

System checks:

- E001: every translated field belongs to exactly one section.
- E002: every block tree has only shapes whose whole text reaches translators.
- E003: a translatable snippet has drafts and revisions and keeps the one-per-language constraint.
- E004: no type sets ``translatable_fields``.
- E005: no LocaleSynchronization exists: it would publish untranslated pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connection
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, Page, RevisionMixin, TranslatableMixin

from localization.fields import get_translatable_fields
from localization.sections import Section
from localization.shapes import faults_of


def own_translatable_models() -> list[type[Any]]:
    """Return the translatable types of this project (not those of Wagtail or its add-ons)."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, TranslatableMixin) and hasattr(model, "SECTIONS")
    ]


def check_sections(model: type[Any]) -> Iterator[CheckMessage]:
    """E001: each translated field is named by one section, and each named field exists."""
    sections: tuple[Section, ...] = model.SECTIONS
    named = [name for section in sections for name in section.fields]
    translated = [
        declared.field_name for declared in get_translatable_fields(model) if declared.is_translated(None)
    ]
    for name in translated:
        if named.count(name) != 1:
            yield Error(
                f"{model.__name__}.{name} is translated but belongs to {named.count(name)} sections.",
                hint="Name it in exactly one Section of SECTIONS.",
                obj=model,
                id="localization.E001",
            )
    fields = {field.name for field in model._meta.get_fields()}
    for name in named:
        if name not in fields:
            yield Error(
                f"A section of {model.__name__} names the field “{name}”, which does not exist.",
                hint="Correct the name in SECTIONS.",
                obj=model,
                id="localization.E001",
            )


def check_blocks(model: type[Any]) -> Iterator[CheckMessage]:
    """E002: no block shape that wagtail-localize loses or crashes on."""
    for field in model._meta.get_fields():
        if isinstance(field, StreamField):
            for fault in faults_of(field.stream_block, field.name):
                yield Error(f"{model.__name__}.{fault}", obj=model, id="localization.E002")


def check_snippet(model: type[Any]) -> Iterator[CheckMessage]:
    """E003: drafts, revisions, and one row for each language."""
    if issubclass(model, Page):
        return
    if not issubclass(model, DraftStateMixin) or not issubclass(model, RevisionMixin):
        yield Error(
            f"{model.__name__} is translatable but has no drafts: its translations would always be live.",
            hint="Add DraftStateMixin and RevisionMixin.",
            obj=model,
            id="localization.E003",
        )
    if ("translation_key", "locale") not in {tuple(names) for names in model._meta.unique_together}:
        yield Error(
            f"{model.__name__} may have two rows for one language.",
            hint="Let its Meta inherit TranslatableMixin.Meta.",
            obj=model,
            id="localization.E003",
        )


def check_declaration(model: type[Any]) -> Iterator[CheckMessage]:
    """E004: the automatic list of fields stays in force."""
    if "translatable_fields" in vars(model):
        yield Error(
            f"{model.__name__} sets translatable_fields, so new fields would silently not be translated.",
            hint="Use override_translatable_fields.",
            obj=model,
            id="localization.E004",
        )


@register(Tags.models)
def check_translatable_types(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Run every rule over every translatable type of the project."""
    found: list[CheckMessage] = []
    for model in own_translatable_models():
        for rule in (check_declaration, check_snippet, check_sections, check_blocks):
            found.extend(rule(model))
    return found


@register(Tags.database)
def check_no_locale_synchronisation(
    databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E005: locale synchronisation publishes untranslated pages in the other language."""
    model = apps.get_model("wagtail_localize", "LocaleSynchronization")
    # The first `migrate` runs this check before there is a table.
    if not databases or model._meta.db_table not in connection.introspection.table_names():
        return []
    return [
        Error(
            f"The language {row.locale} is synchronised from {row.sync_from}: untranslated pages go live.",
            hint="Remove the synchronisation under Settings › Locales.",
            id="localization.E005",
        )
        for row in model.objects.all()
    ]
