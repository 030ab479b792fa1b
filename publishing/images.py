"""How does a picture look in a document, and which sizes of it exist?

Renditions are made by a task when a picture is uploaded, never while publishing and never by the first
reader (a cold page took 6.9 s in stock Wagtail: wagtail-localize-traps, section 19).
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import prefetch_related_objects

if TYPE_CHECKING:
    from wagtail.images.models import AbstractImage

# Image ids are numbers of the database and stay there; readers get a name made from them.
NAMESPACE = uuid.UUID("6f0c9e3a-4d0e-4a7c-9a52-0e6f6a1f7b11")


def rendition_specs() -> list[str]:
    """Return Wagtail filter specs of every size a picture is kept in (setting ``PUBLISHING_RENDITIONS``)."""
    return list(settings.PUBLISHING_RENDITIONS)


def represent_image(image: AbstractImage, alt: str, decorative: bool, base: str) -> dict[str, Any]:
    """Return a picture with its alternative text and the sizes that exist now, the smallest first.

    ``base`` is put before each address. A decorative picture has an empty alternative text (HTML, 4.8.4.4).
    """
    prefetch_related_objects([image], "renditions")
    specs = rendition_specs()
    made = [rendition for rendition in image.renditions.all() if rendition.filter_spec in specs]
    return {
        "id": str(uuid.uuid5(NAMESPACE, f"image:{image.pk}")),
        "alt": "" if decorative else alt,
        "decorative": decorative,
        "width": image.width,
        "height": image.height,
        "renditions": [
            {
                "url": base + rendition.url,
                "width": rendition.width,
                "height": rendition.height,
                "type": _type(rendition.file.name),
            }
            for rendition in sorted(made, key=lambda made: (made.width, made.filter_spec))
        ],
    }


def _type(name: str) -> str:
    suffix = name.rsplit(".", 1)[-1].lower()
    return {"jpg": "image/jpeg"}.get(suffix, f"image/{suffix}")
