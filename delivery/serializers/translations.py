"""How are the languages of a content listed?"""

from __future__ import annotations

from rest_framework import serializers

from delivery.serializers.shape import Shape, address, content_id, direction, moment, one_of, tag, text, whole


class TranslationState(Shape):
    """One language in which the content is or was public."""

    language = tag()
    direction = direction()
    name = text("The name of the language in the language itself.")
    status = one_of("live", "withdrawn", "gone")
    is_source = serializers.BooleanField(help_text="Whether the content was written in this language.")
    title = text("`null`: it is gone.", null=True)
    path = text(null=True)
    url = address(null=True)
    api_path = text("Where the document, or the notice of its withdrawal, is.", null=True)
    etag = text("The `ETag` of that.", null=True)
    updated = moment(null=True)
    gone_at = moment("When it was taken down.", null=True)
    reason = text("Why it was taken down, such as `unpublished` or `recalled`.", null=True)
    replaced_by = serializers.UUIDField(allow_null=True, help_text="The id of what stands in its place.")


class TranslationListing(Shape):
    """The languages of one content, in the order of the site's languages."""

    id = content_id()
    type = text()
    count = whole()
    results = TranslationState(many=True)
