"""What does the site look like? Writes the pictures of docs/screenshots/: ``make screenshots``."""

import sys
from io import BytesIO

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from cms.places import PROJECT_DIR
from tests.journeys.admin import edit_treatment, preview, refusal, send_to_german, translate
from tests.journeys.conftest import PATIENCE, launch, logged_in
from tests.journeys.running_site import Site, running_site

FOLDER = PROJECT_DIR / "docs" / "screenshots"
# Width of the window, and how much of the page a picture shows from its top.
FORMATS = {"desktop": (1280, 2400), "360": (360, 2600)}
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


def take_public_pages(browser: Browser, site: Site) -> None:
    """Take the treatment in four languages, the home page and the list, on a desk and on a phone."""
    paths = {f"treatment-{code}": f"/{code}/treatments/mesotherapy/" for code in SHOWN}
    paths |= {"home": "/en/", "treatments": "/en/treatments/"}
    for size, (width, height) in FORMATS.items():
        page = window(browser, site, width, height)
        for name, path in paths.items():
            page.goto(path, wait_until="networkidle")
            save(f"{name}-{size}", page.screenshot())
        page.context.close()
    page = window(browser, site, *FORMATS["desktop"])
    page.goto("/en/treatments/mesotherapy/", wait_until="networkidle")
    save("risks-en-desktop", page.locator("#risks").screenshot())
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
    save("admin-refused", page.screenshot())
    page.context.close()


def main() -> None:
    """Take all pictures of a site that is started for it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with running_site(LANGUAGES, DOCUMENTS) as site, sync_playwright() as playwright:
        browser = launch(playwright)
        take_public_pages(browser, site)
        take_admin(browser, site)
        browser.close()


if __name__ == "__main__":
    main()
