"""Can somebody read in Arabic on a phone, find the risks, follow a source, and ask the clinic a question?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.admin import logged_in
from tests.journeys.every_page import MEASURED
from tests.journeys.measuring import faults_of_layout, violations

pytestmark = pytest.mark.e2e

MESSAGE = "كم تستغرق الجلسة الواحدة؟"


def test_a_patient_asks_and_the_clinic_reads_it(visitor: Page, open_window: Callable[..., Page]) -> None:
    visitor.goto("/ar/treatments/mesotherapy/")
    visitor.locator(".contents a[href='#risks']").click()
    expect(visitor.locator("#risks")).to_be_in_viewport()
    source = visitor.locator("#sources a[href^='http']").first
    assert (source.get_attribute("href") or "").startswith("https://"), "Where it leads is not ours to open."

    visitor.locator(".call-to-action a").click()
    expect(visitor.locator("html")).to_have_attribute("dir", "rtl")
    visitor.locator("[name=name]").fill("مريم")
    visitor.locator("[name=email]").fill("maryam@example.org")
    visitor.locator("[name=message]").fill(MESSAGE)
    visitor.locator("form.form button").click()
    problem = visitor.locator(".form-errors a")
    expect(problem).to_have_count(1)
    problem.click()
    expect(visitor.locator("[name=consent]")).to_be_focused()
    expect(visitor.locator("[name=message]")).to_have_value(MESSAGE)
    visitor.keyboard.press("Space")
    visitor.locator("form.form button").click()
    visitor.wait_for_url("**/ar/enquiry/thanks/")
    assert visitor.context.cookies() == []

    staff = logged_in(open_window(), "moderator")
    staff.goto("/admin/enquiries/")
    staff.locator("main a[href*='/admin/enquiries/edit/']").first.click()
    expect(staff.get_by_text(MESSAGE)).to_be_visible()
    staff.locator("[name=status]").select_option("done")
    staff.get_by_role("button", name="Save").click()
    row = staff.get_by_role("row").filter(has_text="مريم")
    expect(row.get_by_role("cell", name="Answered", exact=True)).to_be_visible()


@pytest.mark.parametrize("language", MEASURED)
def test_a_form_with_mistakes_can_be_read_by_everybody(
    open_window: Callable[..., Page], language: str
) -> None:
    page = open_window((360, 740))
    page.goto(f"/{language}/enquiry/")
    page.locator("form.form button").click()
    expect(page.locator(".form-errors")).to_be_focused()
    assert violations(page) == []
    assert faults_of_layout(page) == []


def test_the_form_is_filled_in_and_sent_by_keyboard_alone(visitor: Page) -> None:
    visitor.goto("/en/enquiry/")
    visitor.locator("[name=name]").focus()
    for text in ("Maria", "maria@example.org", "", "", "A question"):
        if text:
            visitor.keyboard.type(text)
        visitor.keyboard.press("Tab")
    visitor.keyboard.press("Space")
    expect(visitor.locator("[name=consent]")).to_be_checked()
    visitor.keyboard.press("Tab")
    visitor.keyboard.press("Enter")
    visitor.wait_for_url("**/en/enquiry/thanks/")


def test_a_visitor_comments_and_a_moderator_approves(visitor: Page, open_window: Callable[..., Page]) -> None:
    visitor.goto("/de/treatments/mesotherapy/")
    visitor.locator(".comments-here").scroll_into_view_if_needed()
    expect(visitor.locator(".comments-here #comments")).to_be_visible()
    visitor.locator(".comments-here a").last.click()
    visitor.locator("[name=name]").fill("Ines")
    visitor.locator("[name=text]").fill("Muss ich danach die Sonne meiden?")
    visitor.locator("form.form button").click()
    expect(visitor.locator(".form-thanks")).to_be_visible()
    mine = visitor.locator(".comment").filter(has_text="Sonne meiden")
    expect(mine).to_have_count(0)

    staff = logged_in(open_window(), "moderator")
    staff.goto("/admin/comments/?locale=de")
    staff.get_by_label("Choose the comment by Ines").check()
    staff.get_by_role("button", name="Approve").click()
    expect(staff.get_by_text("1 comment was decided.")).to_be_visible()

    visitor.goto("/de/treatments/mesotherapy/")
    visitor.locator(".comments-here").scroll_into_view_if_needed()
    expect(mine).to_be_visible()
