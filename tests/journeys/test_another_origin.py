"""Does a front end on another origin show live content and a draft, by the public API alone?"""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from cms.demo_content.library import content_id
from cms.places import PROJECT_DIR
from tests.journeys.admin import edit_treatment, success
from tests.journeys.changed_pages import Changed
from tests.journeys.conftest import PHONE
from tests.journeys.running_site import Site
from tests.journeys.windows import PATIENCE

pytestmark = pytest.mark.e2e

TITLE = "Dermal filler (hyaluronic acid)"
DRAFT = "A summary that an editor has written and nobody has published yet, to be read by a colleague first."


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def front(site: Site, tmp_path: Path) -> Iterator[str]:
    """Yield the address of the example, served as its README says; only where the API is differs."""
    folder = tmp_path / "site"
    shutil.copytree(PROJECT_DIR / "examples" / "static-site", folder)
    config = (folder / "config.js").read_text(encoding="utf-8")
    (folder / "config.js").write_text(config.replace("http://localhost:8000", site.url), encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """Yield the phone of somebody who reads there; nothing may go wrong in it, and nothing is kept."""
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    context.set_default_timeout(PATIENCE)
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert complaints == []
    assert context.cookies() == []
    context.close()


def test_live_content_and_a_draft_of_it(site: Site, editor: Page, reader: Page, front: str) -> None:
    edit_treatment(editor, "Dermal filler")
    editor.locator("#id_summary").fill(DRAFT)
    editor.get_by_role("button", name="Save draft").click()
    expect(success(editor)).to_contain_text("has been updated")
    editor.get_by_role("button", name="Actions", exact=True).first.click()
    editor.get_by_role("link", name="Links to the draft").click()
    editor.get_by_role("button", name="Give out a link").click()
    link = editor.get_by_label("For programs: the API").input_value()
    (token,) = parse_qs(urlsplit(link).query)["preview"]

    # A list in Arabic, and from it a treatment with its risks.
    reader.goto(f"{front}?locale=ar")
    reader.locator(".cards a").first.click()
    expect(reader.locator("html")).to_have_attribute("dir", "rtl")
    expect(reader.locator("#risks h3").first).to_be_visible()
    assert reader.evaluate("document.documentElement.scrollWidth") == PHONE[0]

    # What search finds shows the risks, and is not the draft.
    reader.goto(f"{front}?locale=en")
    reader.get_by_role("searchbox").fill("Dermal filler")
    reader.keyboard.press("Enter")
    reader.get_by_role("link", name=TITLE, exact=True).click()
    expect(reader.locator("#risks h3").first).to_be_visible()
    expect(reader.locator(".draft")).to_have_count(0)

    there = f"{front}?collection=treatments&id={content_id(Changed.ANOTHER_ORIGIN)}&locale=en"
    reader.goto(f"{there}&preview={token}")
    expect(reader.locator(".summary")).to_have_text(DRAFT)
    expect(reader.locator(".draft")).to_be_visible()
    expect(reader.locator("#risks h3").first).to_be_visible()
    assert site.treatment(Changed.ANOTHER_ORIGIN.slug, "en").json()["summary"] != DRAFT

    editor.get_by_role("button", name="Revoke", exact=True).click()
    expect(success(editor)).to_contain_text("1 link does not open the draft")
    assert site.get(link.removeprefix(site.url)).json()["reason"] == "revoked"
