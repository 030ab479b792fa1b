"""What are the smallest parts that every shape is made of?

Every member is always there; what is not known or does not apply is ``null``, an empty text or an
empty list. The exception is the language of a part (``Spoken``).
"""

from __future__ import annotations

from typing import Any, Literal

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers


class Shape(serializers.Serializer[dict[str, Any]]):
    """The members of one JSON object."""


@extend_schema_field({"type": "string", "contentMediaType": "text/html"})
class Markup(serializers.CharField):
    """A member that is HTML. All others are plain text, in which ``<`` and ``&`` are nothing but signs."""


def markup(help_text: str) -> Markup:
    """Return a member that is HTML, possibly empty; ``help_text`` names every element that there may be."""
    return Markup(help_text=help_text, allow_blank=True)


def text(help_text: str = "", *, null: bool = False) -> serializers.CharField:
    """Return a member that is plain text, possibly empty."""
    return serializers.CharField(help_text=help_text, allow_null=null, allow_blank=True)


def texts(help_text: str = "") -> serializers.ListField:
    """Return a member that is a list of texts."""
    return serializers.ListField(child=serializers.CharField(), help_text=help_text)


def whole(help_text: str = "", *, null: bool = False) -> serializers.IntegerField:
    """Return a member that is a whole number."""
    return serializers.IntegerField(help_text=help_text, allow_null=null)


def moment(help_text: str = "", *, null: bool = False) -> serializers.DateTimeField:
    """Return a member that is an instant in UTC (RFC 3339)."""
    return serializers.DateTimeField(help_text=help_text, allow_null=null)


def address(help_text: str = "", *, null: bool = False) -> serializers.URLField:
    """Return a member that is an absolute address."""
    return serializers.URLField(help_text=help_text, allow_null=null)


def content_id(help_text: str = "") -> serializers.UUIDField:
    """Return a member that is the id of a content or item: the same in every language."""
    return serializers.UUIDField(help_text=help_text)


def tag(help_text: str = "") -> serializers.CharField:
    """Return a member that is a language: a BCP 47 tag."""
    return serializers.CharField(help_text=help_text)


def direction() -> serializers.ChoiceField:
    """Return the member that says in which direction the texts beside it are written."""
    return one_of("ltr", "rtl")


def one_of(*codes: str, help_text: str = "") -> serializers.ChoiceField:
    """Return a member that is one of a few codes."""
    return serializers.ChoiceField(choices=codes, help_text=help_text)


Direction = Literal["ltr", "rtl"]


class Spoken(Shape):
    """A part of a section that may be in another language than the section around it.

    The two members are there only then: what is new or was changed in the original is shown in its language
    until it has been translated.
    """

    language = serializers.CharField(
        required=False, help_text="Only if it is not the section's: show these texts with this language."
    )
    direction = serializers.ChoiceField(choices=("ltr", "rtl"), required=False)


class RichText(Spoken):
    """A formatted text, twice."""

    html = markup(
        "HTML of these elements alone: `p`, `h3`, `h4`, `ol`, `ul`, `li`, `b`, `strong`, `i`, `em`, `br`, "
        "`a`; only `a` has attributes: `href` (http, https, mailto or tel), `hreflang` where the page it "
        "leads to is in another language, and `data-entity` with type and id of content of this site."
    )
    text = serializers.CharField(
        help_text="The same without markup, for search, speech and plain text.", allow_blank=True
    )


class Code(Shape):
    """A code for programs with its name for people."""

    code = text("Stable, the same in every language.")
    display = text("In the language of the document.")


class KnownCode(Shape):
    """A code that may not be known, with what to show in either case."""

    code = text("`null`: not known.", null=True)
    display = text()


class Answer(Shape):
    """A yes or no with its name for people."""

    value = serializers.BooleanField()
    display = text()


class Amount(Shape):
    """An amount from ``min`` to ``max``, in the unit that the member's name says."""

    min = whole("`null`: not known.", null=True)
    max = whole("`null`: not known.", null=True)
    display = text("The amount with its unit, in the language of the document.")


class ForeignText(Shape):
    """A text in a language of its own."""

    value = text()
    language = tag()
    direction = direction()


class Rendition(Shape):
    """One size of a picture."""

    url = address()
    width = whole()
    height = whole()
    type = text("Its media type.")


class Image(Shape):
    """A picture with its alternative text."""

    id = content_id()
    alt = text("Empty if the picture is decoration.")
    decorative = serializers.BooleanField()
    width = whole("Of the original, in pixels.")
    height = whole("Of the original, in pixels.")
    renditions = Rendition(many=True, help_text="The sizes that can be fetched, the smallest first.")
