"""Which snippets have a page of what belongs to them, at an address of the site's own?

The address is no ``path`` of their document (docs/decisions/0024): it is worked out from the card. Like a
path it is remembered when it is left, so that readers are told what has gone (docs/decisions/0028).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from localization.languages import Language, language


@dataclass(frozen=True, slots=True)
class Gathering:
    """A kind of such page: the snippet's type, the kind of facet that names it, what is listed, and where.

    ``key`` is the member of the card that the address ends with: the short name, or the content id.
    ``web_page`` and ``main_entity`` say in schema.org's words what kind of page it is and what it is about,
    from its document and the cards listed.
    """

    document_type: str
    facet: str
    listed: tuple[str, ...]
    folder: str
    template: str
    key: str
    web_page: str
    main_entity: Callable[[dict[str, Any], list[dict[str, Any]]], dict[str, Any]]
    has_feed: bool = False

    def address(self, spoken: Language, key: str) -> str:
        """Return the address in a language."""
        return f"/{spoken.code}/{self.folder}/{key}/"

    def addresses(self, spoken: Language, key: str) -> list[str]:
        """Return the addresses of the page and, if this kind has feeds, of the feed."""
        feeds = [f"/{spoken.code}/feed/{key}.xml"] if self.has_feed else []
        return [self.address(spoken, key), *feeds]


KINDS: dict[str, Gathering] = {}


def offer(kind: Gathering) -> Gathering:
    """Let the site know of a kind of such page; called once, when the application starts."""
    KINDS[kind.document_type] = kind
    return kind


# Types of which all that is public in a language stands on one page, with the folder of that page.
WORD_LISTS: dict[str, str] = {}


def offer_words(document_type: str, folder: str) -> None:
    """Let the site know that words of a type stand at ``/<language>/<folder>/``."""
    WORD_LISTS[document_type] = folder


def word_list(document_type: str, spoken: Language) -> str:
    """Return where the words of a type stand in a language."""
    return f"/{spoken.code}/{WORD_LISTS[document_type]}/"


def address_of(document_type: str, code: str, card: Mapping[str, Any]) -> str | None:
    """Return where the page of a snippet with this card is, ``None`` where it has none."""
    kind = KINDS.get(document_type)
    return None if kind is None or kind.key not in card else kind.address(language(code), card[kind.key])


def named_in(facets: Iterable[str], document_type: str) -> list[UUID]:
    """Return the snippets with a page of their own that the facets of a listed document name."""
    kinds = {kind.facet for kind in KINDS.values() if document_type in kind.listed}
    parts = [facet.partition(":") for facet in facets]
    return [UUID(value) for name, _colon, value in parts if name in kinds]
