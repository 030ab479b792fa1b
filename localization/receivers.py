"""When is provenance written down? Whenever a revision is saved, in the same transaction."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Revision, TranslatableMixin

from localization.provenance import record


@receiver(post_save, sender=Revision, dispatch_uid="localization.provenance")
def record_provenance(instance: Revision, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Record from which source text a new revision of a translation was made."""
    model = instance.content_type.model_class()
    if created and not raw and model is not None and issubclass(model, TranslatableMixin):
        record(instance)
