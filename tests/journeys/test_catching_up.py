"""Does a change of the original find its translator, and does the reader hear of it until it is confirmed?"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.admin import on_the_board, publish, success
from tests.journeys.changed_pages import Changed
from tests.journeys.running_site import Site

pytestmark = pytest.mark.e2e
GERMAN = f"/de/{Changed.CATCHING_UP.slug}/"
TITLE = "How we keep our content right"


def test_a_change_of_the_original_is_confirmed_and_the_notice_goes(
    site: Site, editor: Page, translator: Page, visitor: Page
) -> None:
    visitor.goto(GERMAN)
    before = visitor.locator("h2").first.inner_text()
    expect(visitor.locator(".notice-behind")).to_have_count(0)

    on_the_board(editor, TITLE).get_by_role("link", name="Original").click()
    heading = editor.locator("input[name^='body-'][name$='-value']").first
    old = heading.input_value()
    heading.fill(f"{old}, in short")
    publish(editor)
    expect(success(editor)).to_contain_text("has been published")

    visitor.goto(GERMAN)
    expect(visitor.locator(".notice-behind")).to_have_count(1)
    expect(visitor.locator("h2").first).to_have_text(before)

    translator.goto("/admin/")
    # Another journey may have left work too.
    expect(
        translator.get_by_role("link", name=re.compile(r"German: \d+ translations? behind"))
    ).to_be_visible()
    row = on_the_board(translator, TITLE)
    expect(row).to_contain_text("Behind since today")
    row.get_by_role("link", name="See changes").click()
    expect(translator.locator("ins")).to_have_text(", in short")
    expect(translator.get_by_text(before).first).to_be_visible()
    translator.get_by_label("This translation is still right").check()
    translator.get_by_role("button", name="Confirm and publish").click()
    expect(success(translator).first).to_contain_text("is confirmed")
    expect(translator.get_by_text("Everything is current")).to_be_visible()

    visitor.goto(GERMAN)
    expect(visitor.locator(".notice-behind")).to_have_count(0)
    expect(visitor.locator("h2").first).to_have_text(before)
