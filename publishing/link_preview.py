"""What do messengers and social networks show of a link to a page?  The Open Graph protocol (ogp.me)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel.core import get_global

from localization.languages import Language, language
from publishing.delivery import absolute

# Most of those who read previews know no WebP.
KIND = "image/jpeg"


def link_preview(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the head of a page says: the locales, and the picture in the page's language, if any."""
    spoken = language(document["language"])
    others = [language(entry["language"]) for entry in document["available_translations"]]
    return {
        "type": "website" if document["path"] == f"/{spoken.code}/" else "article",
        "locale": open_graph_locale(spoken),
        "other_locales": [open_graph_locale(other) for other in others if other != spoken],
        "image": _picture(document),
    }


def open_graph_locale(spoken: Language) -> str:
    """Return ``language_TERRITORY``, which the protocol demands; by CLDR, the likeliest territory."""
    cldr = spoken.cldr
    likely: Mapping[str, str] = get_global("likely_subtags")
    script = f"_{cldr.script}" if cldr.script else ""
    full = likely.get(f"{cldr.language}{script}") or likely.get(cldr.language, "")
    territory = cldr.territory or full.rpartition("_")[2]
    return f"{cldr.language}_{territory}" if territory else cldr.language


def _picture(document: Mapping[str, Any]) -> dict[str, Any] | None:
    figure = document.get("hero") or (document.get("sections", {}).get("hero") or {}).get("figure") or {}
    made = [rendition for rendition in figure.get("renditions") or [] if rendition["type"] == KIND]
    if not made:
        return None
    largest = max(made, key=lambda rendition: int(rendition["width"]))
    return {**largest, "url": absolute(largest["url"]), "alt": figure.get("alt", "")}
