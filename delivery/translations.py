"""In which languages can a content be had, and in which no longer?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from localization.languages import language, position
from publishing.models import Document, Status

# The same members as in a document's ``available_translations``.
_FROM_CARD = ("language", "direction", "title", "path", "url", "api_path")


class Version(Protocol):
    """A language of a content, with its card."""

    @property
    def locale(self) -> str:
        """Its code."""

    @property
    def type(self) -> str:
        """Which type of document."""

    @property
    def status(self) -> str:
        """One of ``Status``."""

    @property
    def gone_reason(self) -> str:
        """Why it was taken down; empty for what is there."""

    @property
    def is_source(self) -> bool:
        """Whether the content was written in it."""

    @property
    def card(self) -> dict[str, Any]:
        """What lists show of it."""


def translations(versions: Iterable[Version | Document]) -> list[dict[str, Any]]:
    """Return an entry for each live document among ``versions``, in the order of the languages setting."""
    live = [version for version in versions if version.status == Status.LIVE]
    live.sort(key=lambda version: position(version.locale))
    return [
        {
            **{name: version.card.get(name) for name in _FROM_CARD},
            "name": language(version.locale).name,
            "is_source": version.is_source,
        }
        for version in live
    ]


def former_translations(versions: Iterable[Version | Document]) -> list[dict[str, Any]]:
    """Return an entry for each language in which the content was public and is no longer."""
    former = [version for version in versions if version.status != Status.LIVE]
    former.sort(key=lambda version: position(version.locale))
    return [
        {
            "language": language(version.locale).tag,
            "name": language(version.locale).name,
            "status": version.status,
            "reason": version.gone_reason or None,
        }
        for version in former
    ]
