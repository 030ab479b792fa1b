"""How does a stretch of the feed become JSON?  The documents are put in as they are stored, unparsed."""

from __future__ import annotations

from typing import Any

import orjson
from django.conf import settings

from delivery.answers import with_base
from delivery.caching import document_etag
from delivery.errors import TIMES
from localization.languages import Language
from publishing.feed import Entry, Stretch


def sync_body(stretch: Stretch, spoken: Language, following: str) -> bytes:
    """Return the page of a stretch in ``spoken``; ``following`` is the address where it goes on."""
    head = {"language": spoken.tag, "direction": spoken.direction}
    links = {
        "next_page": following if stretch.more else None,
        "next_sync": None if stretch.more else following,
    }
    items = b",".join(_item(entry, spoken) for entry in stretch.entries)
    return b'%s,"items":[%s],%s' % (orjson.dumps(head)[:-1], items, orjson.dumps(links)[1:])


def _item(entry: Entry, spoken: Language) -> bytes:
    names: dict[str, Any] = {"id": entry.content_id, "type": entry.type, "language": spoken.tag}
    if entry.body is None:
        gone = {"reason": entry.gone_reason, "at": entry.gone_at, "replaced_by": entry.replaced_by}
        return orjson.dumps({"op": "delete", **names, **gone}, option=TIMES)
    etag = document_etag(entry.etag, settings.PUBLIC_BASE_URL)
    head = orjson.dumps({"op": "upsert", **names, "etag": etag})
    return b'%s,"document":%s}' % (head[:-1], with_base(entry.body))
