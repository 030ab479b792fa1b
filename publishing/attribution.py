"""Whom does somebody name who shows our content, where do they link to, and how long may they keep it?"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext as _

from localization.languages import Language
from publishing.context import BASE

# What was always there, and moves the date of a document when it changes. The rest is made from it.
READ = ("name", "url")


def attribution(name: str, url: str | None, spoken: Language) -> dict[str, Any]:
    """Return the block of a document in the reader's language, which must be active.

    Args:
        name: of the organisation; may be empty.
        url: of the page; ``None`` for what has no page (a snippet), which links to the language's home page.
        spoken: the language of the document.
    """
    link = url or f"{BASE}/{spoken.code}/"
    called = name or link
    return {
        "name": name,
        "url": link,
        "text": f"{_('Source: %(name)s') % {'name': called}}\n{link}",
        "html": format_html(
            '<p lang="{}" dir="{}">{}</p>',
            spoken.tag,
            spoken.direction,
            format_html(
                _("Source: %(name)s").replace("%(name)s", '<a href="{}"><bdi>{}</bdi></a>'), link, called
            ),
        ),
        "max_cache_seconds": settings.COPY_MAX_SECONDS,
    }


def as_read(block: dict[str, Any] | None, url: str | None) -> dict[str, Any] | None:
    """Return what of the block counts as content: name and link of what has a page."""
    return None if block is None or url is None else {member: block[member] for member in READ}
