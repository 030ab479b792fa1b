"""What does a journey start with? The machine's Chromium and a site that runs."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from cms.browser import chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield one browser for all journeys."""
    # Playwright's loop makes Django believe that it is called asynchronously.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        # Chromium's sandbox does not start for root, nor in most containers.
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Yield a window with no history and no cookies."""
    context = browser.new_context(locale="en-GB")
    yield context.new_page()
    context.close()
