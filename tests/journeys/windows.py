"""How is the machine's Chromium started, and what may not happen in its windows?"""

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, expect

from cms.programs import chromium

ARGUMENTS = (
    # Chromium's sandbox does not start for root, nor in most containers.
    "--no-sandbox",
    "--disable-gpu",
    # The browser itself calls nobody either.
    *("--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
# Milliseconds: a machine that runs other things at the same time fails no journey.
PATIENCE = 60_000


def launch(playwright: Playwright) -> Browser:
    """Start the machine's Chromium."""
    expect.set_options(timeout=PATIENCE)
    return playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)


def keep_nothing(page: Page) -> None:
    """Let a window ask the site each time.

    A browser may keep a page for ten seconds and show it for ten more (DESIGN, decision 8). A quick machine
    publishes within that time, and the journey would look at what the browser had kept.
    """
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})


def watch(page: Page, home: str, complaints: list[str]) -> None:
    """Note errors and warnings of a window's console, and requests to other hosts."""

    def console(message: ConsoleMessage) -> None:
        url, here = message.location["url"], page.url.partition("#")[0]
        # The browser reports the 404 or 410 of the page itself, which the journey asked for, and an edit form
        # that was saving itself when “Publish” overtook it. And translators may not look at pages in other
        # languages, of which their editor wants the titles.
        expected = url == here or url.startswith(f"{home}/admin/api/main/pages/")
        if message.type in {"error", "warning"} and not (expected and "Failed to load" in message.text):
            complaints.append(f"{page.url}: {message.text} {url}")

    def request(url: str) -> None:
        if not url.startswith((f"{home}/", "data:", "blob:", "about:")):
            complaints.append(f"{page.url} asks another host: {url}")

    page.on("console", console)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("request", lambda sent: request(sent.url))
