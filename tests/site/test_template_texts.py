"""Is every word that a visitor reads in the catalogues? No template may hold a bare one."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.template.base import Lexer, TokenType

ROOT = Path(settings.BASE_DIR) / "templates"
TEMPLATES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.html"))
SPOKEN = {"alt", "title", "aria-label", "aria-description", "placeholder", "label"}
# Words in a tag or filter that are shown as they stand: label="Length", value|default:"none".
LITERAL = re.compile(
    r"""(?:\b(?:label|title|text|heading)=|\|(?:default|default_if_none|yesno|pluralize|add|join):)
                         (?P<quote>["'])(?P<words>.*?)(?P=quote)""",
    re.VERBOSE,
)
LETTER = re.compile(r"[^\W\d_]")
# What a template prints stands here as one sign that is no letter.
PRINTED = "\u2400"


class Words(HTMLParser):
    """Collects the words that stand in text or in attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        """Take the words of a text."""
        # Style sheets and scripts are not for reading; the parser gives them as one text (CDATA).
        if self.cdata_elem is None and LETTER.search(data):
            self.found.append(data.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the words of attributes."""
        self.found += [value for name, value in attrs if name in SPOKEN and value and LETTER.search(value)]


def bare_words(source: str) -> list[str]:
    """Return the words of a template that stand outside translate and blocktranslate."""
    text, closing = "", ""
    literals: list[str] = []
    for token in Lexer(source).tokenize():
        name = token.contents.split()[0] if token.token_type == TokenType.BLOCK else ""
        if closing:
            closing = "" if name == closing else closing
        elif name in ("blocktranslate", "blocktrans", "comment"):
            closing = f"end{name}"
            text += PRINTED
        elif token.token_type == TokenType.TEXT:
            text += token.contents
        elif token.token_type != TokenType.COMMENT:
            text += PRINTED
            literals += [match["words"] for match in LITERAL.finditer(token.contents)]
    words = Words()
    words.feed(text)
    return words.found + [literal for literal in literals if LETTER.search(literal)]


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_word_is_in_the_catalogues(template: str) -> None:
    assert bare_words((ROOT / template).read_text(encoding="utf-8")) == []


def test_the_check_finds_bare_words() -> None:
    assert bare_words("<p>{{ a }} days</p>") == [f"{PRINTED} days"]
    assert bare_words('<a aria-label="Menu {{ a }}"></a>') == [f"Menu {PRINTED}"]
    assert bare_words("<p>{% blocktranslate %}days{% endblocktranslate %}</p>") == []
    assert bare_words('<a aria-label="{% translate "Menu" %}"></a>') == []
    assert bare_words('{% include "fact.html" with label="Length" %}{{ a|default:"none" }}') == [
        "Length",
        "none",
    ]
    assert bare_words('{% include "fact.html" with label=_("Length") %}{{ a|default:b }}') == []
