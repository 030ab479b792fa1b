"""How do the states of all languages get beside wagtail-localize's editor?"""

from __future__ import annotations

from django import template
from django.template import Context

from publishing.board.panels import panel_for

register = template.Library()


@register.simple_tag(takes_context=True)
def add_states_panel(context: Context) -> str:
    """Add the panel to those that the editor is about to draw."""
    panel = panel_for(context.get("instance"), context["request"])
    panels = context.get("side_panels")
    if panel is not None and panels is not None:
        panels.append(panel)
    return ""
