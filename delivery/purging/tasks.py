"""What does the worker tell caches in front?  The task may run twice; its row is written with the change."""

from __future__ import annotations

from uuid import UUID

from django_tasks import task
from wagtail.contrib.frontend_cache.tasks import purge_urls_from_cache_task

# Addresses in one call of a backend, which divides them further where its service wants that.
BATCH = 300


# Ahead of search indexes and pictures: a recall must not wait for those.
@task(priority=10)
def purge(content_id: str, document_type: str, languages: dict[str, list[str]]) -> int:
    """Let every cache forget what shows this content in these languages; return how many addresses."""
    from delivery.purging.addresses import addresses

    found = sorted(addresses(UUID(content_id), document_type, languages))
    for start in range(0, len(found), BATCH):
        purge_urls_from_cache_task.call(found[start : start + BATCH])
    return len(found)
