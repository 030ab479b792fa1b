"""What does the site look like? Writes the pictures of docs/screenshots/: ``make screenshots``."""

import sys

from playwright.sync_api import Browser, sync_playwright

from cms.demo_content.library import content_id
from tests.journeys.admin import edit_treatment, logged_in, on_the_board, preview, refusal
from tests.journeys.pictures import (
    DARK,
    FOLDER,
    LIGHT,
    WHOLE,
    open_whole,
    save,
    save_part,
    save_whole,
    window,
)
from tests.journeys.running_site import Site, running_site
from tests.journeys.windows import launch

# Width of the window, and how much of the page a picture shows from its top, at most.
FORMATS = {"desktop": (1280, 1900), "360": (360, 2200)}
ADMIN = (1440, 900)
LANGUAGES = ("de", "es", "fr", "pl", "ar", "zh-hans", "tr")
DOCUMENTS = (
    *("conditions/*", "treatments/mesotherapy", "treatments/chemical-peel"),
    *("treatments/microneedling", "treatments/dermal-filler", "treatments/fractional-laser"),
)
SHOWN = ("en", "de", "ar", "zh-hans")


def take_public_pages(browser: Browser, site: Site) -> None:
    """Take home page and treatment in four languages, on a desk and on a phone, by day and by night."""
    paths = {f"treatment-{code}": f"/{code}/treatments/mesotherapy/" for code in SHOWN}
    paths |= {f"home-{code}": f"/{code}/" for code in SHOWN}
    _by_day_and_by_night(browser, site, paths)


def take_messages(browser: Browser, site: Site) -> None:
    """Take the form of enquiries, what comes after it, and the comments of a treatment, in the same way."""
    treatment = content_id("treatments/mesotherapy")
    paths = {f"enquiry-{code}": f"/{code}/enquiry/?about={treatment}" for code in SHOWN}
    paths |= {f"thanks-{code}": f"/{code}/enquiry/thanks/" for code in SHOWN}
    paths |= {f"comments-{code}": f"/{code}/comments/{treatment}/" for code in SHOWN}
    _by_day_and_by_night(browser, site, paths)


def _by_day_and_by_night(browser: Browser, site: Site, paths: dict[str, str]) -> None:
    for size, (width, limit) in FORMATS.items():
        for name, path in paths.items():
            for scheme, mark in ((LIGHT, ""), (DARK, "-dark")):
                page = open_whole(browser, site, path, width, limit, scheme)
                save(f"{name}-{size}{mark}", page.screenshot())
                page.context.close()


def take_other_pages(browser: Browser, site: Site) -> None:
    """Take one of each other kind of page, each in another language."""
    person = content_id("people/clara-whitfield")
    paths = {
        "treatments-en": "/en/treatments/",
        "archive-de": "/de/treatments/?downtime=days",
        "condition-ar": "/ar/conditions/melasma/",
        "category-zh-hans": "/zh-hans/categories/injections/",
        "person-de": f"/de/people/{person}/",
        "glossary-ar": "/ar/glossary/",
        "search-zh-hans": "/zh-hans/search/?q=%E7%9A%AE%E8%82%A4",
        "plain-en": "/en/about/",
        "missing-tr": "/tr/treatments/chemical-peel/",
    }
    for size, (width, limit) in FORMATS.items():
        for name, path in paths.items():
            page = open_whole(browser, site, path, width, limit)
            save(f"{name}-{size}", page.screenshot())
            page.context.close()


