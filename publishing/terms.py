"""Where does a page use a word that the site explains?  The first use leads to the explanation.

Done to the finished page, because a document's text is what the API gives and reviewers sign. A name counts
where it stands as a word of its own, written as in the glossary: word forms are not guessed, since a wrong
match in a medical text is worse than none (docs/decisions/0029).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import escape, format_html

from localization.languages import Language
from publishing.gatherings import word_list

Card = Mapping[str, Any]

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z0-9]+)", re.IGNORECASE)
_LANG = re.compile(r'\slang="([^"]*)"')
# Running text stands in elements of this class; never in what leads somewhere already, or is a heading.
_PROSE = re.compile(r'\sclass="(?:[^"]*\s)?prose(?:\s[^"]*)?"')
NOT_IN = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6", "button", "summary", "label", "dt", "dfn"})
VOID = frozenset({"br", "hr", "img", "input", "source", "wbr", "use", "link", "meta"})
# Arabic writes the article in front of a word, Chinese no spaces between words.
_ARTICLE = "ال"
_UNSPACED = ("zh", "ja")


def explained(html: str, cards: Iterable[Card], spoken: Language) -> str:
    """Return a page in which the first use of each word leads to its explanation.

    Args:
        html: a finished page, of well-formed elements.
        cards: those of the words; only what is explained in the page's own language counts.
        spoken: the language of the page. Text that says it is in another one is left alone.
    """
    by_name = _names(cards, spoken)
    before, opening, rest = html.partition("<main")
    if not by_name or not opening:
        return html
    main, closing, after = rest.partition("</main>")
    return before + opening + _linked(main, by_name, spoken) + closing + after


def _names(cards: Iterable[Card], spoken: Language) -> dict[str, Card]:
    found: dict[str, Card] = {}
    for card in cards:
        names = (card["title"], card.get("abbreviation") or "") if card["language"] == spoken.tag else ()
        found |= {_folded(escape(name), spoken): card for name in names if len(name) > 1}
    return found


def _pattern(names: Iterable[str], spoken: Language) -> re.Pattern[str]:
    # The longest first, so that a name is not taken for a shorter one that it begins with.
    ordered = sorted(names, key=len, reverse=True)
    either = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)
    if spoken.cldr.language in _UNSPACED:
        return re.compile(either)
    article = f"(?:{_ARTICLE})?" if spoken.cldr.language == "ar" else ""
    return re.compile(rf"(?<![\w-]){article}(?:{either})(?![\w-])", re.IGNORECASE)


def _linked(main: str, by_name: dict[str, Card], spoken: Language) -> str:
    pattern, left = _pattern(by_name, spoken), {card["id"] for card in by_name.values()}

    def link(match: re.Match[str]) -> str:
        card = by_name.get(_folded(match[0], spoken))
        if card is None or card["id"] not in left or not _as_written(match[0], card):
            return match[0]
        left.remove(card["id"])
        address = f"{word_list(card['type'], spoken)}#term-{card['id']}"
        opening = format_html('<a class="term" href="{}" title="{}">', address, card["summary"])
        return f"{opening}{match[0]}</a>"

    pieces, within = [], _Within(spoken.tag)
    for piece in _TAG.split(main):
        if piece.startswith("<"):
            within.pass_by(piece)
        elif within.is_running_text and left:
            piece = pattern.sub(link, piece)
        pieces.append(piece)
    return "".join(pieces)


def _folded(text: str, spoken: Language) -> str:
    folded = " ".join(text.casefold().split())
    return folded.removeprefix(_ARTICLE) if spoken.cldr.language == "ar" else folded


def _as_written(text: str, card: Card) -> bool:
    """Say whether an abbreviation is written as one: “PIH”, not “pih”."""
    short = escape(card.get("abbreviation") or "")
    return text.casefold() != short.casefold() or text == short


class _Within:
    """In which elements a place of the page is."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.open: list[tuple[str, bool, bool]] = []
        self.is_running_text = False

    def pass_by(self, piece: str) -> None:
        """Take note of an opening or closing tag."""
        match = _NAME.match(piece)
        if match is None or match[1].lower() in VOID or piece.endswith("/>"):
            return
        name = match[1].lower()
        if piece.startswith("</"):
            while self.open and self.open.pop()[0] != name:
                continue
        else:
            said = _LANG.search(piece)
            barred = name in NOT_IN or (said is not None and said[1] != self.tag)
            self.open.append((name, barred, _PROSE.search(piece) is not None))
        self.is_running_text = any(prose for _name, _barred, prose in self.open) and not any(
            barred for _name, barred, _prose in self.open
        )
