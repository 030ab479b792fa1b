"""In which language was a piece of content written, and is the original public?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from localization.languages import default_language

if TYPE_CHECKING:
    from wagtail.models import Revision, TranslatableMixin


def translation_source(content_id: UUID, locale: str) -> TranslationSource | None:
    """Return the source that ``content_id`` is translated from into ``locale``, if there is one.

    A source in ``locale`` itself is not one: that language is then the source.
    """
    return (
        TranslationSource.objects.filter(object_id=content_id)
        .exclude(locale__language_code=locale)
        .select_related("locale")
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


def source_code(content_id: UUID, codes: Iterable[str]) -> str | None:
    """Return the language that content was written in first; ``codes`` are its languages, oldest first.

    The TranslationSource decides. Without one (content never sent to translation, or copied by other means)
    it is the default language, then the oldest. ``None`` when there is no content.
    """
    recorded = (
        TranslationSource.objects.filter(object_id=content_id)
        .order_by("pk")
        .values_list("locale__language_code", flat=True)
        .first()
    )
    if recorded is not None:
        return str(recorded)
    known = list(codes)
    return default_language().code if default_language().code in known else next(iter(known), None)


def own_live_revision(row: Any) -> Revision | None:
    """Return the revision that is live of a page or snippet, or ``None`` when nothing of it is public.

    A snippet that was copied for translation carries the *original's* live revision with it (measured on
    Wagtail 8.0.1): taken at its word, the English text would be public as the German one.
    """
    revision = row.live_revision
    return revision if revision is not None and revision.object_id == str(row.pk) else None


def is_live(row: Any) -> bool:
    """Say whether something of a page or snippet is public, as far as it alone decides."""
    return own_live_revision(row) is not None


def source_locale(instance: TranslatableMixin) -> str:
    """Return the language code that ``instance`` was written in first (see ``editions.source_code``)."""
    codes = [row.locale.language_code for row in siblings(instance)]
    return source_code(instance.translation_key, codes) or str(instance.locale.language_code)


def is_source(instance: TranslatableMixin) -> bool:
    """Say whether ``instance`` is the text that the other languages are translated from."""
    return source_locale(instance) == instance.locale.language_code


def is_source_live(instance: TranslatableMixin) -> bool:
    """Say whether the source of ``instance`` is public."""
    code = source_locale(instance)
    return any(row.locale.language_code == code and is_live(row) for row in siblings(instance))
