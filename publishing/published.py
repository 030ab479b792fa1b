"""What must a page or snippet type offer so that it can become a document?

Types inherit ``Published`` beside Wagtail's ``Page`` or their snippet bases. Everything here is a pure
function of an object made from a revision and of the compile context, so compiling can be repeated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from publishing.pictures import picture_findings
from publishing.representation import represent_field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from localization.gate import Finding
    from localization.sections import Section
    from publishing.context import CompileContext
    from publishing.list_filters import ListFilter


class Published:
    """Mixin (no database fields) of every type that readers see.

    ``document_type`` names the type in documents and the API, ``document_template`` the page's template
    (``None`` for snippets), ``api_collection`` the API's collection (``None``: not served by itself) and
    ``listing_type`` the type that an index page lists.
    """

    SECTIONS: ClassVar[tuple[Section, ...]] = ()
    document_type: ClassVar[str]
    # Whether a medical reviewer signs its sections (``localization.review``).
    medically_reviewed: ClassVar[bool] = False
    document_template: ClassVar[str | None] = None
    api_collection: ClassVar[str | None] = None
    # Facets that the API may filter the collection by, such as "category" for "category:<content id>".
    api_filters: ClassVar[tuple[str, ...]] = ()
    # Fair balance: a section that speaks of benefits, and the section on risks that is always shown with it.
    balanced_by: ClassVar[Mapping[str, str]] = {}
    listing_type: ClassVar[str | None] = None
    # What kind of page it is in schema.org's words.
    web_page: ClassVar[str] = "WebPage"
    # What index pages offer to filter lists of this type by.
    list_filters: ClassVar[Sequence[ListFilter]] = ()

    def findings(self) -> Sequence[Finding]:
        """Return what stands against publishing this object: undescribed pictures, and a type's own rules."""
        return picture_findings(self)

    def document_title(self) -> str:
        """Return the title of the document: a page's title, or what a snippet calls itself."""
        return str(getattr(self, "title", self))

    def compile_card(self, context: CompileContext) -> dict[str, Any]:
        """Return what lists and links show, made from the overview only; no cards of other content."""
        return {"summary": getattr(self, "summary", ""), "image": None}

    def compile_section(self, section: Section, context: CompileContext) -> dict[str, Any]:
        """Return the content of one section: each of its fields, represented."""
        return {name: represent_field(self, name, context) for name in section.fields}

    def compile_extra(self, context: CompileContext) -> dict[str, Any]:
        """Return the further top-level keys of the document."""
        return {}

    def facets(self, context: CompileContext) -> list[str]:
        """Return what lists filter on, such as ``category:<content id>``."""
        return []

    def main_entity(self, document: dict[str, Any]) -> dict[str, Any] | None:
        """Return the schema.org node that the page is about, from the finished document."""
        return None
