"""When are caches in front told that something has changed?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.dispatch import receiver

from delivery.purging.tasks import purge
from publishing.signals import documents_changed


@receiver(documents_changed, dispatch_uid="delivery.purging")
def follow_documents(
    sender: type,
    content_id: UUID,
    document_type: str,
    languages: Mapping[str, Collection[str]],
    **kwargs: Any,
) -> None:
    """Let the worker tell them, once this transaction is committed; where there are none, do nothing."""
    if settings.WAGTAILFRONTENDCACHE:
        facets = {code: sorted(moved) for code, moved in languages.items()}
        purge.enqueue(str(content_id), document_type, facets)
