"""Does the first use of a word that the site explains lead to the explanation, and no other?"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from localization.languages import language
from publishing.models import Document
from publishing.terms import explained
from tests import factories


def card(title: str, tag: str = "en", **more: Any) -> dict[str, Any]:
    own = {
        "id": title,
        "type": "glossary-term",
        "language": tag,
        "title": title,
        "summary": f"What {title} is.",
    }
    return {**own, "abbreviation": "", **more}


def prose(text: str) -> str:
    return f'<body><main id="main"><div class="prose">{text}</div></main></body>'


def linked(html: str, *cards: dict[str, Any], code: str = "en") -> list[str]:
    """Return what became links to explanations, in reading order."""
    return re.findall(r'<a class="term"[^>]*>([^<]+)</a>', explained(html, cards, language(code)))


def test_only_the_first_use_is_a_link_with_the_explanation() -> None:
    html = explained(prose("<p>Collagen. More collagen.</p>"), [card("collagen")], language("en"))
    assert html == prose(
        '<p><a class="term" href="/en/glossary/#term-collagen" title="What collagen is.">Collagen</a>. '
        "More collagen.</p>"
    )


@pytest.mark.parametrize(
    "html",
    [
        prose("<h3>Collagen</h3>"),
        prose('<a href="/en/">Collagen <b>fibres</b></a>'),
        prose('<p lang="de" dir="ltr">Collagen</p>'),
        prose("Collagenase, pro-collagen and collagen-like"),
        prose('<img alt="collagen" src="collagen.webp">'),
        "<body><main><p>Collagen</p></main></body>",
        '<body><div class="prose">Collagen</div><main></main></body>',
        "<p>Collagen</p>",
    ],
)
def test_nothing_else_is_one(html: str) -> None:
    assert explained(html, [card("collagen")], language("en")) == html


def test_the_longest_name_wins_and_abbreviations_are_written_as_such() -> None:
    cards = (card("scar"), card("keloid scar"), card("hyperpigmentation", abbreviation="PIH"))
    assert linked(prose("A keloid\n scar, pih, PIH, a scar."), *cards) == ["keloid\n scar", "PIH", "scar"]


def test_a_word_explained_in_another_language_is_of_no_use() -> None:
    assert linked(prose("Collagen"), card("collagen", "de")) == []


@pytest.mark.parametrize(
    ("code", "title", "text", "found"),
    [
        ("ar", "الكولاجين", "إنتاج الكولاجين", "الكولاجين"),
        ("ar", "كولاجين", "إنتاج الكولاجين", "الكولاجين"),
        ("zh-hans", "胶原蛋白", "促使皮肤生成胶原蛋白。", "胶原蛋白"),
        ("de", "Ödem", "Ein Ödem entsteht.", "Ödem"),
    ],
)
def test_scripts_have_their_own_idea_of_a_word(code: str, title: str, text: str, found: str) -> None:
    assert linked(prose(text), card(title, language(code).tag), code=code) == [found]


@given(st.text(alphabet="aé<>&; x\n", max_size=60), st.text(alphabet="aéx <", min_size=2, max_size=5))
def test_nothing_but_links_is_added(text: str, name: str) -> None:
    html = prose(text.replace("<", "&lt;"))
    found = explained(html, [card(name)], language("en"))
    assert re.sub(r'<a class="term"[^>]*>([^<]*)</a>', r"\1", found) == html


@pytest.mark.django_db
def test_pages_follow_the_glossary_at_once_and_at_no_further_statement(client: Client) -> None:
    page: Any = factories.standard_page()
    client.get(page.url)
    before = client.get(page.url)
    term = factories.glossary_term(term="sources", definition="Where a claim comes from.")
    after = client.get(page.url)
    assert before["ETag"] != after["ETag"]
    assert 'title="Where a claim comes from."' in after.content.decode()
    etag = after["ETag"]
    term.unpublish()
    gone = client.get(page.url, headers={"if-none-match": etag})
    assert gone.status_code == 200
    assert 'class="term"' not in gone.content.decode()
    # A word whose time is set to end would outlive it in copies of the page.
    ends = factories.glossary_term(term="sources")
    Document.objects.filter(content_id=ends.translation_key).update(expires_at="2099-01-01T00:00Z")
    assert 'class="term"' not in client.get(page.url).content.decode()
