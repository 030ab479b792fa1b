"""How is it told which recalls concern the holder of a key?"""

from __future__ import annotations

from rest_framework import serializers

from delivery.serializers.shape import Shape, content_id, moment, one_of, tag, whole


class RecallEntry(Shape):
    """One recall that stands, and how it stands with the key that asks."""

    recall = whole("The number of the recall.")
    id = content_id("What was recalled.")
    kind = one_of("withdrawn", "gone", help_text="What readers get: the notice of a withdrawal, or nothing.")
    recalled_at = moment()
    replaced_by = serializers.UUIDField(allow_null=True, help_text="What stands in its place.")
    languages = serializers.ListField(child=tag(), help_text="In which the key is asked to take notice.")
    open = serializers.ListField(child=tag(), help_text="Those of them of which no notice was taken yet.")
    noticed_at = moment("When nothing was open any more.", null=True)
    acknowledged_at = moment("When it was acknowledged.", null=True)


class RecallList(Shape):
    """The recalls that stand and concern the key, the newest first."""

    count = whole()
    results = RecallEntry(many=True)
