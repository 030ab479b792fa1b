"""Which kinds of content does the demo have, in which order are they made, and which file is which?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Model
from wagtail.models import Page

from cms.demo_content import front, words
from cms.demo_content.conditions import condition
from cms.demo_content.people import organisation, person
from cms.demo_content.reading import Tree
from cms.demo_content.treatments import treatment
from cms.demo_content.writer import Fields, Writer
from home.models import HomePage, Navigation, StandardPage
from people.models import Organisation, Person
from treatments.models import (
    Category,
    ConditionIndexPage,
    ConditionPage,
    GlossaryTerm,
    TreatmentIndexPage,
    TreatmentPage,
)

FOLDER: Path = settings.BASE_DIR / "demo"
SOURCE_LANGUAGE = "en"
HOME = "pages/home"
ROOT = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of content: its files, its model, and how a file becomes fields.

    ``files`` is a pattern below the folder of a language; ``parent`` the document under which its pages stand
    (``ROOT``: at the top; ``None``: a snippet).
    """

    files: str
    model: type[Model]
    fields: Callable[[Tree, Writer], Fields]
    parent: str | None = None

    @property
    def is_page(self) -> bool:
        """Say whether its documents are pages."""
        return issubclass(self.model, Page)


# Snippets before the pages that choose them; parents before children; menus last, because they link to pages.
KINDS = (
    Kind("organisation.yaml", Organisation, organisation),
    Kind("people/*.yaml", Person, person),
    Kind("categories/*.yaml", Category, words.category),
    Kind("glossary/*.yaml", GlossaryTerm, words.glossary_term),
    Kind("pages/home.yaml", HomePage, front.home, ROOT),
    Kind("pages/treatments.yaml", TreatmentIndexPage, front.index, HOME),
    Kind("pages/conditions.yaml", ConditionIndexPage, front.index, HOME),
    Kind("pages/*.yaml", StandardPage, front.standard, HOME),
    Kind("conditions/*.yaml", ConditionPage, condition, "pages/conditions"),
    Kind("treatments/*.yaml", TreatmentPage, treatment, "pages/treatments"),
    Kind("navigation.yaml", Navigation, front.navigation),
)


def documents() -> Iterator[tuple[str, Kind]]:
    """Yield every document of the demo (``treatments/mesotherapy``) with its kind, in the order of making."""
    folder, seen = FOLDER / SOURCE_LANGUAGE, set()
    for kind in KINDS:
        for path in sorted(folder.glob(kind.files)):
            document = path.relative_to(folder).with_suffix("").as_posix()
            if document not in seen:
                seen.add(document)
                yield document, kind


def path_of(document: str, code: str) -> Path:
    """Return the file of a document in a language; it need not exist."""
    return FOLDER / code / f"{document}.yaml"


def row_of(model: type[Model], content_id: Any, code: str) -> Any | None:
    """Return the page or snippet with this content id in this language, if there is one."""
    rows: Any = model._default_manager
    return rows.filter(translation_key=content_id, locale__language_code=code).first()
