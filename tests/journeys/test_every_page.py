"""Can everybody read every kind of page, quickly, in every script, whatever they have set?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Window

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.every_page import ALL, IDS, Page
from tests.journeys.measuring import OBSERVE, faults_of_layout, measured, violations, wire_of
from tests.journeys.report import Report
from tests.journeys.running_site import Site

pytestmark = pytest.mark.e2e

# Bytes without pictures, and requests; what a phone far away loads in about a second.
HEAVIEST, MOST = 60_000, 10


@pytest.fixture(scope="session")
def without_scripts(browser: Browser, site: Site) -> Iterator[Window]:
    """Yield a window in which no script runs."""
    context = browser.new_context(base_url=site.url, java_script_enabled=False, locale="en-GB")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("language", "kind"), ALL, ids=IDS)
def test_it_can_be_read_by_everybody(
    open_window: Callable[..., Window], without_scripts: Window, report: Report, language: str, kind: Page
) -> None:
    page = open_window(PHONE)
    wire = wire_of(page)
    page.add_init_script(OBSERVE)
    answer = page.goto(kind.address(language))
    assert answer is not None
    assert answer.status == kind.value.status
    loading, text = measured(page), page.locator("main").inner_text()
    report.add(language, kind, wire, loading)

    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    assert violations(page) == []
    assert faults_of_layout(page) == []
    assert round(loading.shift, 2) == 0
    assert wire.without_images < HEAVIEST
    # A treatment with all its pictures; elsewhere a list may have more of them.
    assert kind is not Page.TREATMENT or wire.requests < MOST

    without_scripts.goto(kind.address(language))
    assert without_scripts.locator("main").inner_text() == text
