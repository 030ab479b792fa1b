"""Can a visitor with a phone read the site, from right to left too, and without being followed?"""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.e2e


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
    assert [link.get_attribute("hreflang") for link in links.all()] == ["en", "de", "ar"]
    links.first.click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Chemical peel")
