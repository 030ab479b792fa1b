"""Does a treatment get into another language, whole; and does half of one stay out?"""

from pathlib import Path

import polib
import pytest
from playwright.sync_api import Page, expect

from tests.journeys.admin import edit_treatment, refusal, send_to_german, success, translate
from tests.journeys.changed_pages import Changed
from tests.journeys.running_site import Site

pytestmark = pytest.mark.e2e


def translate_the_rest_offline(page: Page, folder: Path) -> None:
    """Download what is not translated yet, translate it elsewhere, upload it."""
    with page.expect_download() as download:
        page.get_by_role("link", name="Download PO file").click()
    file = folder / "translation.po"
    download.value.save_as(file)
    texts = polib.pofile(str(file))
    for text in texts.untranslated_entries():
        text.msgstr = f"de: {text.msgid}"
    texts.save()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Upload PO file").click()
    chooser.value.set_files(file)
    expect(success(page)).to_contain_text("Successfully imported translations")


def test_a_page_sent_to_a_language_appears_there_and_all_the_others_point_to_it(
    site: Site, editor: Page, translator: Page, visitor: Page, tmp_path: Path
) -> None:
    assert site.get(f"/de/{Changed.SENT_TO_GERMAN}/").status_code == 404
    send_to_german(editor, "Microneedling")

    edit_treatment(translator, "Microneedling", "German")
    translate(translator, "Microneedling", "Nadelbehandlung der Haut")
    translate(translator, "Collagen induction therapy", "Kollagen-Induktionstherapie")
    translate_the_rest_offline(translator, tmp_path)
    translator.get_by_role("button", name="Publish in German").click()
    expect(success(translator)).to_contain_text("Published")

    visitor.goto(f"/en/{Changed.SENT_TO_GERMAN}/")
    assert hreflangs(visitor) == {"en", "de", "x-default"}
    visitor.locator(".languages summary").click()
    visitor.locator(".languages").get_by_role("link", name="Deutsch").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Nadelbehandlung der Haut")
    expect(visitor.locator("html")).to_have_attribute("lang", "de")
    assert hreflangs(visitor) == {"en", "de", "x-default"}
    assert site.languages_in_the_api(Changed.SENT_TO_GERMAN.slug) == ["en", "de"]
    assert site.treatment(Changed.SENT_TO_GERMAN.slug, "de").json()["title"] == "Nadelbehandlung der Haut"


def hreflangs(page: Page) -> set[str | None]:
    """Return the languages that the open page names as its own editions."""
    return {link.get_attribute("hreflang") for link in page.locator("link[rel=alternate][hreflang]").all()}


def test_half_a_translation_is_refused_with_the_reason_and_nothing_is_public(
    site: Site, editor: Page, translator: Page
) -> None:
    send_to_german(editor, "Fractional laser resurfacing")
    edit_treatment(translator, "Fractional laser resurfacing", "German")
    translate(translator, "Fractional laser resurfacing", "Fraktionierte Laserbehandlung")
    translator.get_by_role("button", name="Publish in German").click()

    expect(refusal(translator)).to_contain_text("“Fraktionierte Laserbehandlung”")
    expect(refusal(translator)).to_contain_text("was not published")
    expect(refusal(translator)).to_contain_text("not translated and confirmed by a person")
    expect(success(translator)).to_have_count(0)
    assert site.get(f"/de/{Changed.HALF_TRANSLATED}/").status_code == 404
    assert site.treatment(Changed.HALF_TRANSLATED.slug, "de").status_code == 404
    assert site.languages_in_the_api(Changed.HALF_TRANSLATED.slug) == ["en"]
