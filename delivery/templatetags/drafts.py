"""What does the translation editor, which has no menu, say about links to the draft?"""

from __future__ import annotations

from typing import Any

from django import template

from delivery.drafts.admin.entries import draft_links_url, is_shared, may_share

register = template.Library()


@register.inclusion_tag("delivery/drafts/entry.html", takes_context=True)
def draft_links_entry(context: dict[str, Any], instance: Any) -> dict[str, Any]:
    """Lead to the links to the draft of ``instance``, if there can be any and the user may give them out."""
    shown = is_shared(instance) and may_share(context["request"].user, instance)
    return {"url": draft_links_url(instance) if shown else ""}