def take_sections(browser: Browser, site: Site) -> None:
    """Take all risks of a treatment, and what readers are told of sections that are not current."""
    held, mixed = "/de/treatments/microneedling/", "/ar/treatments/dermal-filler/"
    for name, path, section, size, height in (
        ("risks-en-desktop", "/en/treatments/mesotherapy/", "#risks", "desktop", WHOLE),
        ("notice-behind-de-desktop", held, "#process", "desktop", 760),
        ("notice-behind-de-360", held, "#process", "360", 740),
        ("notice-mixed-ar-desktop", mixed, "#risks", "desktop", 480),
        ("item-in-english-ar-desktop", mixed, "#risks .risk[lang=en]", "desktop", WHOLE),
        ("item-in-english-ar-360", mixed, "#risks .risk[lang=en]", "360", WHOLE),
    ):
        page = open_whole(browser, site, path, FORMATS[size][0], WHOLE)
        save_part(name, page, page.locator(section), height)
        page.context.close()


def take_writing(browser: Browser, site: Site) -> None:
    """Take the form of an editor with its preview, the board, and what a recall asks."""
    page = logged_in(window(browser, site, *ADMIN), "editor")
    edit_treatment(page, "Mesotherapy")
    page.get_by_role("tab", name="Risks").click()
    preview(page).get_by_role("heading", level=1).wait_for()
    save("admin-edit", page.screenshot())
    page.goto(f"/admin/kind-of-change/{content_id('conditions/sun-damage')}/")
    save_whole("admin-kind", page)
    page.goto("/admin/translations/?type=treatment")
    save_whole("admin-board", page)
    page.goto(f"/admin/recall/{content_id('treatments/microneedling')}/")
    save_whole("admin-recall", page)
    page.context.close()


def take_translating(browser: Browser, site: Site) -> None:
    """Take what a translator sees: what needs attention, what has changed, a refusal and its reasons."""
    page = logged_in(window(browser, site, *ADMIN), "translator-de")
    save_part("admin-attention", page, page.locator("#needs-attention-section"))
    on_the_board(page, "Microneedling").get_by_role("link", name="See changes").click()
    save_whole("admin-changes", page)
    row = on_the_board(page, "Fractional laser resurfacing")
    row.locator("a.board-state").filter(has_text="Current").first.click()
    page.get_by_role("button", name="Publish in German").click()
    refusal(page).wait_for()
    save("admin-refused", page.screenshot(animations="disabled"))
    refusal(page).get_by_role("link", name="Before you publish").click()
    page.get_by_role("heading", name="Before you publish").wait_for()
    save_whole("admin-checklist", page)
    page.context.close()


def take_reviewing(browser: Browser, site: Site) -> None:
    """Take the screen on which a reviewer signs."""
    page = logged_in(window(browser, site, *ADMIN), "reviewer")
    page.goto(f"/admin/review/{content_id('treatments/microneedling')}/de/")
    save_whole("admin-review", page, 1400)
    page.goto(f"/admin/review/{content_id('treatments/fractional-laser')}/en/")
    save("admin-review-changed", page.locator("#overview-section").screenshot(animations="disabled"))
    page.context.close()


def take_withdrawing(browser: Browser, site: Site) -> None:
    """Take what readers get of what was withdrawn or recalled, and the report of recalls."""
    for name, path, size in (
        ("withdrawn-de-desktop", "/de/lightening-creams/", "desktop"),
        ("withdrawn-de-360", "/de/lightening-creams/", "360"),
        ("gone-de-360", "/de/home-needling/", "360"),
    ):
        page = open_whole(browser, site, path, *FORMATS[size])
        save(name, page.screenshot())
        page.context.close()
    page = logged_in(window(browser, site, *ADMIN), "editor")
    page.goto("/admin/recall/")
    save("admin-recalls", page.screenshot())
    page.context.close()


def main() -> None:
    """Take all pictures of a site that is started for it, or those of the named steps."""
    steps = {
        step.__name__: step
        for step in (
            *(take_public_pages, take_messages, take_other_pages, take_sections, take_writing),
            *(take_translating, take_reviewing, take_withdrawing),
        )
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    with running_site(LANGUAGES, DOCUMENTS) as site, sync_playwright() as playwright:
        browser = launch(playwright)
        for name in sys.argv[1:] or steps:
            steps[name](browser, site)
        browser.close()


if __name__ == "__main__":
    main()
