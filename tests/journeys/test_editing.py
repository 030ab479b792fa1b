"""Does what an editor changes reach readers, on every channel, at once; and not before?"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.admin import edit_treatment, log_in, preview, publish, success
from tests.journeys.changed_pages import Changed
from tests.journeys.running_site import Site

pytestmark = pytest.mark.e2e


def test_a_changed_risk_is_public_at_once_and_other_languages_say_that_they_are_behind(
    site: Site, editor: Page, visitor: Page
) -> None:
    visitor.goto(f"/de/{Changed.EDITING}/")
    expect(visitor.locator(".notice-behind")).to_have_count(0)

    edit_treatment(editor, "Chemical peel")
    editor.get_by_role("tab", name="Risks").click()
    editor.locator("#tab-risks input[name$='-value-name']").first.fill("Burning for an hour")
    publish(editor)
    expect(success(editor)).to_contain_text("Page 'Chemical peel' has been published.")

    visitor.goto(f"/en/{Changed.EDITING}/")
    expect(visitor.get_by_role("heading", name="Burning for an hour")).to_be_visible()
    english = site.treatment(Changed.EDITING.slug, "en").json()["sections"]["risks"]
    assert english["items"][0]["name"] == "Burning for an hour"
    assert english["state"] == "current"

    visitor.goto(f"/de/{Changed.EDITING}/")
    expect(visitor.locator("#risks .notice-behind")).to_be_visible()
    expect(visitor.locator("#process .notice-behind")).to_have_count(0)
    german = site.treatment(Changed.EDITING.slug, "de").json()["sections"]
    assert german["risks"]["state"] == "behind"
    assert german["risks"]["behind_since"] is not None
    assert german["process"]["state"] == "current"


def test_the_preview_shows_the_real_page_while_it_is_written(editor: Page, visitor: Page) -> None:
    edit_treatment(editor, "Dermal filler")
    page = preview(editor)
    expect(page.get_by_role("heading", level=1)).to_have_text("Dermal filler (hyaluronic acid)")

    editor.locator("#id_title").fill("Dermal filler, explained")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dermal filler, explained")
    expect(page.locator("#risks")).to_be_visible()

    visitor.goto("/en/treatments/dermal-filler/")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Dermal filler (hyaluronic acid)")


def test_a_wrong_password_leads_nowhere(open_window: Callable[..., Page]) -> None:
    page = open_window()
    log_in(page, "editor", "wrong")
    expect(page.get_by_text("Your username and password didn't match")).to_be_visible()
