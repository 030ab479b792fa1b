"""Can everybody read every kind of page, quickly, in every script, whatever they have set?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Window

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.every_page import SOME, Page, name_of
from tests.journeys.measuring import OBSERVE, Wire, faults_of_layout, measured, violations, wire_of
from tests.journeys.report import Report
from tests.journeys.running_site import Site
from tests.journeys.windows import PATIENCE, keep_nothing, watch

pytestmark = pytest.mark.e2e

# Bytes without pictures, and requests; what a phone far away loads in about a second.
HEAVIEST, MOST = 60_000, 10
# A layout shift that rounds down to 0.00; the best that there is a name for is 0.1.
STEADY = 0.01


@dataclass(frozen=True, slots=True)
class Gauge:
    """One window for all pages, with what came over the wire and what the browser complained about."""

    window: Window
    wire: Wire
    complaints: list[str]


@pytest.fixture(scope="module")
def gauge(browser: Browser, site: Site) -> Iterator[Gauge]:
    """Yield a phone's window that keeps nothing, and from now on says what it loads."""
    context, complaints = browser.new_context(base_url=site.url, locale="en-GB"), list[str]()
    context.set_default_timeout(PATIENCE)
    window = context.new_page()
    keep_nothing(window)
    watch(window, site.url, complaints)
    window.add_init_script(OBSERVE)
    yield Gauge(window, wire_of(window), complaints)
    context.close()


@pytest.fixture(scope="module")
def without_scripts(browser: Browser, site: Site) -> Iterator[Window]:
    """Yield a window in which no script runs."""
    context = browser.new_context(base_url=site.url, java_script_enabled=False, locale="en-GB")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("language", "kind"), SOME, ids=[name_of(*one) for one in SOME])
def test_it_can_be_read_by_everybody(
    gauge: Gauge, without_scripts: Window, report: Report, language: str, kind: Page
) -> None:
    page, wire = gauge.window, gauge.wire
    wire.empty()
    gauge.complaints.clear()
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.emulate_media(color_scheme="light")
    answer = page.goto(kind.address(language))
    assert answer is not None
    assert answer.status == kind.value.status
    loading, text = measured(page), page.locator("main").inner_text()
    report.add(language, kind, replace(wire, sizes=dict(wire.sizes)), loading)

    assert violations(page) == []
    # Nothing but colours is other in the dark, and nothing but places on a desk.
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    assert violations(page, "color-contrast", "target-size", "landmark-unique", "region") == []
    assert faults_of_layout(page) == []
    assert loading.shift < STEADY
    assert wire.without_images < HEAVIEST
    # A treatment with all its pictures; elsewhere a list may have more of them.
    assert kind is not Page.TREATMENT or wire.requests < MOST

    without_scripts.goto(kind.address(language))
    assert without_scripts.locator("main").inner_text() == text
    assert gauge.complaints == []
