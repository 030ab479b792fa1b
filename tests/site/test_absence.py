"""What does a reader find where there is no page, in every language of the site?"""

import pytest
from bs4 import BeautifulSoup

from localization.languages import all_languages
from tests.site import samples

TAGS = [spoken.tag for spoken in all_languages()]


@pytest.mark.parametrize("tag", TAGS)
def test_a_missing_page_lists_the_languages_that_have_it(tag: str) -> None:
    page = BeautifulSoup(samples.absences(tag)["not_found"], "html.parser")
    assert page.html is not None
    assert page.html["lang"] == tag
    links = page.select(".available-languages a")
    entries = samples.available(samples.load("treatment.de"))
    assert [(link["href"], link["lang"], link["dir"], link["hreflang"]) for link in links] == [
        (entry["path"], entry["language"], entry["direction"], entry["language"]) for entry in entries
    ]
    assert "العربية" in page.get_text()


def test_a_page_that_never_existed_promises_no_language() -> None:
    page = BeautifulSoup(samples.render_absence("not_found", "en", available=[]), "html.parser")
    assert page.select(".available-languages") == []
    assert page.select('main a[href="/en/"]')


def test_a_page_that_is_gone_says_why_and_what_to_read_instead() -> None:
    page = BeautifulSoup(samples.absences("en")["gone"], "html.parser")
    assert page.main is not None
    assert "recalled" in page.main.get_text()
    assert page.main.select('a.button[href="/de/treatments/microneedling/"]')


@pytest.mark.parametrize("reason", ["recalled", "expired", "restricted", "unpublished", "deleted"])
def test_every_reason_has_a_sentence(reason: str) -> None:
    page = BeautifulSoup(samples.render_absence("gone", "en", reason=reason), "html.parser")
    lead = page.select_one("main .lead")
    assert lead is not None
    assert lead.get_text(strip=True)


def test_absent_pages_stay_out_of_search_engines() -> None:
    for html in samples.absences("en").values():
        assert '<meta name="robots" content="noindex">' in html


def test_the_error_page_needs_nothing_but_templates() -> None:
    html = samples.render_absence("error", "ar", frame=None)
    page = BeautifulSoup(html, "html.parser")
    assert page.html is not None
    assert page.html["dir"] == "rtl"
    assert page.h1 is not None
