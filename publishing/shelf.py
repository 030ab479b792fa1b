"""What do the compiles of one refresh read in common?

A publication compiles one content in up to eight languages, and all of them link to the same things. The
shelf fetches each of those once, in every language at a time. It lives no longer than the transaction that
uses it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Func
from wagtail.models import Page

from localization.models import Policy
from localization.policy import policies
from localization.review.standing import Signatures, signatures_of
from publishing.models import Document, Status
from publishing.paths import roots
from publishing.trees import Trees

# Under this name a shelf keeps the card of the language that content was written in.
SOURCE = "source"

Cards = dict[str, dict[str, Any]]


class Shelf:
    """Cards, lists, content ids, trees and signatures that were already fetched."""

    def __init__(self) -> None:
        """Start empty."""
        self.trees = Trees()
        self._cards: dict[UUID, Cards] = {}
        self._content_ids: dict[int, UUID | None] = {}
        self._facets: dict[str, set[tuple[str, str]]] = {}
        self._lists: dict[tuple[str, str | None], dict[str, list[dict[str, Any]]]] = {}
        self._signatures: dict[UUID, Signatures] = {}

    def cards(self, content_id: UUID) -> Cards:
        """Return the live cards of one content by language code, and once more under ``SOURCE``."""
        if content_id not in self._cards:
            self.fetch_cards([content_id])
        return self._cards[content_id]

    def fetch_cards(self, content_ids: Iterable[UUID]) -> None:
        """Fetch the cards of many contents at once."""
        found: dict[UUID, Cards] = {content_id: {} for content_id in content_ids}
        rows = Document.objects.filter(content_id__in=found, status=Status.LIVE)
        for content_id, code, card, is_source in rows.values_list(
            "content_id", "locale", "card", "is_source"
        ):
            found[content_id][code] = card
            if is_source:
                found[content_id][SOURCE] = card
        self._cards |= found

    def listed(self, document_type: str, facet: str | None, locale: str) -> list[dict[str, Any]]:
        """Return the cards of all live documents of a type (and facet) in a language, by title."""
        key = (document_type, facet)
        if key not in self._lists:
            rows = Document.objects.filter(type=document_type, status=Status.LIVE)
            if facet is not None:
                rows = rows.filter(facets__contains=[facet])
            self._lists[key] = {}
            for code, card in rows.order_by("title", "content_id").values_list("locale", "card"):
                self._lists[key].setdefault(code, []).append(card)
        return self._lists[key].get(locale, [])

    def facets_in_use(self, document_type: str, locale: str) -> set[str]:
        """Return the facets of all live documents of a type in a language. One query for all languages."""
        if document_type not in self._facets:
            rows = Document.objects.filter(type=document_type, status=Status.LIVE)
            each = rows.annotate(facet=Func(F("facets"), function="unnest", output_field=CharField()))
            self._facets[document_type] = set(each.values_list("locale", "facet").order_by().distinct())
        return {facet for code, facet in self._facets[document_type] if code == locale}

    def content_id_of_page(self, pk: int) -> UUID | None:
        """Return the content id of a page, ``None`` when there is no such page."""
        if pk not in self._content_ids:
            found = Page.objects.filter(pk=pk).values_list("translation_key", flat=True).first()
            self._content_ids[pk] = found
        return self._content_ids[pk]

    def root(self, locale_id: int) -> Page | None:
        """Return the page that a language's addresses start from, ``None`` when it has none."""
        return self._roots.get(locale_id)

    @cached_property
    def _roots(self) -> dict[int, Page]:
        return roots()

    @cached_property
    def policies(self) -> dict[str, Policy]:
        """This site's own policies for sections that are not current."""
        return policies()

    def signatures(self, content_id: UUID) -> Signatures:
        """Return the signatures of medical reviewers on one content, in all its languages."""
        if content_id not in self._signatures:
            self._signatures[content_id] = signatures_of(content_id)
        return self._signatures[content_id]

    def learn(self, document: Document) -> None:
        """Take note of a document that has just been written, or taken down."""
        cards = self._cards.get(document.content_id, {})
        cards.pop(document.locale, None)
        if document.is_source:
            cards.pop(SOURCE, None)
        if document.status == Status.LIVE:
            cards |= {document.locale: document.card} | (
                {SOURCE: document.card} if document.is_source else {}
            )
        self._facets.pop(document.type, None)
        for key in [key for key in self._lists if key[0] == document.type]:
            del self._lists[key]
