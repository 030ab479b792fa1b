"""How is a picture for the documentation taken, always in the same way?"""

import sys
from io import BytesIO

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Locator, Page

from cms.places import PROJECT_DIR
from tests.journeys.running_site import Site
from tests.journeys.windows import PATIENCE

FOLDER = PROJECT_DIR / "docs" / "screenshots"
# Height of a window when it opens; more than any page has; the margin beside a part of a page.
START, WHOLE, MARGIN = 800, 20_000, 24
LIGHT, DARK = "light", "dark"
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


def window(
    browser: Browser, site: Site, width: int, height: int, locale: str = "en-GB", scheme: str = LIGHT
) -> Page:
    """Open a window whose pictures do not depend on when they are taken."""
    context = browser.new_context(
        base_url=site.url,
        locale=locale,
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
        color_scheme="dark" if scheme == DARK else "light",
    )
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def open_whole(browser: Browser, site: Site, path: str, width: int, limit: int, scheme: str = LIGHT) -> Page:
    """Open a page in a window as tall as the page is, up to a limit: pictures further down load too.

    The browser prefers the language of the page, so none is offered.
    """
    page = window(browser, site, width, START, path.split("/")[1], scheme)
    page.goto(path)
    height = int(page.evaluate("document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": width, "height": min(height, limit)})
    page.wait_for_load_state("networkidle")
    return page


def save_part(name: str, page: Page, part: Locator, height: int = WHOLE) -> None:
    """Take a part of a page that is open in a window as tall as the page, with a margin beside and below it.

    ``height``: how much of the part a picture shows from its top, at most, in pixels.
    """
    box = part.bounding_box()
    assert box is not None
    left = max(0, box["x"] - MARGIN)
    clip = FloatRect(
        x=left,
        y=box["y"],
        width=box["x"] + box["width"] + MARGIN - left,
        height=min(box["height"] + MARGIN, height),
    )
    save(name, page.screenshot(clip=clip, animations="disabled"))


def save_whole(name: str, page: Page, height: int = WHOLE) -> None:
    """Take a screen of the admin from its top to its end, or to a height."""
    page.wait_for_load_state("networkidle")
    end = int(page.evaluate("document.querySelector('main').scrollHeight"))
    width = (page.viewport_size or {"width": 0})["width"]
    page.set_viewport_size({"width": width, "height": min(max(end, START), height)})
    save(name, page.screenshot(animations="disabled"))
