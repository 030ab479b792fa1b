"""What does a journey start with? The machine's Chromium, a site that runs, and somebody who uses both."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.journeys.admin import logged_in
from tests.journeys.report import Report
from tests.journeys.running_site import Site, running_site
from tests.journeys.windows import PATIENCE, keep_nothing, launch, watch

# Enough for every journey; the whole demo takes minutes. Turkish lacks all treatments but one, and German
# those that a translator works on.
LANGUAGES = ("de", "ar", "tr", "zh-hans")
DOCUMENTS = (
    *("conditions/melasma", "treatments/mesotherapy", "glossary/collagen"),
    *("treatments/chemical-peel", "treatments/platelet-rich-plasma"),
)
PHONE, DESK = (360, 740), (1280, 900)
REPORT = pytest.StashKey[Report]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what the pages weigh, if they were measured."""
    if REPORT in config.stash:
        terminalreporter.section("pages")
        for line in config.stash[REPORT].lines():
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def report(pytestconfig: pytest.Config) -> Report:
    """Return the table to which each measured page adds a line."""
    return pytestconfig.stash.setdefault(REPORT, Report())


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """Yield the site that all journeys share; each changes pages that no other looks at."""
    with running_site(LANGUAGES, DOCUMENTS) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield one browser for all journeys."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def open_window(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a window with no history and no cookies, of a width and height.

    Whatever the browser complains about in it, and whatever it asks another host for, fails the test.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_window(size: tuple[int, int] = DESK) -> Page:
        width, height = size
        context = browser.new_context(
            base_url=site.url, locale="en-GB", viewport={"width": width, "height": height}
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        keep_nothing(page)
        watch(page, site.url, complaints)
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def visitor(open_window: Callable[..., Page]) -> Iterator[Page]:
    """Yield the window of somebody with a phone, who is given no cookie but that of a chosen language."""
    page = open_window(PHONE)
    yield page
    assert {cookie["name"] for cookie in page.context.cookies()} <= {"language"}


@pytest.fixture
def editor(open_window: Callable[..., Page]) -> Page:
    """Return a window in which the demo's editor has logged in."""
    return logged_in(open_window(), "editor")


@pytest.fixture
def translator(open_window: Callable[..., Page]) -> Page:
    """Return a window in which the demo's translator of German has logged in."""
    return logged_in(open_window(), "translator-de")
