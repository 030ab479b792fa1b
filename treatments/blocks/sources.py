"""What does the page rest on? The section ``sources``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from localization.languages import language
from publishing.context import CompileContext
from treatments.choices import SourceKind

if TYPE_CHECKING:
    from treatments.models import Source


class SourceBlock(blocks.StructBlock):
    """One source, with a note in the language of the page."""

    source = SnippetChooserBlock("treatments.Source", label=_("Source"))
    note = blocks.TextBlock(
        default="",
        required=False,
        label=_("Note"),
        help_text=_(
            "What the source says that matters here, in the language of the page. The title stays as it is."
        ),
    )

    class Meta:
        icon = "openquote"
        label = _("Source")
        group = _("Sources")
        description = _("A guideline, study or notice that the page rests on.")
        preview_value = {"source": None, "note": "A review of nine small studies."}

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any]:
        """Return one entry of ``sections.sources.items`` without ``id`` and ``n``."""
        source: Source = value["source"]
        context.reference(source)
        written_in = language(source.language)
        return {
            "kind": context.choice(SourceKind.choices, source.kind),
            "title": {"value": source.title, "language": written_in.tag, "direction": written_in.direction},
            "publisher": source.publisher,
            "authors": source.authors,
            "year": source.year,
            "doi": source.doi or None,
            "url": source.url or None,
            "accessed": source.accessed.isoformat() if source.accessed else None,
            "note": value["note"],
        }


class SourcesBlock(blocks.StreamBlock):
    """The section ``sources``: numbered from 1 in this order."""

    source = SourceBlock()

    def compile(self, value: Any, context: CompileContext) -> dict[str, Any]:
        """Return the section without its heading: ``items``.

        A deleted source is left out; the others keep their numbers.
        """
        return {
            "items": [
                {"id": child.id, "n": n, **child.block.compile(child.value, context)}
                for n, child in enumerate(value, start=1)
                if child.value["source"] is not None
            ]
        }
