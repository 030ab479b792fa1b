"""What do people do in the admin? The steps that several journeys share, in their own words."""

from urllib.parse import urlencode

from playwright.sync_api import FrameLocator, Locator, Page, expect


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


def treatment_row(page: Page, title: str, language: str) -> Locator:
    """Open the list of treatments by the menu, and return the row of one."""
    page.goto("/admin/")
    page.get_by_role("button", name="Treatments").click()
    page.get_by_role("link", name="Treatments", exact=True).click()
    expect(page).to_have_title("Treatments - Wagtail")
    return page.get_by_role("row").filter(has_text=title).filter(has_text=language)


def edit_treatment(page: Page, title: str, language: str = "English") -> None:
    """Open the edit form of a treatment, or its translation editor."""
    treatment_row(page, title, language).get_by_role("link", name=title).first.click()
    expect(page.get_by_role("tab", name="Risks")).to_be_visible()


def choose_for_treatment(page: Page, title: str, action: str) -> None:
    """Choose an action in the menu of an English treatment's row."""
    row = treatment_row(page, title, "English")
    row.get_by_role("button", name=f"More options for '{title}'").click()
    page.get_by_role("link", name=action, exact=True).click()


def preview(page: Page) -> FrameLocator:
    """Open the live preview beside the edit form."""
    page.get_by_role("button", name="Toggle preview").click()
    # Wagtail loads each new state in a second frame and then gives it this id.
    return page.frame_locator("#w-preview-iframe")


def publish(page: Page) -> None:
    """Publish from the edit form."""
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()


def send_to_german(page: Page, title: str) -> None:
    """Send an English treatment to translation into German."""
    choose_for_treatment(page, title, "Translate this page")
    page.get_by_label("German").check()
    page.get_by_role("button", name="Submit").click()
    expect(success(page)).to_contain_text("successfully submitted for translation into German")


def translate(page: Page, original: str, translated: str) -> None:
    """Translate one text in the translation editor."""
    # The innermost: the text stands in the list of a block, and the title in the way to the page too.
    text = page.get_by_role("listitem").filter(has=page.get_by_text(original, exact=True)).last
    text.get_by_role("button", name="Translate").click()
    text.get_by_role("textbox").fill(translated)
    text.get_by_role("button", name="Save").click()
    expect(text).to_contain_text("Translated manually")


def on_the_board(page: Page, title: str) -> Locator:
    """Open the board by the menu, look for a title and return its row."""
    page.goto("/admin/")
    page.get_by_role("link", name="Translations", exact=True).click()
    expect(page).to_have_title("Translations - Wagtail")
    # By address: what is typed before the admin's scripts have taken hold of the field is never sought.
    page.goto(f"/admin/translations/?{urlencode({'q': title})}")
    row = page.get_by_role("row").filter(has_text=title)
    expect(page.get_by_role("row")).to_have_count(2)
    return row


def change_translation(page: Page, original: str, before: str, after: str) -> str:
    """Change words of a text in the translation editor that is translated already; return the new text."""
    text = page.get_by_role("listitem").filter(has=page.get_by_text(original)).last
    text.get_by_role("button", name="Edit").click()
    box = text.get_by_role("textbox")
    changed = box.input_value().replace(before, after)
    box.fill(changed)
    text.get_by_role("button", name="Save").click()
    expect(text).to_contain_text("Translated manually")
    expect(text).to_contain_text(after)
    return changed


def success(page: Page) -> Locator:
    """Return the message that says that something was done."""
    return page.locator(".messages .success")


def refusal(page: Page) -> Locator:
    """Return the message that says that something was not done."""
    return page.locator(".messages .error")
