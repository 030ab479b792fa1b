"""Does every page keep what holds for all of them: language, landmarks, headings, no third party?"""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag

from tests.site import samples

EVERY = samples.names()
ABSENT = ("not_found", "gone", "error")


@cache
def html_of(name: str) -> str:
    return samples.absences("en")[name] if name in ABSENT else samples.render(samples.load(name))


def soup_of(name: str) -> BeautifulSoup:
    return BeautifulSoup(html_of(name), "html.parser")


@pytest.fixture(params=[*EVERY, *ABSENT])
def page(request: pytest.FixtureRequest) -> BeautifulSoup:
    return soup_of(request.param)


@pytest.mark.parametrize("name", EVERY)
def test_the_page_says_its_language_and_direction(name: str) -> None:
    html = soup_of(name).html
    assert isinstance(html, Tag)
    tag = name.split(".")[1].replace("hans", "Hans")
    assert (html["lang"], html["dir"]) == (tag, "rtl" if tag == "ar" else "ltr")


def test_there_is_one_h1_and_no_level_of_heading_is_skipped(page: BeautifulSoup) -> None:
    main = page.main
    assert main is not None
    levels = [int(heading.name[1]) for heading in main.find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks_are_there_once_and_the_skip_link_comes_first(page: BeautifulSoup) -> None:
    for landmark in ("main", "footer"):
        assert len(page.find_all(landmark)) == 1
    assert len(page.select("body > header")) == 1
    first = page.select_one("body a, body button, body summary")
    assert first is not None
    assert first["href"] == "#main"
    assert page.find(id="main") is page.main


def test_navigations_have_names(page: BeautifulSoup) -> None:
    for nav in page.find_all("nav"):
        label = nav.get("aria-label")
        if label is None:
            heading = page.find(id=nav["aria-labelledby"])
            assert heading is not None
            label = heading.get_text(strip=True)
        assert label


def test_ids_are_unique_and_links_within_the_page_lead_somewhere(page: BeautifulSoup) -> None:
    counted = Counter(element["id"] for element in page.find_all(id=True))
    assert [name for name, times in counted.items() if times > 1] == []
    targets = {str(link["href"])[1:] for link in page.select('a[href^="#"]')}
    assert targets <= set(counted)


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(page: BeautifulSoup) -> None:
    assert page.find_all(style=True) == []
    assert page.find_all("style") == []
    assert page.select("[onclick], [onload], [onerror]") == []
    for script in page.find_all("script"):
        assert script.get("src") or script["type"] == "application/ld+json"
    loaded = [element["src"] for element in page.find_all(src=True)]
    loaded += [link["href"] for link in page.select('link[rel="stylesheet"], link[rel="icon"]')]
    assert loaded
    assert [address for address in loaded if not str(address).startswith("/")] == []


def test_pictures_have_a_text_a_size_and_several_widths(page: BeautifulSoup) -> None:
    for image in page.find_all("img"):
        assert image.has_attr("alt")
        assert int(str(image["width"])) > 0
        assert int(str(image["height"])) > 0
    for picture in page.find_all("picture"):
        assert [source["type"] for source in picture.find_all("source")] == ["image/webp"]
        plain = picture.img
        assert plain is not None
        assert str(plain["srcset"]).count("w,") == 2
        assert plain["sizes"]


@pytest.mark.parametrize("name", EVERY)
def test_the_switcher_names_each_language_that_has_the_page_in_itself(name: str) -> None:
    translations = samples.load(name)["available_translations"]
    page = soup_of(name)
    switchers = page.select("nav.languages, nav.languages-all")
    if len(translations) == 1:
        assert switchers == []
    for switcher in switchers:
        links = switcher.find_all("a")
        assert [(link["lang"], link["hreflang"], link["href"], link.get_text()) for link in links] == [
            (entry["language"], entry["language"], entry["path"], entry["name"]) for entry in translations
        ]
        current = [link["lang"] for link in links if link.get("aria-current")]
        assert current == [samples.load(name)["language"]]


@pytest.mark.parametrize("name", EVERY)
def test_the_head_names_the_page_itself_and_all_its_translations(name: str) -> None:
    document = samples.load(name)
    page = soup_of(name)
    canonical = page.select_one('link[rel="canonical"]')
    assert canonical is not None
    assert canonical["href"] == samples.ADDRESS + document["path"]
    alternates = [link["hreflang"] for link in page.select('link[rel="alternate"][hreflang]')]
    assert alternates == [*(entry["language"] for entry in document["available_translations"]), "x-default"]
    assert page.select('script[type="application/ld+json"]')


@pytest.mark.parametrize("name", EVERY)
def test_a_page_without_a_frame_still_has_a_brand_and_a_disclaimer(name: str) -> None:
    page = BeautifulSoup(samples.render(samples.load(name), frame=None), "html.parser")
    assert page.select("nav.menu") == []
    for part in (".brand", ".disclaimer"):
        found = page.select_one(part)
        assert found is not None
        assert found.get_text(strip=True)


def test_text_of_editors_is_escaped() -> None:
    document = samples.load("treatment.en")
    document["title"] = document["summary"] = "<script>alert(1)</script>"
    document["sections"]["risks"]["items"][0]["name"] = "<img src=x>"
    html = samples.render(document)
    assert "<script>alert" not in html
    assert "<img src=x>" not in html


def test_a_preview_says_so_and_stays_out_of_search_engines() -> None:
    page = BeautifulSoup(samples.render(samples.load("treatment.en"), is_preview=True), "html.parser")
    assert page.select(".preview-bar")
    assert page.select('meta[name="robots"][content="noindex"]')
    assert soup_of("treatment.en").select('meta[name="robots"]') == []


def test_a_withdrawn_page_gives_the_reason_and_nothing_of_the_content() -> None:
    document = samples.load("treatment.en")
    document |= {"status": "withdrawn", "sections": {}}
    document["withdrawn"] = {
        "at": "2026-03-01T10:00:00Z",
        "notice": "We have withdrawn this content.",
        "explanation": "The product was taken off the market.",
        "language": "en",
        "direction": "ltr",
        "replaced_by": document["related"][0]["id"],
        "replacement": document["related"][0],
    }
    main = BeautifulSoup(samples.render(document), "html.parser").main
    assert main is not None
    assert "taken off the market" in main.get_text()
    assert main.select('a[href="/en/treatments/microneedling/"]')
    assert main.select(".chapter, .quick-facts") == []
