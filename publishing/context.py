"""What may a compile read, and how is it known afterwards what it read?

Every look beyond the object itself goes through the context, which writes down a dependency key. When
that thing changes, exactly the documents with the key are compiled again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Model
from wagtail.documents import get_document_model

from localization.languages import Language
from publishing.images import represent_image
from publishing.rich_text import rich_text
from publishing.shelf import SOURCE, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wagtail.images.models import AbstractImage

# Stands where the host belongs in stored bytes; replaced at delivery (RFC 6761 reserves “.invalid”).
BASE = "https://base.invalid"


def card_key(content_id: UUID | str, locale: str) -> str:
    """Return the dependency key of a card."""
    return f"card:{content_id}:{locale}"


def contents_of(keys: Iterable[str]) -> set[UUID]:
    """Return the content ids of the cards among some dependency keys."""
    parts = (key.split(":") for key in keys)
    return {UUID(content_id) for kind, content_id, *_rest in parts if kind == "card"}


def types_of(keys: Iterable[str]) -> set[str]:
    """Return the document types of the lists among some dependency keys."""
    parts = (key.split(":") for key in keys)
    return {document_type for kind, document_type, *_rest in parts if kind == "list"}


def list_key(document_type: str, facet: str | None, locale: str) -> str:
    """Return the dependency key of a list of cards."""
    return f"list:{document_type}:{facet or ''}:{locale}"


def object_key(model: type[Model], pk: Any) -> str:
    """Return the dependency key of a plain row, such as an image or a source."""
    return f"object:{model._meta.label_lower}:{pk}"


class CompileContext:
    """Everything one compile may read, in one language, with a record of what it read."""

    def __init__(self, language: Language, shelf: Shelf | None = None) -> None:
        """Start a compile in ``language``; ``shelf`` holds what other compiles have already fetched."""
        self.language = language
        self.locale_code = language.code
        self.dependencies: set[str] = set()
        self.shelf = shelf or Shelf()

    def card(self, linked: Any, fallback: bool = False) -> dict[str, Any] | None:
        """Return the card of linked content in this language, or ``None`` where it is not public.

        With ``fallback`` the card of the source language is given instead; its own ``language`` and
        ``direction`` then differ from the document's, and whoever shows it marks it so.
        """
        return None if linked is None else self._card_of(linked.translation_key, fallback)

    def card_of_page(self, pk: int) -> dict[str, Any] | None:
        """Return the card of a page that rich text links to by ``pk``, in this language or its source's."""
        content_id = self.shelf.content_id_of_page(pk)
        return None if content_id is None else self._card_of(content_id, fallback=True)

    def card_of_content(self, content_id: UUID) -> dict[str, Any] | None:
        """Return the card of a content id, in this language or its source's."""
        return self._card_of(content_id, fallback=True)

    def _card_of(self, content_id: UUID, fallback: bool) -> dict[str, Any] | None:
        found = self.shelf.cards(content_id)
        self.dependencies.add(card_key(content_id, self.locale_code))
        if fallback and self.locale_code not in found:
            self.dependencies.add(card_key(content_id, SOURCE))
            return found.get(SOURCE)
        return found.get(self.locale_code)

    def documents(self, document_type: str, facet: str | None = None) -> list[dict[str, Any]]:
        """Return the cards of all live documents of a type (and facet) in this language, by title."""
        self.dependencies.add(list_key(document_type, facet, self.locale_code))
        return self.shelf.listed(document_type, facet, self.locale_code)

    def in_use(self, document_type: str, facet: str) -> bool:
        """Say whether any live document of a type in this language has a facet."""
        self.dependencies.add(list_key(document_type, facet, self.locale_code))
        return facet in self.shelf.facets_in_use(document_type, self.locale_code)

    def reference(self, row: Model) -> Model:
        """Return ``row`` unchanged and remember that the document shows it."""
        self.dependencies.add(object_key(type(row), row.pk))
        return row

    def rich_text(self, value: Any) -> dict[str, str]:
        """Return ``{"html", "text"}`` of rich text, its links resolved in this language."""
        return rich_text(str(getattr(value, "source", value)), self)

    def image(
        self, image: AbstractImage | None, alt: str = "", decorative: bool = False
    ) -> dict[str, Any] | None:
        """Return a picture with its sizes, or ``None`` when there is none (or it was deleted)."""
        if image is None:
            return None
        self.reference(image)
        return represent_image(image, alt, decorative, BASE)

    def file_address(self, pk: int) -> str | None:
        """Return the address of an uploaded file that rich text links to."""
        model = get_document_model()
        self.dependencies.add(object_key(model, pk))
        found = model.objects.filter(pk=pk).first()
        return None if found is None else f"{BASE}{found.url}"

    def choice(self, choices: Iterable[Any], code: Any) -> dict[str, Any] | None:
        """Return ``{"code", "display"}`` of a chosen value, ``None`` when nothing is chosen."""
        if code in (None, ""):
            return None
        labels = dict(choices)
        return {"code": code, "display": str(labels.get(code, code))}
