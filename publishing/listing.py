"""What does an index page list?

Cards of documents, a page of them at a time; never page tables.
"""

from __future__ import annotations

from typing import Any

import orjson

from publishing.delivery import for_html
from publishing.models import Document, Status
from publishing.published_types import published_types

PER_PAGE = 24


def listing_type_of(document_type: str) -> str | None:
    """Return the type of document that an index page of this type lists, if it is one."""
    model = published_types().get(document_type)
    return None if model is None else model.listing_type


def listing(document_type: str, locale: str, page: int) -> dict[str, Any]:
    """Return one page (1-based) of the live cards of a type in a language, by title, with page numbers.

    ``cards`` is empty for a page beyond the last.
    """
    rows = Document.objects.filter(type=document_type, locale=locale, status=Status.LIVE)
    start = (page - 1) * PER_PAGE
    kept = rows.order_by("title", "content_id").values_list("card", flat=True)
    # Cards hold the placeholder of the host too, in the addresses of their pictures.
    cards = for_html(orjson.dumps(list(kept[start : start + PER_PAGE + 1])))
    return {
        "cards": cards[:PER_PAGE],
        "page": page,
        "previous": page - 1 if page > 1 else None,
        "next": page + 1 if len(cards) > PER_PAGE else None,
    }
