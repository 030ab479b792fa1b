"""How is everything that there is listed?"""

from __future__ import annotations

from delivery.serializers.card import Links
from delivery.serializers.shape import Shape, content_id, moment, one_of, tag, text, whole


class ManifestEntry(Shape):
    """One document."""

    id = content_id()
    type = text()
    language = tag()
    status = one_of("live", "withdrawn")
    etag = text("The `ETag` of the document: unchanged, if your copy has the same.")
    first_published = moment()
    updated = moment()
    api_path = text()


class ManifestPage(Shape):
    """A part of the list of all documents, by id and language."""

    count = whole("How many documents all pages have together.")
    results = ManifestEntry(many=True)
    links = Links()
