"""Does the treatment page tell benefits, risks and help as it must, and mark what is in another language?"""

import pytest
from bs4 import BeautifulSoup, Tag
from django.utils.translation import get_language

from tests.site import samples

ALL = [name for name in samples.names() if name.startswith("treatment.")]


def page_of(name: str) -> BeautifulSoup:
    return BeautifulSoup(samples.render(samples.load(name)), "html.parser")


def one(found: Tag | None) -> Tag:
    assert found is not None
    return found


def language_at(element: Tag) -> tuple[str, str]:
    """Return the language and direction in force at an element."""
    nearest = element if element.has_attr("lang") else one(element.find_parent(lang=True))
    return str(nearest["lang"]), str(nearest["dir"])


@pytest.mark.parametrize("name", ALL)
def test_risks_follow_the_benefits_at_the_same_level_and_are_never_collapsed(name: str) -> None:
    page = page_of(name)
    chapters = [str(chapter["id"]) for chapter in page.select("section.chapter")]
    assert chapters == ["conditions", "risks", "process", "conclusion", "faqs", "sources"]
    risks = one(page.find(id="risks"))
    assert risks.find_parent("details") is None
    assert risks.select("details, [hidden], [aria-hidden=true] .prose") == []


@pytest.mark.parametrize("name", ALL)
def test_each_risk_says_how_often_in_words_with_the_number(name: str) -> None:
    page = page_of(name)
    for risk in samples.load(name)["sections"]["risks"]["items"]:
        shown = one(page.find(id=risk["id"]))
        assert risk["frequency"]["display"] in one(shown.select_one(".frequency")).get_text()
        assert risk["severity"]["display"] in shown.get_text()


@pytest.mark.parametrize("name", ALL)
def test_the_contents_list_every_chapter(name: str) -> None:
    page = page_of(name)
    linked = [str(link["href"])[1:] for link in page.select(".contents a")]
    assert linked == [str(chapter["id"]) for chapter in page.select("section.chapter")]


@pytest.mark.parametrize("name", ALL)
def test_care_cards_differ_in_words_and_icon_not_only_in_colour(name: str) -> None:
    cards = page_of(name).select(".care")
    assert len({one(card.find("h4")).get_text() for card in cards}) == 3
    assert len({str(one(card.use)["href"]) for card in cards}) == 3
    for card, document in zip(cards, samples.load(name)["sections"]["risks"]["seek_help"], strict=True):
        assert document["action"] in card.get_text()


@pytest.mark.parametrize("name", ALL)
def test_telephone_numbers_are_isolated_and_run_left_to_right(name: str) -> None:
    links = page_of(name).select('a[href^="tel:"]')
    assert links
    for link in links:
        assert one(link.bdi)["dir"] == "ltr"
        assert str(link["href"]) == "tel:" + one(link.bdi).get_text().replace(" ", "")


@pytest.mark.parametrize("name", ALL)
def test_titles_of_sources_carry_their_language(name: str) -> None:
    document = samples.load(name)
    cites = page_of(name).select(".sources cite")
    for cite, item in zip(cites, document["sections"]["sources"]["items"], strict=True):
        assert language_at(cite) == (item["title"]["language"], item["title"]["direction"])


def test_a_section_in_another_language_says_so_and_its_notice_is_for_the_reader() -> None:
    faqs = one(page_of("treatment.ar").find(id="faqs"))
    assert language_at(one(faqs.h2)) == ("en", "ltr")
    notice = one(faqs.select_one("[role=note]"))
    assert language_at(notice) == ("ar", "rtl")
    assert samples.load("treatment.ar")["sections"]["faqs"]["notice"] in notice.get_text()


def test_an_item_in_another_language_says_so_between_items_that_do_not() -> None:
    risks = page_of("treatment.ar").select(".risk")
    assert [language_at(one(risk.h4)) for risk in risks] == [("ar", "rtl")] * 4 + [("en", "ltr")]
    assert [risk.has_attr("lang") for risk in risks] == [False] * 4 + [True]


def test_words_of_the_interface_are_in_the_language_of_their_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.translation._trans.gettext", lambda text: f"{get_language()}|{text}")
    page = page_of("treatment.ar")
    labels = [label.get_text() for label in page.select(".what-to-do .label")]
    assert labels == ["ar|What to do"] * 3 + ["en|What to do"]
    assert one(page.select_one("#contents-heading")).get_text() == "ar|On this page"


def test_a_card_in_another_language_says_so() -> None:
    cards = page_of("treatment.ar").select(".cards .card")
    assert [language_at(card)[0] for card in cards] == ["ar", "ar", "en"]


def test_a_part_that_is_behind_shows_its_notice_at_its_place() -> None:
    page = page_of("treatment.zh-hans")
    notices = page.select("[role=note]")
    assert [str(one(notice.find_parent("section"))["id"]) for notice in notices] == ["process"]
    assert page_of("treatment.en").select("[role=note]") == []


def test_a_treatment_with_only_what_is_required_has_no_empty_parts() -> None:
    document = samples.load("treatment.en")
    document |= {"also_known_as": [], "authors": [], "related": [], "hero": None, "category": None}
    sections = document["sections"]
    sections["faqs"]["items"] = []
    sections["process"] |= {"aftercare": None, "choosing_provider": None, "figures": [], "overview": None}
    sections["conclusion"] |= {"alternatives": [], "cta": None, "cooling_off_note": ""}
    page = BeautifulSoup(samples.render(document), "html.parser")
    assert page.select("#faqs, .aftercare, .also, .opening-picture, .cards, #conclusion .button") == []
    containers = one(page.main).select("ul, ol, dl, h2, h3, h4, p")
    assert [element for element in containers if not element.get_text(strip=True)] == []
