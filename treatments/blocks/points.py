"""How does an editor write a list of short points?"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


def points(**options: Any) -> blocks.ListBlock:
    """Return a block for a list of short points; ``options`` are those of ``ListBlock``."""
    point = blocks.CharBlock(default="", max_length=200, label=_("Point"))
    return blocks.ListBlock(point, default=[], **options)
