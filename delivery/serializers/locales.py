"""How are the languages of the site listed?"""

from __future__ import annotations

from rest_framework import serializers

from delivery.serializers.shape import Shape, direction, tag, text, whole


class SiteLanguage(Shape):
    """One language of the site."""

    language = tag()
    direction = direction()
    name = text("In the language itself.")
    default = serializers.BooleanField(
        help_text="Whether readers get it who ask for no language that there is."
    )
    documents = serializers.DictField(
        child=whole(), help_text="The number of live documents in each collection."
    )


class LocaleListing(Shape):
    """The languages of the site, in its order."""

    count = whole()
    results = SiteLanguage(many=True)
