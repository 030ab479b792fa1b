"""Which words of a text have changed? Marks them, so that a translator need not look for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# A tag, one sign of a writing without spaces, a word (with what joins its parts, and numbers whole), a run of
# spaces, or any other sign.
_TOKEN = re.compile(
    r"<[^>]*>|[\u3040-\u30ff\u3400-\u9fff]|\d+(?:[.,]\d+)*|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:[’'-]\w+)*|\s+|."
)

# Where less than this share of the shorter text's words is left, a text counts as rewritten: single words
# that both happen to have would only distract.
REWRITTEN = 0.5


def tokens(text: str) -> list[str]:
    """Return the words, spaces, signs and tags of ``text``; joined they are the text again."""
    return _TOKEN.findall(text.replace("\n", " "))


def marked(old: str, new: str) -> tuple[SafeString, SafeString]:
    """Return both texts as HTML: what is gone in ``<del>`` in the old one, what has come in ``<ins>``."""
    before, after = tokens(old), tokens(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if _kept(matcher, before) < REWRITTEN * min(_words(before), _words(after)):
        return _part(before, _deleted), _part(after, _inserted)
    parts_of_old, parts_of_new = [], []
    for kind, i, j, k, m in matcher.get_opcodes():
        mark = kind != "equal"
        parts_of_old.append(_part(before[i:j], _deleted if mark else _plain))
        parts_of_new.append(_part(after[k:m], _inserted if mark else _plain))
    return _joined(parts_of_old), _joined(parts_of_new)


def _words(found: Iterable[str]) -> int:
    return sum(not token.isspace() for token in found)


def _kept(matcher: SequenceMatcher[str], before: list[str]) -> int:
    return sum(_words(before[block.a : block.a + block.size]) for block in matcher.get_matching_blocks())


def _part(found: Iterable[str], form: Callable[[str], SafeString]) -> SafeString:
    text = "".join(found)
    return form(text) if text else SafeString("")


def _plain(text: str) -> SafeString:
    return format_html("{}", text)


def _deleted(text: str) -> SafeString:
    return format_html("<del>{}</del>", text)


def _inserted(text: str) -> SafeString:
    return format_html("<ins>{}</ins>", text)


def _joined(parts: list[SafeString]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308  (every part was escaped by format_html)
