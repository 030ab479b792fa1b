"""How does stored rich text become HTML and plain text in a document?

Links to pages and files are stored by id. They are resolved in the document's language: a page that has
no document there is linked in its source language and says so with ``hreflang``; one that is not public at
all loses its link and keeps its words. What leaves is an allow-list (nh3), so nothing that got into the
database by an import or an API can run in a reader's browser.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import nh3
from bs4 import BeautifulSoup, Tag

if TYPE_CHECKING:
    from publishing.context import CompileContext

TAGS = {"p", "h3", "h4", "ul", "ol", "li", "a", "b", "strong", "i", "em", "br"}
ATTRIBUTES = {"a": {"href", "hreflang", "data-entity"}}
SCHEMES = {"http", "https", "mailto", "tel"}
BLOCKS = ("p", "h3", "h4", "li")
_LINES = re.compile(r"[ \t]*\n\s*")


def rich_text(source: str, context: CompileContext) -> dict[str, str]:
    """Return ``{"html", "text"}`` of stored rich text (Wagtail's database format)."""
    soup = BeautifulSoup(source, "html.parser")
    for link in soup.find_all("a"):
        _resolve(link, context)
    cleaned = nh3.clean(
        str(soup), tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None, strip_comments=True
    )
    return {"html": cleaned, "text": plain_text(cleaned)}


def plain_text(markup: str) -> str:
    """Return the words of an HTML fragment, one line for each paragraph, heading or list item."""
    soup = BeautifulSoup(markup, "html.parser")
    for element in soup.find_all(BLOCKS):
        element.append("\n")
    for element in soup.find_all("br"):
        element.replace_with("\n")
    return _LINES.sub("\n", soup.get_text()).strip()


def _resolve(link: Tag, context: CompileContext) -> None:
    kind, target = link.get("linktype"), link.get("id")
    if kind is None:
        return
    del link["linktype"], link["id"]
    if kind == "page":
        card = context.card_of_page(int(str(target)))
        if card is None or card["path"] is None:
            link.unwrap()
            return
        link["href"] = card["url"]
        link["data-entity"] = f"{card['type']}:{card['id']}"
        if card["language"] != context.language.tag:
            link["hreflang"] = card["language"]
        return
    address = context.file_address(int(str(target))) if kind == "document" else None
    if address is None:
        link.unwrap()
    else:
        link["href"] = address
