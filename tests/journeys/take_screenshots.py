"""What does the site look like? Writes the pictures of docs/screenshots/: ``make screenshots``."""

import sys
from io import BytesIO

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

from cms.places import PROJECT_DIR
from tests.journeys.admin import edit_treatment, logged_in, preview, refusal, send_to_german, translate
from tests.journeys.running_site import Site, running_site
from tests.journeys.windows import PATIENCE, launch

FOLDER = PROJECT_DIR / "docs" / "screenshots"
# Width of the window, and how much of the page a picture shows from its top, at most.
FORMATS = {"desktop": (1280, 2400), "360": (360, 2600)}
# Height of a window when it opens; more than any page has; the margin beside a part of a page.
START, WHOLE, MARGIN = 800, 20_000, 24
LANGUAGES = ("de", "es", "fr", "pl", "ar", "zh-hans", "tr")
DOCUMENTS = ("conditions/*", "treatments/mesotherapy")
SHOWN = ("en", "de", "ar", "zh-hans")
# Bytes. A picture of flat areas needs no more than 256 colours.
LIMIT = 300_000


def save(name: str, png: bytes) -> None:
    """Write a picture with a palette of its own, and say how large it is.

    Raises:
        SystemExit: the picture is larger than documentation should be.
    """
    path = FOLDER / f"{name}.png"
    with Image.open(BytesIO(png)) as picture:
        picture.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
    size = path.stat().st_size
    sys.stdout.write(f"{path.relative_to(PROJECT_DIR)}: {size // 1000} kB\n")
    if size > LIMIT:
        raise SystemExit(f"{path} is larger than {LIMIT // 1000} kB. Show less of the page.")


def window(browser: Browser, site: Site, width: int, height: int) -> Page:
    """Open a window whose pictures do not depend on when they are taken."""
    context = browser.new_context(
        base_url=site.url,
        locale="en-GB",
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
        color_scheme="light",
    )
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def open_whole(browser: Browser, site: Site, path: str, width: int, limit: int) -> Page:
    """Open a page in a window as tall as the page is, up to a limit: pictures further down load too."""
    page = window(browser, site, width, START)
    page.goto(path)
    height = int(page.evaluate("document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": width, "height": min(height, limit)})
    page.wait_for_load_state("networkidle")
    return page


def take_public_pages(browser: Browser, site: Site) -> None:
    """Take the treatment in four languages, the home page and the list, on a desk and on a phone."""
    paths = {f"treatment-{code}": f"/{code}/treatments/mesotherapy/" for code in SHOWN}
    paths |= {"home": "/en/", "treatments": "/en/treatments/"}
    for size, (width, limit) in FORMATS.items():
        for name, path in paths.items():
            page = open_whole(browser, site, path, width, limit)
            save(f"{name}-{size}", page.screenshot())
            page.context.close()


def take_risks(browser: Browser, site: Site) -> None:
    """Take the risks of the treatment, all of them."""
    page = open_whole(browser, site, "/en/treatments/mesotherapy/", FORMATS["desktop"][0], WHOLE)
    section = page.locator("#risks").bounding_box()
    assert section is not None
    clip = FloatRect(
        x=section["x"] - MARGIN,
        y=section["y"],
        width=section["width"] + 2 * MARGIN,
        height=section["height"],
    )
    save("risks-en-desktop", page.screenshot(clip=clip))
    page.context.close()


def take_admin(browser: Browser, site: Site) -> None:
    """Take the form of an editor with its preview, and what a translator is told about half a translation."""
    page = logged_in(window(browser, site, 1440, 1000), "editor")
    edit_treatment(page, "Mesotherapy")
    page.get_by_role("tab", name="Risks").click()
    preview(page).get_by_role("heading", level=1).wait_for()
    save("admin-edit", page.screenshot())
    send_to_german(page, "Microneedling")
    translate(page, "Microneedling", "Nadelbehandlung der Haut")
    page.get_by_role("button", name="Publish in German").click()
    refusal(page).wait_for()
    save("admin-refused", page.screenshot(animations="disabled"))
    page.context.close()


def main() -> None:
    """Take all pictures of a site that is started for it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with running_site(LANGUAGES, DOCUMENTS) as site, sync_playwright() as playwright:
        browser = launch(playwright)
        take_public_pages(browser, site)
        take_risks(browser, site)
        take_admin(browser, site)
        browser.close()


if __name__ == "__main__":
    main()
