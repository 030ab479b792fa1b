"""How does a page type behave where Wagtail calls the page itself: previews, restricted pages, “View live”?

All three compile in memory with the very function that makes documents, and use the same template.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.models import Site

from localization.editions import Edition, editions_of
from localization.gate import Finding
from publishing.addressing import address_findings
from publishing.compile import Compiled, compile_live, compile_object, serialise
from publishing.copy_form import CopyWithoutAlias
from publishing.delivery import for_html
from publishing.page_form import PublishedPageForm
from publishing.paths import path_of
from publishing.published import Published
from publishing.published_types import rows_of
from publishing.rendering import render


class PublishedPage(Published):
    """Mixin of page types; stands before Wagtail's ``Page`` in the bases."""

    base_form_class = PublishedPageForm
    copy_form_class = CopyWithoutAlias

    def findings(self) -> Sequence[Finding]:
        """Return what stands against publishing this page: also an address at which nobody could read it."""
        page: Any = self
        return [*super().findings(), *address_findings(page)]

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer for a page behind a restriction, which Wagtail has already asked for."""
        return _answer(compile_live(self._edition()))

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show what the editor is writing, as the page it will be."""
        return _answer(compile_object(self), request)

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """Return site id, its root address and this page's path, for Wagtail's links to the live page."""
        site = Site.objects.filter(is_default_site=True).first()
        path = path_of(self)
        return None if site is None or path is None else (site.pk, site.root_url, path)

    def _edition(self) -> Edition:
        page: Any = self
        return editions_of(rows_of(page.translation_key, type(page)))[page.locale.language_code]


def _answer(compiled: Compiled, preview_request: HttpRequest | None = None) -> HttpResponse:
    body, _etag = serialise(compiled.data, timezone.now())
    response = HttpResponse(render(for_html(body), preview_request=preview_request))
    response["Cache-Control"] = "private, no-store"
    response["Content-Language"] = compiled.data["language"]
    return response
