"""Which pages should search engines know, in which languages, and when did each last change?

The sitemap protocol (sitemaps.org, 0.9) with ``xhtml:link`` for the languages. Read from documents like
everything else: a page that is withdrawn, gone or behind a log-in is not in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from localization.languages import all_languages, language, position
from publishing.answers import public_answer
from publishing.delivery import absolute
from publishing.moments import iso
from publishing.own_address import spoken_at
from publishing.published_types import published_types
from publishing.rendering import alternates
from publishing.sitemap_lists import list_pages
from publishing.views import etag_of, not_allowed_unless_reading

# The protocol allows 50,000 pages and 50 MB in a file. A page in eight languages takes some 1.5 kB, so the
# second limit comes first.
PER_FILE = 20_000
XML = "application/xml; charset=utf-8"
NAMES = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'

_LISTED = "d.status = 'live' AND d.path IS NOT NULL AND (d.expires_at IS NULL OR d.expires_at > %(now)s)"

# Counted are the pages; the date is also that of a page that has left, because leaving changes the file.
_FILES = f"""
SELECT d.locale, count(*) FILTER (WHERE {_LISTED}), max(d.changed_at),
       min(d.expires_at) FILTER (WHERE {_LISTED})
  FROM publishing_document d WHERE d.path IS NOT NULL GROUP BY d.locale
"""  # noqa: S608  nothing in it comes from outside

_PAGES = f"""
SELECT d.path, d.type, d.updated_at, d.expires_at, there.codes, there.paths
  FROM (SELECT content_id, path, type, updated_at, expires_at
          FROM publishing_document d WHERE d.locale = %(locale)s AND {_LISTED}
         ORDER BY content_id LIMIT %(limit)s OFFSET %(start)s) d
 CROSS JOIN LATERAL (
       SELECT array_agg(o.locale) AS codes, array_agg(o.path) AS paths
         FROM publishing_document o
        WHERE o.content_id = d.content_id AND o.status = 'live' AND o.path IS NOT NULL
          AND (o.expires_at IS NULL OR o.expires_at > %(now)s)) there
 ORDER BY d.content_id
"""  # noqa: S608  nothing in it comes from outside


def robots(request: HttpRequest) -> HttpResponse:
    """Answer for ``/robots.txt`` (RFC 9309): all but the admin may be read, and where the sitemaps are."""
    # A feed is a sitemap of what is new (sitemaps.org, “Other sitemap formats”).
    maps = ["/sitemap.xml", *(f"/{spoken.code}/feed.xml" for spoken in all_languages())]
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /_util/", ""]
    text = "\n".join([*lines, *(f"Sitemap: {absolute(address)}" for address in maps), ""])
    return _answer(request, text, "text/plain; charset=utf-8", None)


def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Answer for ``/sitemap.xml``: the files of every language that has pages. Three statements."""
    rows = _query(_FILES, {"now": timezone.now()})
    files = [
        f"<sitemap><loc>{escape(absolute(f'/{code}/sitemap-{number}.xml'))}</loc>"
        f"<lastmod>{iso(changed)}</lastmod></sitemap>"
        for code, count, changed, _end in sorted(rows)
        for number in range(1, -(-count // PER_FILE) + 1)
    ]
    lists = list_pages()
    spoken = sorted({code for page in lists for code in page.paths})
    files += [
        f"<sitemap><loc>{escape(absolute(f'/{code}/sitemap-lists.xml'))}</loc></sitemap>" for code in spoken
    ]
    body = _document("sitemapindex", "", files)
    ends = [*(row[3] for row in rows if row[3]), *(end for page in lists for end in page.ends)]
    return _answer(request, body, XML, min(ends, default=None))


def sitemap(request: HttpRequest, prefix: str, number: int) -> HttpResponse:
    """Answer for ``/<language>/sitemap-<number>.xml``: its pages with their languages. One statement.

    Raises:
        Http404: the language has not so many pages.
    """
    spoken = spoken_at(request, prefix)
    if isinstance(spoken, HttpResponse):
        return spoken
    span = {"limit": PER_FILE, "start": min(max(number - 1, 0), 10_000) * PER_FILE}
    rows = _query(_PAGES, {"now": timezone.now(), "locale": spoken.code, **span})
    if not rows or not number:
        raise Http404
    body = _document("urlset", NAMES, map(_entry, rows))
    return _answer(request, body, XML, min((row[3] for row in rows if row[3]), default=None))


def sitemap_of_lists(request: HttpRequest, prefix: str) -> HttpResponse:
    """Answer for ``/<language>/sitemap-lists.xml``: lists with an address of the site's own. Two statements.

    Raises:
        Http404: the language has none.
    """
    spoken = spoken_at(request, prefix)
    if isinstance(spoken, HttpResponse):
        return spoken
    lists = [page for page in list_pages() if spoken.code in page.paths]
    if not lists:
        raise Http404
    entries = [_url(page.paths[spoken.code], page.paths, page.dates.get(spoken.code)) for page in lists]
    body = _document("urlset", NAMES, entries)
    return _answer(request, body, XML, min((end for page in lists for end in page.ends), default=None))


def _entry(row: tuple[Any, ...]) -> str:
    path, kind, updated, _end, codes, paths = row
    # What a list shows changes without its document: no date is better than a wrong one.
    dated = published_types()[kind].listing_type is None
    return _url(path, dict(zip(codes, paths, strict=True)), updated if dated else None)


def _url(path: str, there: Mapping[str, str], changed: dt.datetime | None) -> str:
    """Return the entry of a page; ``there`` are its addresses by language."""
    translations = [
        {"language": language(code).tag, "path": there[code]} for code in sorted(there, key=position)
    ]
    links = alternates({"available_translations": translations})
    return (
        f"<url><loc>{escape(absolute(path))}</loc>"
        + (f"<lastmod>{iso(changed)}</lastmod>" if changed else "")
        + "".join(
            f'<xhtml:link rel="alternate" hreflang="{link["tag"]}" href={quoteattr(link["url"])}/>'
            for link in links
        )
        + "</url>"
    )


def _document(root: str, names: str, entries: Iterable[str]) -> str:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    opening = f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{names}>'
    return "\n".join((head + opening, *entries, f"</{root}>\n"))


def _query(statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def _answer(
    request: HttpRequest, text: str, content_type: str, valid_until: dt.datetime | None
) -> HttpResponse:
    body = text.encode()
    return not_allowed_unless_reading(request) or public_answer(
        request, body, etag=etag_of(body), content_type=content_type, valid_until=valid_until
    )
