"""Which lists, feeds and sitemaps of the site show or name a content?  Those with an address of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from uuid import UUID

from django.db.models import QuerySet

from localization.languages import all_languages, language
from publishing.gatherings import KINDS, WORD_LISTS, named_in, word_list
from publishing.lookup import FRAME_TYPES
from publishing.models import Document, Status


def site_lists(
    content_id: UUID, document_type: str, languages: Mapping[str, Collection[str]]
) -> Iterator[str]:
    """Give their paths; ``languages`` say by code which facets of the content have changed."""
    shown = Document.objects.filter(type__in=KINDS, status=Status.LIVE)
    if document_type in FRAME_TYPES:
        yield from _pages(shown.filter(locale__in=languages))
        yield from (word_list(kind, language(code)) for kind in WORD_LISTS for code in languages)
        return
    named = {one for moved in languages.values() for one in named_in(moved, document_type)}
    lists = list(_pages(shown.filter(content_id__in={content_id, *named})))
    # A page names the languages that have it, so it changes in all of them.
    words = [word_list(document_type, spoken) for spoken in all_languages() if document_type in WORD_LISTS]
    yield from (*lists, *words, "/sitemap.xml")
    for code in languages:
        yield from (f"/{code}/sitemap-1.xml", f"/{code}/feed.xml")
        if lists or words:
            yield f"/{code}/sitemap-lists.xml"


def _pages(rows: QuerySet[Document]) -> Iterator[str]:
    for kind, code, card in rows.values_list("type", "locale", "card"):
        yield from KINDS[kind].addresses(language(code), card[KINDS[kind].key])
