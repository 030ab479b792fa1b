"""How do Wagtail's own confirmations list what will happen in which language?"""

from __future__ import annotations

from typing import Any

from django import template
from wagtail.models import Page

from publishing.cascade import effects
from publishing.published import Published

register = template.Library()
TABLE = "wagtailadmin/cascade/effects.html"


@register.inclusion_tag(TABLE)
def effects_of(act: str, instance: Any, destination: Page | None = None) -> dict[str, Any]:
    """Show what an act (``unpublish``, ``delete``, ``move``, ``privacy``) does to a page or snippet.

    Nothing is shown for what readers never see, such as a collection of images.
    """
    return _context(act, [instance], destination)


@register.inclusion_tag(TABLE)
def effects_of_several(act: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    """Show what a bulk action does to the pages or snippets that were ticked."""
    return _context(act, [entry["item"] for entry in items], None)


def _context(act: str, instances: list[Any], destination: Page | None) -> dict[str, Any]:
    concerned = [
        row for row in (getattr(one, "specific", one) for one in instances) if isinstance(row, Published)
    ]
    found = [effect for row in concerned for effect in _effects(act, row, destination)]
    return {
        "effects": list(dict.fromkeys(found)),
        "languages": len({effect.language for effect in found}),
        "only_this_language": any(effects.is_translation(row) for row in concerned),
    }


def _effects(act: str, row: Any, destination: Page | None) -> list[effects.Effect]:
    if act == "move":
        return effects.effects_of_moving(row, destination)
    told = {
        "unpublish": effects.effects_of_unpublishing,
        "delete": effects.effects_of_deleting,
        "privacy": effects.effects_of_restricting,
    }
    return told[act](row)
