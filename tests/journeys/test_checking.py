"""Does whoever is refused find the text that stands against it, mend it and publish?"""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.admin import change_translation, on_the_board, refusal, success
from tests.journeys.changed_pages import Changed
from tests.journeys.running_site import Site

pytestmark = pytest.mark.e2e
GERMAN = f"/de/{Changed.CHECKING.slug}/"
RIGHT, WRONG, MENDED = "nach 14 Tagen", "nach 41 Tagen", "spätestens nach 14 Tagen"
ORIGINAL = "These records are deleted after 14 days."


def test_a_refusal_leads_to_the_text_and_the_mended_page_is_public(
    site: Site, translator: Page, visitor: Page
) -> None:
    on_the_board(translator, "Privacy").get_by_role("link", name="Current").click()
    change_translation(translator, ORIGINAL, RIGHT, WRONG)
    translator.get_by_role("button", name="Publish in German").click()
    expect(refusal(translator)).to_contain_text("was not published")
    assert WRONG not in site.get(GERMAN).text

    refusal(translator).get_by_role("link", name="Before you publish").click()
    expect(translator.get_by_text("1 point has to be put right or accepted")).to_be_visible()
    expect(translator.get_by_text("The number 14 of the source is missing")).to_be_visible()
    translator.get_by_role("link", name="Open the text").first.click()
    expect(translator.get_by_text(ORIGINAL)).to_be_in_viewport()

    mended = change_translation(translator, ORIGINAL, WRONG, MENDED)
    translator.get_by_role("button", name="Publish in German").click()
    expect(success(translator)).to_contain_text("Published")
    visitor.goto(GERMAN)
    expect(visitor.get_by_text(mended)).to_be_visible()
