"""Can a visitor with a phone read the site, from right to left too, and without being followed?"""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.e2e


def sideways(page: Page) -> int:
    """Return by how many pixels the open page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def test_a_phone_in_arabic_reads_from_right_to_left_and_changes_the_language(visitor: Page) -> None:
    visitor.goto("/ar/treatments/mesotherapy/")
    expect(visitor.locator("html")).to_have_attribute("dir", "rtl")
    expect(visitor.locator("html")).to_have_attribute("lang", "ar")
    start = visitor.get_by_role("heading", level=1).bounding_box()
    assert start is not None
    assert start["x"] + start["width"] > 300, "The heading does not begin on the right."

    visitor.locator(".languages summary").click()
    visitor.locator(".languages").get_by_role("link", name="Türkçe").click()
    expect(visitor).to_have_url("/tr/treatments/mesotherapy/")
    expect(visitor.locator("html")).to_have_attribute("dir", "ltr")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Mezoterapi")


def test_a_page_that_a_language_lacks_says_where_it_can_be_read(visitor: Page) -> None:
    answer = visitor.goto("/tr/treatments/chemical-peel/")
    assert answer is not None
    assert answer.status == 404
    expect(visitor.locator("html")).to_have_attribute("lang", "tr")
    links = visitor.locator(".available-languages a")
    assert [link.get_attribute("hreflang") for link in links.all()] == ["en", "de", "ar", "zh-Hans"]
    links.first.click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Chemical peel")


def test_a_language_is_offered_and_not_forced_and_a_choice_is_remembered(visitor: Page) -> None:
    visitor.goto("/de/treatments/mesotherapy/")
    offer = visitor.locator(".offer")
    expect(offer).to_have_attribute("lang", "en")
    expect(offer.get_by_role("link")).to_have_text("Would you rather read this page in English?")
    assert sideways(visitor) <= 0
    offer.get_by_role("button", name="Close").click()
    visitor.reload()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Mesotherapie")
    expect(offer).to_have_count(0)
    assert visitor.context.cookies() == []

    visitor.goto("/")
    expect(visitor).to_have_url("/en/")
    expect(offer).to_have_count(0)
    visitor.locator(".languages summary").click()
    visitor.locator(".languages").get_by_role("link", name="Türkçe").click()
    expect(visitor).to_have_url("/tr/")
    visitor.goto("/")
    expect(visitor).to_have_url("/tr/")
    visitor.goto("/en/treatments/mesotherapy/")
    expect(visitor.locator("html")).to_have_attribute("lang", "en")


def test_names_are_suggested_while_a_reader_types(visitor: Page) -> None:
    visitor.goto("/en/")
    visitor.locator("#search-text").press_sequentially("mes")
    expect(visitor.locator("#search-names option")).to_have_count(1)
    assert visitor.locator("#search-names option").get_attribute("value") == "Mesotherapy"


def test_the_first_use_of_a_word_leads_to_its_explanation(visitor: Page) -> None:
    visitor.goto("/ar/treatments/mesotherapy/")
    word = visitor.locator("a.term").first
    told = word.get_attribute("title") or ""
    word.click()
    assert told in visitor.locator(":target").inner_text()
