"""Which faults of wagtail-localize 1.14.5 are mended here, until it mends them itself?

Each of them answered an editor with an error page (measured: wagtail-localize-traps, section 3).
"""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    TranslationSource,
    post_save_string_translation,
)

LONGEST_TITLE = Page._meta.get_field("draft_title").max_length


def mend() -> None:
    """Put our receivers in the place of theirs. Called once, when the app is ready."""
    post_save.disconnect(post_save_string_translation, sender=StringTranslation)
    post_save.connect(show_title, sender=StringTranslation, dispatch_uid="localization.draft_title")


def show_title(instance: StringTranslation, **kwargs: Any) -> None:
    """Show a translated title in the admin's lists, as much of it as fits.

    Stock writes all of it, which PostgreSQL refuses. That it is too long is then said where the title is
    edited, when the translation is published.
    """
    if instance.context.path == "title":
        pages = Page.objects.filter(translation_key=instance.context.object_id, locale_id=instance.locale_id)
        pages.update(draft_title=instance.data[:LONGEST_TITLE])


@receiver(post_delete, dispatch_uid="localization.dangling")
def drop_dangling_overrides(sender: type[Any], instance: Any, **kwargs: Any) -> None:
    """Let translations whose own choice of a picture or page was deleted use what the original shows."""
    if sender is not Page and not issubclass(sender, get_image_model()):
        return
    for override in SegmentOverride.objects.filter(data_json=str(instance.pk)).select_related("context"):
        if _points_to(override, sender):
            override.delete()


def _points_to(override: SegmentOverride, model: type[Any]) -> bool:
    """Say whether an override, which holds a bare number, stands where a ``model`` is chosen."""
    source = TranslationSource.objects.filter(object_id=override.context.object_id).first()
    if source is None:
        return False
    instance = source.as_instance()
    field, *names = override.context.get_field_path(instance).split(".")
    declared = instance._meta.get_field(field)
    block = getattr(declared, "stream_block", None)
    chosen = declared.related_model if block is None else _chosen_at(block, names)
    return chosen is not None and (issubclass(chosen, model) or issubclass(model, chosen))


def _chosen_at(block: Any, names: list[str]) -> type[Any] | None:
    """Return what the chooser at the end of a path of block names offers, ``None`` if there is no chooser."""
    for name in names:
        children = getattr(block, "child_blocks", {})
        block = children.get(name, getattr(block, "child_block", None))
    return getattr(block, "target_model", None)
