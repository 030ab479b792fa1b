"""What is read where a category or a person has its own list?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from publishing.gathering import gathering_page
from treatments.gatherings import CATEGORIES, PEOPLE


def category_page(request: HttpRequest, prefix: str, slug: str) -> HttpResponse:
    """Answer for ``/<language>/categories/<category>/``: its treatments."""
    return gathering_page(request, prefix, slug, CATEGORIES)


def person_page(request: HttpRequest, prefix: str, content_id: object) -> HttpResponse:
    """Answer for ``/<language>/people/<content id>/``: who it is, and what that person has written."""
    return gathering_page(request, prefix, str(content_id), PEOPLE)
