"""How does an editor preview a snippet that readers meet inside pages: a person, say, or the menus?"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone, translation
from wagtail.models import PreviewableMixin

from localization.languages import language
from publishing.compile import compile_object, serialise
from publishing.delivery import for_html
from publishing.lookup import FRAME_TYPES
from publishing.published import Published
from publishing.rendering import surroundings


class PublishedSnippet(Published, PreviewableMixin):
    """Mixin of snippet types that readers see; stands first in the bases."""

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show what the editor is writing: in the page's frame if it belongs there, else as an entry."""
        compiled = compile_object(self)
        body, _etag = serialise(compiled.data, timezone.now())
        document: dict[str, Any] = for_html(body)
        context = {"document": document, "is_preview": True, **surroundings(language(document["language"]))}
        if document["type"] in FRAME_TYPES:
            context["frame"] = {**context["frame"], document["type"]: document}
        with translation.override(language(document["language"]).code):
            response = HttpResponse(render_to_string("publishing/snippet_preview.html", context))
        response["Cache-Control"] = "private, no-store"
        response["Content-Language"] = document["language"]
        return response
