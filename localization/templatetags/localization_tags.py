"""What is taken out of wagtail-localize's editor before it is drawn?"""

from __future__ import annotations

import json

from django import template
from django.template import Context

register = template.Library()

# What ends the translation workflow of a page (localization.permissions says why it is for administrators).
FOR_ADMINISTRATORS = ("stopTranslationUrl", "convertToAliasUrl")


@register.simple_tag(takes_context=True)
def withhold_structure(context: Context) -> str:
    """Take from the editor's data the addresses of what only administrators may do."""
    if context["request"].user.is_superuser:
        return ""
    for layer in context.dicts:
        if "props" in layer:
            props = json.loads(layer["props"])
            props["links"] |= dict.fromkeys(FOR_ADMINISTRATORS)
            layer["props"] = json.dumps(props)
    return ""
