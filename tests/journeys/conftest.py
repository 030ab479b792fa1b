"""What does a journey start with? The machine's Chromium, a site that runs, and somebody who uses both."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from cms.browser import chromium
from tests.journeys.running_site import Site, running_site

ARGUMENTS = (
    # Chromium's sandbox does not start for root, nor in most containers.
    "--no-sandbox",
    "--disable-gpu",
    # The browser itself calls nobody either.
    *("--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
# Enough for every journey; the whole demo takes minutes. Turkish lacks all treatments but one, and German
# those that a translator works on.
LANGUAGES = ("de", "ar", "tr")
DOCUMENTS = (
    *("conditions/melasma", "treatments/mesotherapy"),
    *("treatments/chemical-peel", "treatments/platelet-rich-plasma"),
)
# Milliseconds: a machine that runs other things at the same time fails no journey.
PATIENCE = 60_000
PHONE, DESK = (360, 740), (1280, 900)


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """Yield the site that all journeys share; each changes pages that no other looks at."""
    with running_site(LANGUAGES, DOCUMENTS) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield one browser for all journeys."""
    expect.set_options(timeout=PATIENCE)
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
        watch(page, site.url, complaints)
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def visitor(open_window: Callable[..., Page]) -> Iterator[Page]:
    """Yield the window of somebody with a phone, who must not be given a cookie."""
    page = open_window(PHONE)
    yield page
    assert page.context.cookies() == []


@pytest.fixture
def editor(open_window: Callable[..., Page]) -> Page:
    """Return a window in which the demo's editor has logged in."""
    return logged_in(open_window(), "editor")


@pytest.fixture
def translator(open_window: Callable[..., Page]) -> Page:
    """Return a window in which the demo's translator of German has logged in."""
    return logged_in(open_window(), "translator-de")


def launch(playwright: Playwright) -> Browser:
    """Start the machine's Chromium."""
    return playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)


def log_in(page: Page, username: str, password: str) -> None:
    """Fill in the log-in form."""
    page.goto("/admin/")
    page.locator("input[name=username]").fill(username)
    page.locator("input[name=password]").fill(password)
    page.get_by_role("button", name="Sign in").click()


def logged_in(page: Page, username: str) -> Page:
    """Log in with an account of the demo."""
    log_in(page, username, f"demo-{username}")
    expect(page).to_have_title("Dashboard - Wagtail")
    return page


def watch(page: Page, home: str, complaints: list[str]) -> None:
    """Note errors and warnings of a window's console, and requests to other hosts."""

    def console(message: ConsoleMessage) -> None:
        url = message.location["url"]
        # The browser reports the 404 or 410 of the page itself, which the journey asked for. And translators
        # may not look at pages in other languages, of which their editor wants the titles.
        expected = url == page.url or url.startswith(f"{home}/admin/api/main/pages/")
        if message.type in {"error", "warning"} and not (expected and "Failed to load" in message.text):
            complaints.append(f"{page.url}: {message.text} {url}")

    def request(url: str) -> None:
        if not url.startswith((f"{home}/", "data:", "blob:", "about:")):
            complaints.append(f"{page.url} asks another host: {url}")

    page.on("console", console)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("request", lambda sent: request(sent.url))
