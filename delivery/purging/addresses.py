"""At which addresses is a content shown?  Those that a cache in front keeps, and that it can be told by name.

Lists can be asked for in endlessly many ways: told are the plain ones, and those by one of the content's
facets. Search, the pages behind the first and other spellings end by themselves, within seconds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from urllib.parse import quote, urlencode
from uuid import UUID

from django.conf import settings

from delivery.collections import collections
from delivery.parameters import USUAL_PAGE
from delivery.purging.site_lists import site_lists
from localization.languages import language
from publishing.lookup import FRAME_TYPES, TERM_TYPE
from publishing.models import Document, FormerPath, Status
from publishing.published_types import published_types

API = "/api/v1"


def addresses(content_id: UUID, document_type: str, languages: Mapping[str, Collection[str]]) -> set[str]:
    """Return the absolute addresses that show the content in these languages; lists by the facets given."""
    paths = {*_pages(content_id, languages), *_index_pages(document_type, languages)}
    if document_type in (*FRAME_TYPES, TERM_TYPE):
        rows = Document.objects.filter(locale__in=languages, path__isnull=False).exclude(status=Status.GONE)
        paths |= set(filter(None, rows.values_list("path", flat=True)))
    paths |= {f"{API}{address}" for address in _of_api(content_id, document_type, languages)}
    paths |= {f"{API}/pages/by-path/?path={quoted}" for path in list(paths) for quoted in _spelt(path)}
    paths |= set(site_lists(content_id, document_type, languages))
    return {settings.PUBLIC_BASE_URL + path for path in paths}


def _pages(content_id: UUID, languages: Collection[str]) -> set[str]:
    """Return where the content is read on the site, and where it was."""
    own = {"content_id": content_id, "locale__in": languages}
    now = Document.objects.filter(**own, path__isnull=False).values_list("path", flat=True)
    return {*filter(None, now), *FormerPath.objects.filter(**own).values_list("path", flat=True)}


def _index_pages(document_type: str, languages: Collection[str]) -> set[str]:
    """Return the pages that list contents of this type."""
    listing = [name for name, model in published_types().items() if model.listing_type == document_type]
    rows = Document.objects.filter(type__in=listing, locale__in=languages, path__isnull=False)
    return set(filter(None, rows.values_list("path", flat=True)))


def _spelt(path: str) -> Iterator[str]:
    """Give the ways in which clients write a path in a query; of other addresses, none."""
    if not path.startswith(API):
        yield quote(path)
        yield quote(path, safe="")


def _of_api(content_id: UUID, document_type: str, languages: Mapping[str, Collection[str]]) -> Iterator[str]:
    model = published_types()[document_type]
    collection = next((one for one in collections() if one.name == model.api_collection), None)
    if collection is None:
        return
    one = f"/{collection.name}/{content_id}/"
    parts = [one, *(f"{one}sections/{section.kind}/" for section in model.SECTIONS)]
    yield from (*parts, f"{one}translations/", f"/{collection.name}/", "/manifest/", "/locales/")
    for code, facets in languages.items():
        tag = language(code).tag
        yield from (f"{part}?{urlencode({'locale': tag})}" for part in (*parts, "/manifest/"))
        chosen = [facet.partition(":") for facet in facets if facet.partition(":")[0] in collection.filters]
        for query in ({}, *({name: value} for name, _colon, value in chosen)):
            asked = {"locale": tag, **query}
            yield f"/{collection.name}/?{urlencode(asked)}"
            yield f"/{collection.name}/?{urlencode(asked | {'limit': USUAL_PAGE})}"
