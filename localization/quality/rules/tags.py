"""Are links, emphasis and line breaks of the source all there?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from localization.quality.strings import Strings
from localization.quality.text import BREAK, TAG, parse

_LINK = re.compile(r'<a\s[^>]*?id="(a\d+)"[^>]*>(.*?)</a>', re.DOTALL)
STRONG = {"b": "b", "strong": "b"}
SLIGHT = {"i": "i", "em": "i"}


def links(strings: Strings) -> Iterator[str]:
    """Every link of the source is in the translation once, around some words."""
    there = Counter(number for number, _words in _LINK.findall(strings.target_data))
    for number, words in _LINK.findall(strings.source_data):
        if there[number] != 1:
            yield _(
                "The link around “%(words)s” of the source is missing or there twice. "
                "Put it around the same words."
            ) % {"words": parse(words).plain}
    for number, words in _LINK.findall(strings.target_data):
        if not parse(words).plain.strip():
            yield _("A link has no words in it. Put it around the words that belong to it.")
        if f'id="{number}"' not in strings.source_data:
            yield _("There is a link around “%(words)s” that the source does not have. Remove it.") % {
                "words": parse(words).plain
            }


def bold(strings: Strings) -> Iterator[str]:
    """As much is bold as in the source."""
    yield from _counted(strings, STRONG, _("bold"))


def italic(strings: Strings) -> Iterator[str]:
    """As much is italic as in the source."""
    yield from _counted(strings, SLIGHT, _("italic"))


def _counted(strings: Strings, names: dict[str, str], called: str) -> Iterator[str]:
    wanted, there = _count(strings.source_data, names), _count(strings.target_data, names)
    if wanted != there:
        yield _(
            "The source has %(wanted)d passages in %(style)s, the translation %(there)d. Mark the same words."
        ) % {"wanted": wanted, "there": there, "style": called}


def _count(data: str, names: dict[str, str]) -> int:
    return sum(1 for slash, name, _rest in TAG.findall(data) if not slash and name.lower() in names)


def breaks(strings: Strings) -> Iterator[str]:
    """There are as many lines as in the source: each may be an item of a list."""
    wanted, there = (len(BREAK.findall(data)) for data in (strings.source_data, strings.target_data))
    if wanted != there:
        yield ngettext(
            "The source has %(count)d line, the translation %(there)d. Write as many, in the same order.",
            "The source has %(count)d lines, the translation %(there)d. Write as many, in the same order.",
            wanted + 1,
        ) % {"count": wanted + 1, "there": there + 1}
