"""How do the pictures and the references of the demo, which have no language, get into the site?"""

from __future__ import annotations

from django.conf import settings
from django.core.files.images import ImageFile
from wagtail.images import get_image_model

from cms.demo_content.kinds import FOLDER
from cms.demo_content.library import Library
from cms.demo_content.reading import read
from treatments.models import Source

PREFIX = "Demo: "


def load_pictures(library: Library) -> int:
    """Import the pictures that are not there yet, with every size that pages use; return how many are new."""
    new = 0
    for path in sorted((FOLDER / "images").glob("*.webp")):
        title = PREFIX + path.stem.replace("-", " ")
        picture = get_image_model().objects.filter(title=title).first()
        if picture is None:
            with path.open("rb") as file:
                picture = get_image_model()(title=title, file=ImageFile(file, name=path.name))
                picture.save()
            new += 1
        picture.get_renditions(*settings.PUBLISHING_RENDITIONS)
        library.images[path.name] = picture.pk
    return new


def load_sources(library: Library) -> int:
    """Create the references that are not there yet; return how many are new."""
    new = 0
    for key, facts in read(FOLDER / "sources.yaml").items():
        known = {name: facts.get(name, "") for name in ("title", "publisher")}
        source = Source.objects.filter(**known).first()
        if source is None:
            source = Source(**facts)
            source.full_clean()
            source.save()
            source.save_revision()
            new += 1
        library.sources[key] = source.pk
    return new
