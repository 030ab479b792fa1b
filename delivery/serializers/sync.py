"""How does a page of the sync feed look?"""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers
from rest_framework.serializers import Serializer

from delivery.collections import served_types
from delivery.serializers import document_shapes
from delivery.serializers.document import Withdrawn
from delivery.serializers.shape import Shape, address, content_id, direction, moment, one_of, tag, text


def _shapes() -> list[type[Serializer[Any]]]:
    """Return the shapes of all documents. The types are known once the apps are loaded."""
    shapes = document_shapes(served_types())
    return [*sorted(shapes, key=lambda shape: shape.__name__), Withdrawn]


@extend_schema_field(PolymorphicProxySerializer("AnyDocument", _shapes, resource_type_field_name=None))
class AnyDocument(serializers.DictField):
    """A document of any type that the API serves, or the notice of a withdrawal."""


class Upsert(Shape):
    """Keep this document in place of what you have of the same `id` and `language`."""

    op = one_of("upsert")
    id = content_id("The same in every language.")
    type = text()
    language = tag()
    etag = text(
        "The `ETag` that the document's own address has without compression. Two documents with the same tag "
        "are the same, byte for byte."
    )
    document = AnyDocument(
        help_text=(
            "The bytes of this value are those that the document's own address (`api_path`) gives with "
            "`Accept-Encoding: identity`."
        )
    )


class Delete(Shape):
    """Remove what you have of this `id` and `language`, if you have anything."""

    op = one_of("delete")
    id = content_id()
    type = text()
    language = tag()
    reason = one_of("deleted", "unpublished", "expired", "restricted", "refused", "recalled")
    at = moment("When it was taken down.", null=True)
    replaced_by = serializers.UUIDField(allow_null=True, help_text="The id of what stands in its place.")


@extend_schema_field(
    PolymorphicProxySerializer(
        "SyncItem", {"upsert": Upsert, "delete": Delete}, resource_type_field_name="op", many=True
    )
)
class SyncItems(serializers.ListField):
    """What is to be done with the copies that a client keeps, in this order."""


class SyncPage(Shape):
    """A page of a snapshot or of changes. One of `next_page` and `next_sync` is there, the other `null`."""

    language = tag()
    direction = direction()
    items = SyncItems()
    next_page = address("What belongs to this synchronisation and is still to come.", null=True)
    next_sync = address("You have everything. Come back here for what changes.", null=True)
