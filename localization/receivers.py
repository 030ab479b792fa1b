"""What follows from a saved revision, and from the first page of a language?"""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page, Revision, TranslatableMixin

from localization.permissions.grants import open_home
from localization.provenance import record


@receiver(post_save, sender=Revision, dispatch_uid="localization.provenance")
def record_provenance(instance: Revision, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Record from which source text a new revision of a translation was made."""
    model = instance.content_type.model_class()
    if created and not raw and model is not None and issubclass(model, TranslatableMixin):
        record(instance)


@receiver(post_save, dispatch_uid="localization.home_page")
def open_to_translators(
    sender: type[Any], instance: Any, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Let the translators of a language into its home page: a page directly under the root."""
    if created and not raw and issubclass(sender, Page) and instance.depth == 2:
        open_home(instance)
