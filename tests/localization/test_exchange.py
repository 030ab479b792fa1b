"""Does a translation that comes in as a whole say what it should, or nothing at all?"""

from __future__ import annotations

import pytest

from localization import exchange
from tests import factories
from treatments.models import Category

pytestmark = pytest.mark.django_db

TEXT = '<p>See <a href="https://one.example/">one</a> and <a href="https://two.example/">two</a>.</p>'


@pytest.fixture
def category() -> Category:
    """A published category with two links in one paragraph."""
    factories.locale("de")
    return factories.category(intro=TEXT)


def german(category: Category, html: str) -> Category:
    """Return what was sent to translation, with a German introduction."""
    sent = exchange.submit(category, "de")
    sent.name, sent.intro = "Spritzen", html
    return sent


def published(category: Category) -> Category:
    """Publish the German category and return it."""
    exchange.publish(category, "de")
    return Category.objects.get(translation_key=category.translation_key, locale__language_code="de")


def test_links_are_numbered_as_in_the_original_whatever_their_order(category: Category) -> None:
    turned = '<p><a href="https://two.example/">zwei</a>, <a href="https://one.example/">eins</a>.</p>'
    exchange.fill(category, "de", german(category, turned))
    target = published(category)
    assert (target.live, target.name, target.intro) == (True, "Spritzen", turned)


def test_a_paragraph_too_many_is_refused_and_nothing_is_written(category: Category) -> None:
    with pytest.raises(exchange.TextsDoNotMatch, match="has 2 texts instead of 1"):
        exchange.fill(category, "de", german(category, TEXT + "<p>Mehr.</p>"))
    assert not exchange.has_texts(category, "de")


@pytest.mark.parametrize(
    ("html", "sentence"),
    [
        ('<p>Siehe <a href="https://one.example/">eins</a>.</p>', "lacks a link of the original"),
        (TEXT.replace("two.example", "three.example"), "has a link that the original"),
    ],
)
def test_a_lost_or_foreign_link_is_refused(category: Category, html: str, sentence: str) -> None:
    with pytest.raises(exchange.TextsDoNotMatch, match=sentence):
        exchange.fill(category, "de", german(category, html))
    assert not exchange.has_texts(category, "de")


def test_a_second_fill_replaces_the_texts(category: Category) -> None:
    for word in ("Siehe", "Lies"):
        assert exchange.fill(category, "de", german(category, TEXT.replace("See", word))) == 2
    assert "Lies" in published(category).intro
