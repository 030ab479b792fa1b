"""In which language was a piece of content written, and what is its live source text?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from localization.languages import default_language

if TYPE_CHECKING:
    from wagtail.models import TranslatableMixin


def translation_source(content_id: UUID, locale: str) -> TranslationSource | None:
    """Return the source that ``content_id`` is translated from into ``locale``, if there is one.

    A source in ``locale`` itself is not one: that language is then the source.
    """
    return (
        TranslationSource.objects.filter(object_id=content_id)
        .exclude(locale__language_code=locale)
        .order_by("pk")
        .first()
    )


def siblings(instance: TranslatableMixin) -> list[Any]:
    """Return the rows of this content in every language, itself included, without aliases."""
    model: Any = type(instance)
    rows = model.objects.filter(translation_key=instance.translation_key).select_related("locale")
    if issubclass(model, Page):
        rows = rows.filter(alias_of__isnull=True)
    return list(rows.order_by("pk"))


def source_locale(instance: TranslatableMixin) -> str:
    """Return the language code that ``instance`` was written in first.

    The TranslationSource decides. Content that was never sent to translation is its own source; where
    several languages exist without any record of translation (copies made by other means), the default
    language is taken, then the oldest.
    """
    recorded = TranslationSource.objects.filter(object_id=instance.translation_key).order_by("pk").first()
    if recorded is not None:
        return str(recorded.locale.language_code)
    codes = [row.locale.language_code for row in siblings(instance)]
    if not codes:
        return str(instance.locale.language_code)
    return default_language().code if default_language().code in codes else codes[0]


def is_source(instance: TranslatableMixin) -> bool:
    """Say whether ``instance`` is the text that the other languages are translated from."""
    return source_locale(instance) == instance.locale.language_code


def live_object(instance: Any) -> Any | None:
    """Return the live revision of a page or snippet as an object, or ``None`` when it is not public.

    Never the row: a saved draft of a translation writes fallback text of the source language into the
    live row, and a draft of a snippet clears its ``live`` flag (wagtail-localize-traps, section 20).
    """
    revision = instance.live_revision
    return None if revision is None else revision.as_object()


def live_source(instance: TranslatableMixin) -> Any | None:
    """Return the live revision of the source of ``instance`` as an object, if the source is public."""
    code = source_locale(instance)
    model: Any = type(instance)
    try:
        row = model.objects.select_related("live_revision", "locale").get(
            translation_key=instance.translation_key, locale__language_code=code
        )
    except ObjectDoesNotExist:
        return None
    return live_object(row)


def is_row(instance: Model) -> bool:
    """Say whether ``instance`` still has its row in the database."""
    return type(instance)._default_manager.filter(pk=instance.pk).exists()
