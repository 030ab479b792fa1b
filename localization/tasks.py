"""What does localization do outside the request?"""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django_tasks import task
from wagtail_localize.models import TranslationSource


@task()
def sync_segments(content_id: str) -> bool:
    """Offer translators the strings of the source as it is now published; say whether there is a source.

    Enqueued when a source is published: at that moment its row is its live content, which is what
    ``update_from_db`` reads (wagtail-localize-traps, section 1, “Draft trap”). Running it twice is harmless.
    """
    source = TranslationSource.objects.filter(object_id=UUID(content_id)).order_by("pk").first()
    if source is None:
        return False
    try:
        source.update_from_db()
    except ObjectDoesNotExist:
        return False  # deleted between the publication and this task
    return True
