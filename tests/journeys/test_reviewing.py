"""Does a signature become a line that readers see, and does it go when its time is over?"""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from cms.demo_content.library import content_id
from tests.journeys.admin import logged_in, success
from tests.journeys.changed_pages import Changed
from tests.journeys.running_site import Site

pytestmark = pytest.mark.e2e
ADDRESS = f"/en/{Changed.REVIEWING}/"
LINE = "Medically reviewed by Dr Helena Marlow on"
# As if the two years were over: what the clock would find then.
THE_TIME_IS_OVER = f"""
import datetime as dt
from cms.demo_content.library import content_id
from localization.review.models import ReviewSignature
from publishing.models import Document
now = dt.datetime.now(dt.UTC)
ReviewSignature.objects.filter(content_id=content_id("{Changed.REVIEWING}")).update(
    signed_at=now - dt.timedelta(days=700), due_at=now
)
Document.objects.filter(content_id=content_id("{Changed.REVIEWING}")).update(valid_until=now)
"""


@pytest.fixture
def reviewer(open_window: Callable[..., Page]) -> Page:
    """Return a window in which the demo's medical reviewer has logged in."""
    return logged_in(open_window(), "reviewer")


def document(site: Site) -> Any:
    """Return what the API says of the page."""
    return site.get(f"/api/v1/conditions/{content_id(Changed.REVIEWING)}/?locale=en").json()


def test_a_signed_page_says_so_until_the_review_is_due(site: Site, reviewer: Page, visitor: Page) -> None:
    visitor.goto(ADDRESS)
    expect(visitor.get_by_text(LINE)).to_have_count(0)

    reviewer.get_by_role("link", name="To review").click()
    row = reviewer.get_by_role("row").filter(has_text="Ageing skin").filter(has_text="English")
    expect(row).to_contain_text("Not reviewed")
    row.get_by_role("link", name="Ageing skin").click()
    reviewer.get_by_role("button", name="Sign all sections").click()
    expect(success(reviewer)).to_contain_text("Signed.")
    expect(reviewer.get_by_text("Signed by Dr Helena Marlow")).to_have_count(5)

    visitor.reload()
    expect(visitor.get_by_text(LINE).first).to_be_visible()
    assert document(site)["json_ld"]["@graph"][0]["reviewedBy"][0]["name"] == "Dr Helena Marlow"

    site.manage("shell", "--no-imports", "--command", THE_TIME_IS_OVER)
    visitor.reload()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(document(site)["title"])
    expect(visitor.get_by_text(LINE)).to_have_count(0)
    assert document(site)["reviewers"] == []
    reviewer.reload()
    expect(reviewer.get_by_text("Overdue")).to_have_count(5)


def test_an_editor_is_not_offered_the_review(editor: Page) -> None:
    expect(editor.get_by_role("link", name="To review")).to_have_count(0)
