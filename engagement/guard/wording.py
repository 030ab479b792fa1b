"""Does a text look like one that nobody wrote for us?  Links, and writing that is not the page's.

Such a message is not refused: people do quote addresses, and do write to a German clinic in Ukrainian. Who
looks after the messages sees a word about it.
"""

from __future__ import annotations

import re
import unicodedata

# An address in full, or what a forum would make a link of.
_LINK = re.compile(r"https?://|www\.|\[url|<a\s", re.IGNORECASE)
MOST_LINKS = 1
# The beginnings of Unicode's names of letters, for the languages that are not written in Latin letters.
_WRITTEN_IN = {"ar": ("ARABIC",), "zh": ("CJK",)}
# Letters of another writing that a message may have: names, medicines.
_SHARE = 0.5


def suspicions(text: str, *codes: str) -> list[str]:
    """Return why a text looks like spam where languages are expected: ``links``, ``writing``, or nothing."""
    found = []
    if len(_LINK.findall(text)) > MOST_LINKS:
        found.append("links")
    letters = [letter for letter in text if letter.isalpha()]
    expected = ("LATIN", *(name for code in codes for name in _WRITTEN_IN.get(code.partition("-")[0], ())))
    foreign = sum(not unicodedata.name(letter, "").startswith(expected) for letter in letters)
    if foreign > _SHARE * len(letters):
        found.append("writing")
    return found
