"""Is what an editor takes down gone, in every language and on every channel?"""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.admin import choose_for_treatment, success
from tests.journeys.changed_pages import Changed
from tests.journeys.running_site import Site

pytestmark = pytest.mark.e2e

PATH = f"{Changed.WITHDRAWING}/"


def test_taking_down_the_original_takes_down_every_language(site: Site, editor: Page, visitor: Page) -> None:
    for language in ("en", "de", "ar"):
        assert site.get(f"/{language}/{PATH}").status_code == 200
        assert site.treatment(Changed.WITHDRAWING.slug, language).status_code == 200

    choose_for_treatment(editor, "Platelet-rich plasma (PRP)", "Unpublish")
    editor.get_by_role("button", name="Yes, unpublish it").click()
    expect(success(editor)).to_contain_text("unpublished")

    for language in ("en", "de", "ar"):
        answer = visitor.goto(f"/{language}/{PATH}")
        assert answer is not None
        assert answer.status == 410
        expect(visitor.locator("html")).to_have_attribute("lang", language)
        gone = site.treatment(Changed.WITHDRAWING.slug, language)
        assert gone.status_code == 410
        assert gone.headers["content-type"] == "application/problem+json"
    visitor.goto("/en/treatments/")
    expect(visitor.get_by_role("link", name="Mesotherapy")).to_be_visible()
    expect(visitor.get_by_role("link", name="Platelet-rich plasma")).to_have_count(0)
