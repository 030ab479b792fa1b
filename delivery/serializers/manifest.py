"""How is everything that there is listed?"""

from __future__ import annotations

from delivery.serializers.card import Links
from delivery.serializers.shape import Shape, content_id, moment, one_of, tag, text, whole


class ManifestEntry(Shape):
    """One document that can be had: one content in one language."""

    id = content_id("The content; the same in every language.")
    type = text("The type of the document, such as `treatment`.")
    language = tag("The language of the document.")
    status = one_of(
        "live", "withdrawn", help_text="`withdrawn`: the document is the notice of its withdrawal; show that."
    )
    etag = text(
        "The `ETag` that `api_path` has without compression. A copy with the same tag (without `-br` or "
        "`-gzip` at its end) is the present one, byte for byte."
    )
    first_published = moment("When the content was first public in this language.")
    updated = moment(
        "When what a reader reads last changed. The `etag` moves more often, as when another language comes."
    )
    api_path = text("Where the document is in this API.")


class ManifestPage(Shape):
    """A part of the list of all documents that can be had, by id and then by language.

    What is gone (410) is not in it: a copy of which no page tells any more is to be removed.
    """

    count = whole("How many documents all pages have together.")
    results = ManifestEntry(many=True)
    links = Links()
