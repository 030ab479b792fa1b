"""Which lists of treatments have an address of their own: those of a category, of a person, the glossary?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from publishing.gathering import Gathering, gathering_page

CATEGORIES = Gathering("category", "category", ("treatment",), "categories", "treatments/category_page.html")
# By content id: a person has no short name, and a name is written differently in other scripts.
PEOPLE = Gathering("person", "author", ("condition", "treatment"), "people", "treatments/person_page.html")


def category_page(request: HttpRequest, prefix: str, slug: str) -> HttpResponse:
    """Answer for ``/<language>/categories/<category>/``: its treatments."""
    return gathering_page(request, prefix, slug, CATEGORIES)


def person_page(request: HttpRequest, prefix: str, content_id: object) -> HttpResponse:
    """Answer for ``/<language>/people/<content id>/``: who it is, and what that person has written."""
    return gathering_page(request, prefix, str(content_id), PEOPLE)
