"""Does the client take JSON?"""

from __future__ import annotations

from collections.abc import Iterable

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request


class JsonOnly(DefaultContentNegotiation):
    """Takes the short way for what nearly every client sends; REST framework judges the rest."""

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """Return the renderer and its media type.

        Raises:
            NotAcceptable: the client takes nothing that there is.
        """
        if request.META.get("HTTP_ACCEPT", "*/*") in ("*/*", "application/json"):
            only = next(iter(renderers))
            return only, str(only.media_type)
        return super().select_renderer(request, renderers, format_suffix)
