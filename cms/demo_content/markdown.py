"""How does the little Markdown of the demo files become the rich text that Wagtail's editor writes?

Paragraphs, ``- `` and ``1. `` lists, ``### `` headings, ``**bold**``, ``*italic*`` and links; nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

# What a link's target becomes: the attributes of the <a> element.
LinkTo = Callable[[str], dict[str, str]]

_POINT = re.compile(r"^(?:-|\d+\.) +")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"\*(.+?)\*")
# A line break between two wide characters (Chinese) stands for nothing, elsewhere for a space.
_WIDE_BREAK = re.compile("(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])")


def to_html(text: str, link_to: LinkTo) -> str:
    """Return the rich text for a Markdown text.

    Args:
        text: the Markdown.
        link_to: gives the attributes of a link for its target.
    """
    return "".join(_block(part.strip(), link_to) for part in re.split(r"\n\s*\n", text.strip()))


def _block(part: str, link_to: LinkTo) -> str:
    if part.startswith("### "):
        return f"<h3>{_inline(part[4:], link_to)}</h3>"
    if not _POINT.match(part):
        return f"<p>{_inline(part, link_to)}</p>"
    tag = "ul" if part.startswith("-") else "ol"
    points: list[str] = []
    for line in part.splitlines():
        if _POINT.match(line):
            points.append(_POINT.sub("", line))
        else:
            points[-1] += f"\n{line.strip()}"
    return f"<{tag}>{''.join(f'<li>{_inline(point, link_to)}</li>' for point in points)}</{tag}>"


def _inline(text: str, link_to: LinkTo) -> str:
    text = " ".join(line.strip() for line in _WIDE_BREAK.sub("", text.strip()).splitlines())
    html = escape(text, quote=False)
    html = _BOLD.sub(r"<b>\1</b>", html)
    html = _ITALIC.sub(r"<i>\1</i>", html)
    return _LINK.sub(lambda match: _anchor(match[1], link_to(match[2])), html)


def _anchor(label: str, attributes: dict[str, str]) -> str:
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<a{written}>{label}</a>"
