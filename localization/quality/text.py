"""What does a reader see of a string with inline tags, and which of it is not prose?"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*)?)/?>")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)

EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# ASCII only: in Chinese the sentence goes on behind an address without a space.
URL = re.compile(r"(?:https?://|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+", re.IGNORECASE)
_URL_END = ".,;:!?)]'"
PLACEHOLDER = re.compile(r"%\([A-Za-z_]\w*\)[sdif]|\{[A-Za-z_][\w.]*\}|\{\d+\}|(?<![\d٪%])%[sd](?![\w'’])")


@dataclass(frozen=True, slots=True)
class Text:
    """A string, taken apart: ``plain`` words, and ``prose`` without addresses and placeholders."""

    data: str
    plain: str
    prose: str
    emails: tuple[str, ...]
    urls: tuple[str, ...]
    placeholders: tuple[str, ...]


# Short vowels and lengthening are written or not, and so is the hamza on an alif.
_ARABIC_SIGNS = dict.fromkeys([*range(0x64B, 0x653), 0x670, 0x640]) | str.maketrans("أإآٱى", "ااااي")


def folded_arabic(text: str) -> str:
    """Return ``text`` with one spelling of Arabic words; other scripts stay as they are."""
    return text.translate(_ARABIC_SIGNS)


@lru_cache(maxsize=1024)
def parse(data: str) -> Text:
    """Take a string apart. Inline tags leave no trace in the words, a line break becomes one."""
    plain = folded_arabic(html.unescape(TAG.sub("", BREAK.sub("\n", data))))
    emails = tuple(EMAIL.findall(plain))
    rest = EMAIL.sub(_blank, plain)
    urls = tuple(url.rstrip(_URL_END) for url in URL.findall(rest))
    rest = URL.sub(_blank, rest)
    placeholders = tuple(PLACEHOLDER.findall(rest))
    return Text(data, plain, PLACEHOLDER.sub(_blank, rest), emails, urls, placeholders)


def _blank(match: re.Match[str]) -> str:
    """Keep the length: positions in the prose are positions in the words."""
    return "\ufffc" + " " * (len(match.group()) - 1)
