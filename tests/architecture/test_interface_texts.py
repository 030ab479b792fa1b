"""Does every word that the interface adds to a page come from the catalogues?

A catalogue puts every message in brackets. What then stands on a page without brackets is either an editor's
text, which the factories mark (``en·k003``), or a word that no translator ever sees.
"""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings
from wagtail.models import Page

from cms.catalogues import compile_catalogues
from cms.messages import catalogue_path, merged, project_messages
from publishing.models import Document
from tests import factories

SPOKEN = {"alt", "title", "aria-label", "aria-description", "placeholder"}
UNSEEN = {"script", "style", "time"}  # Dates are CLDR's.
# What the factories mark as theirs, names of sources, addresses, codes of diseases.
EDITORS = re.compile(r"en·|\bk\d{4,}\b|\bExamples?\b|\.example\b|\b[A-Z]\d\d\.\d\b")
WORD = re.compile(r"[^\W\d_]")


class Shown(HTMLParser):
    """Collects what a page shows or reads out outside brackets; a message may hold elements and messages."""

    def __init__(self) -> None:
        super().__init__()
        self.outside: list[str] = []
        self.depth = 0
        self.unseen = ""

    def take(self, text: str) -> None:
        """Keep what of a text stands outside all brackets, also those that an earlier text has opened."""
        kept = ""
        for sign in text:
            self.depth += (sign == "⟦") - (sign == "⟧")
            kept += sign if self.depth == 0 and sign != "⟧" else ""
        if WORD.search(kept) and not EDITORS.search(text):
            self.outside.append(kept.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the attributes that are read out."""
        self.unseen = self.unseen or (tag if tag in UNSEEN else "")
        for name, value in attrs:
            if name in SPOKEN and value:
                self.take(value)

    def handle_endtag(self, tag: str) -> None:
        """Listen again after a script."""
        if tag == self.unseen:
            self.unseen = ""

    def handle_data(self, data: str) -> None:
        """Take a text."""
        if not self.unseen:
            self.take(data)


def unclaimed(html: str) -> list[str]:
    """Return the texts that are neither a translator's nor an editor's."""
    page = Shown()
    page.feed(html)
    assert page.depth == 0
    return page.outside


@pytest.fixture
def _bracketed(settings: Settings, tmp_path: Path) -> None:
    """Let English be a language whose every message is in brackets."""
    path = catalogue_path(tmp_path, "en")
    # German has the plural forms of English; Django's English catalogue does not say them.
    catalogue = merged(path, "de", project_messages())
    for entry in catalogue:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: f"⟦{entry.msgid}⟧", 1: f"⟦{entry.msgid_plural}⟧"}
        else:
            entry.msgstr = f"⟦{entry.msgid}⟧"
    path.parent.mkdir(parents=True)
    catalogue.save(str(path))
    compile_catalogues(tmp_path)
    settings.LOCALE_PATHS = [tmp_path]


@pytest.fixture
def _site() -> None:
    for snippet in (factories.organisation, factories.navigation):
        snippet()


@pytest.mark.django_db
@pytest.mark.usefixtures("_bracketed", "_site")
@pytest.mark.parametrize("make", [factories.treatment, factories.condition, factories.home])
def test_every_word_of_the_interface_is_in_the_catalogues(client: Client, make: Callable[[], Page]) -> None:
    page = make()
    document = Document.objects.get(content_id=page.translation_key)
    html = client.get(str(document.path)).content.decode()
    assert "⟦" in html
    assert unclaimed(html) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("_bracketed")
def test_answers_without_a_page_are_in_the_catalogues_too(client: Client) -> None:
    factories.home()
    assert unclaimed(client.get("/en/no-such-page/").content.decode()) == []
    problem = client.get("/api/v1/treatments/", {"locale": "en", "nonsense": "1"}).json()
    assert unclaimed(problem["title"]) == unclaimed(problem["detail"]) == []


def test_the_check_tells_interface_from_content() -> None:
    page = '<p>⟦⟦common⟧: <b>1</b> in 5⟧</p><p>Pain en·k</p><p aria-label="Menu">5 days</p><time>1 May</time>'
    assert unclaimed(page) == ["Menu", "5 days"]
