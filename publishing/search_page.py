"""What does a visitor find on the site's search page?

The same engine as in the API; a page that works without JavaScript and that no search engine lists.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from localization.languages import Language
from publishing.answers import public_answer
from publishing.delivery import for_html
from publishing.own_address import spoken_at
from publishing.rendering import surroundings
from publishing.search.engine import FURTHEST, Found, search
from publishing.search.query import LONGEST_QUERY
from publishing.views import etag_of

PER_PAGE = 12


def search_page(request: HttpRequest, prefix: str) -> HttpResponse:
    """Answer for ``/<language>/search/?q=&page=``; whatever stands there, it is a page and no error."""
    spoken = spoken_at(request, prefix)
    if isinstance(spoken, HttpResponse):
        return spoken
    text = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
    page = _page(request.GET.get("page", ""))
    found = search(text, spoken.code, limit=PER_PAGE, start=(page - 1) * PER_PAGE)
    html = _rendered(spoken, text, page, found).encode()
    etag = etag_of(html)
    return public_answer(request, html, etag=etag, language=spoken, valid_until=found.valid_until)


def _page(number: str) -> int:
    page = int(number) if number.isascii() and number.isdigit() and len(number) < len(str(FURTHEST)) else 1
    return max(page, 1)


def _rendered(spoken: Language, text: str, page: int, found: Found) -> str:
    cards: list[dict[str, Any]] = for_html(b"[" + b",".join(hit.card.encode() for hit in found.hits) + b"]")
    context = {
        "query": text,
        "count": found.count,
        "results": [
            {"card": card, "snippet": hit.snippet} for card, hit in zip(cards, found.hits, strict=True)
        ],
        "previous": page - 1 if page > 1 else None,
        "next": page + 1 if found.next is not None else None,
        "on_search_page": True,
        **surroundings(spoken),
    }
    with translation.override(spoken.code):
        return render_to_string("publishing/search.html", context)
