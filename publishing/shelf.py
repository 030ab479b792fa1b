"""What do the compiles of one refresh read in common?

A publication compiles one content in up to eight languages, and all of them link to the same things. The
shelf fetches each of those once, in every language at a time (measured: 560 → 320 queries for a treatment
published in eight languages). It lives no longer than the transaction that uses it.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any
from uuid import UUID

from wagtail.models import Page

from localization.models import Policy
from localization.policy import policies
from localization.review.standing import Signatures, signatures_of
from publishing.models import Document, Status
from publishing.paths import roots

# Under this name a shelf keeps the card of the language that content was written in.
SOURCE = "source"


class Shelf:
    """Cards and content ids that were already fetched."""

    def __init__(self) -> None:
        """Start empty."""
        self._cards: dict[UUID, dict[str, dict[str, Any]]] = {}
        self._content_ids: dict[int, UUID | None] = {}
        self._lists: dict[tuple[str, str | None, str], list[dict[str, Any]]] = {}
        self._roots: dict[int, Page] | None = None
        self._restricted: dict[int, bool] = {}
        self._signatures: dict[UUID, Signatures] = {}

    def cards(self, content_id: UUID) -> dict[str, dict[str, Any]]:
        """Return the live cards of one content by language code, and once more under ``SOURCE``."""
        if content_id not in self._cards:
            rows = Document.objects.filter(content_id=content_id, status=Status.LIVE)
            found = {}
            for code, card, is_source in rows.values_list("locale", "card", "is_source"):
                found[code] = card
                if is_source:
                    found[SOURCE] = card
            self._cards[content_id] = found
        return self._cards[content_id]

    def listed(self, document_type: str, facet: str | None, locale: str) -> list[dict[str, Any]]:
        """Return the cards of all live documents of a type (and facet) in a language, by title."""
        key = (document_type, facet, locale)
        if key not in self._lists:
            rows = Document.objects.filter(type=document_type, locale=locale, status=Status.LIVE)
            if facet is not None:
                rows = rows.filter(facets__contains=[facet])
            self._lists[key] = list(rows.order_by("title", "content_id").values_list("card", flat=True))
        return self._lists[key]

    def content_id_of_page(self, pk: int) -> UUID | None:
        """Return the content id of a page, ``None`` when there is no such page."""
        if pk not in self._content_ids:
            found = Page.objects.filter(pk=pk).values_list("translation_key", flat=True).first()
            self._content_ids[pk] = found
        return self._content_ids[pk]

    def root(self, locale_id: int) -> Page | None:
        """Return the page that a language's addresses start from, ``None`` when it has none."""
        if self._roots is None:
            self._roots = roots()
        return self._roots.get(locale_id)

    def is_restricted(self, page: Page) -> bool:
        """Say whether a page or one of its ancestors asks for a log-in, a group or a password."""
        if page.pk not in self._restricted:
            self._restricted[page.pk] = bool(page.get_view_restrictions().exists())
        return self._restricted[page.pk]

    @cached_property
    def policies(self) -> dict[str, Policy]:
        """This site's own policies for sections that are not current."""
        return policies()

    def signatures(self, content_id: UUID) -> Signatures:
        """Return the signatures of medical reviewers on one content, in all its languages."""
        if content_id not in self._signatures:
            self._signatures[content_id] = signatures_of(content_id)
        return self._signatures[content_id]

    def forget(self, content_id: UUID) -> None:
        """Fetch the cards of this content, and all lists, anew next time: one has just been written."""
        self._cards.pop(content_id, None)
        self._lists.clear()
