"""Is it a translation at all: not the source again, not a fragment, and readable in its direction?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _

from localization.quality.lexicon import WORD
from localization.quality.strings import Strings

# In reading length, below which and above which something is lost or added (the gold set lies within 0.5
# and 2).
SHORTEST, LONGEST, TOO_SHORT_TO_SAY = 0.45, 2.3, 40
_OPENING = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
_NAME = re.compile(r"^[A-Z0-9]")


def untranslated(strings: Strings) -> Iterator[str]:
    """The words are not those of the source. Names and codes may be."""
    words = WORD.findall(strings.source.prose)
    common = [word for word in words if not _NAME.match(word)]
    if len(common) >= 3 and strings.source.plain.strip() == strings.target.plain.strip():
        yield _("This is the text of the source, untranslated. Translate it.")


def length(strings: Strings) -> Iterator[str]:
    """The translation is about as long as the source."""
    wanted, there = reading_length(strings.source.plain), reading_length(strings.target.plain)
    if wanted < TOO_SHORT_TO_SAY:
        return
    if there < SHORTEST * wanted:
        yield _("This is much shorter than the source. Check that nothing was left out.")
    elif there > LONGEST * wanted:
        yield _("This is much longer than the source. Check that nothing was added.")


def reading_length(text: str) -> int:
    """Return the length of a text in which a wide character counts three: it says as much."""
    return sum(3 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def bidi(strings: Strings) -> Iterator[str]:
    """Marks that change the direction of writing are closed in the order they were opened."""
    waiting: list[str] = []
    for character in strings.target.plain:
        if character in _OPENING:
            waiting.append(_OPENING[character])
        elif character in ("\u202c", "\u2069") and (not waiting or waiting.pop() != character):
            waiting.append(character)
            break
    if waiting:
        yield _(
            "An invisible mark for the direction of writing is not closed, so what follows may be read in "
            "the wrong order. Delete the text around it and type it again."
        )


def list_items(strings: Strings) -> Iterator[str]:
    """A list within a sentence has as many items as in the source."""
    if strings.lexicons is None:
        return
    source, target = strings.lexicons
    for separators in (";；؛", ",、，،"):
        wanted = _count(strings.source.prose, separators)
        if wanted < 2 or (separators[0] == "," and wanted < 3):
            continue
        joined = len(target.words.conjunction.findall(strings.target.prose))
        joined -= len(source.words.conjunction.findall(strings.source.prose))
        others = _count(strings.target.prose, ";；؛,、，،.。:：") - _count(strings.source.prose, ";,.:")
        lost = wanted - _count(strings.target.prose, separators)
        if lost > 0 and lost > max(0, joined) + (others + lost if others + lost > 0 else 0):
            yield _("An item of a list seems to be missing. Compare the items with the source.")
            return


def _count(prose: str, separators: str) -> int:
    # A comma between digits is no separator.
    return len(re.findall(rf"(?<!\d)[{separators}]|[{separators}](?!\d)", prose))
