"""How does what was found look?"""

from __future__ import annotations

from rest_framework import serializers

from delivery.serializers.card import Card, Links
from delivery.serializers.shape import Shape, direction, markup, tag, text, texts, whole
from publishing.search.extraction import FIELDS


class Excerpt(Shape):
    """Why a document was found, in its own language.

    What a treatment is used for, or how it is done, never stands alone: a line of its risks comes along.
    """

    html = markup("HTML; the only element is `mark`, without attributes.")
    text = text("The same without markup.")
    sections = texts("The kinds of the sections it is from; an empty text for the summary.")


class SearchHit(Card):
    """A document that was found: its card, and why it was found."""

    snippet = Excerpt()
    matched = serializers.ListField(
        child=serializers.ChoiceField(choices=FIELDS),
        help_text="Where the words of the query, or other names for them, stand.",
    )


class SearchAnswer(Shape):
    """One page of what was found, the best first."""

    count = whole("How many entries all pages have together.")
    query = text("What was sought.")
    language = tag("The language in which it was sought.")
    direction = direction()
    results = SearchHit(many=True)
    links = Links()


class Suggested(Shape):
    """A name that a reader may be typing, and the document that has it."""

    name = text("As it is written; `title`, or another name for it.")
    id = serializers.UUIDField()
    type = text()
    title = text("Of the document.")
    path = text("Where the page is on this site. `null`: it has none.", null=True)
    api_path = text("Where the document is in this API. `null`: it is not served.", null=True)


class SuggestionList(Shape):
    """Names that start as typed, the best first."""

    query = text()
    language = tag()
    direction = direction()
    results = Suggested(many=True)
