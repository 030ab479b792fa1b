"""What is new in a category of treatments?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from publishing.atom import Subject, feed_of
from publishing.changes import of_type
from publishing.models import Document
from publishing.own_address import spoken_at
from treatments.gatherings import CATEGORIES
from treatments.lists import category_page
from treatments.models import Category


def category_feed(request: HttpRequest, prefix: str, slug: str) -> HttpResponse:
    """Answer for ``/<language>/feed/<category>.xml``; 404 where the language has no such category."""
    spoken = spoken_at(request, prefix)
    if isinstance(spoken, HttpResponse):
        return spoken
    kind = Category.document_type
    found = Document.public().filter(type=kind, locale=spoken.code, card__slug=slug).first()
    if found is None:
        return category_page(request, prefix, slug)
    subject = Subject(
        address=f"/{spoken.code}/feed/{slug}.xml",
        page=CATEGORIES.address(spoken, slug),
        title=found.title,
        facet=f"category:{found.content_id}",
        made_from=(of_type(kind, spoken.code),),
    )
    return feed_of(request, spoken, subject)
