"""Do the template tags write languages, dates, numbers, links and pictures as they should?"""

import pytest
from django.utils import translation

from publishing.templatetags import publishing_tags as tags

ENGLISH = {"language": "en", "direction": "ltr"}
ARABIC = {"language": "ar", "direction": "rtl"}


def test_a_part_says_its_language_only_where_it_differs() -> None:
    assert tags.language_attributes(ENGLISH, ARABIC) == ' lang="en" dir="ltr"'
    assert tags.language_attributes(ARABIC, ARABIC) == ""
    assert tags.language_attributes({}, ARABIC) == ""
    assert tags.language_attributes(ARABIC, None) == ' lang="ar" dir="rtl"'


def test_the_interface_speaks_the_language_of_the_nearest_part() -> None:
    with translation.override("de"):
        assert tags.interface_language({"language": "zh-Hans"}, ARABIC) == "zh-hans"
        assert tags.interface_language({}, ARABIC) == "ar"
        assert tags.interface_language({}, None) == "de"


@pytest.mark.parametrize(
    ("code", "expected"),
    [("de", "6. März 2026"), ("fr", "6 mars 2026"), ("zh-hans", "2026年3月6日"), ("pl", "6 marca 2026")],
)
def test_dates_are_written_as_the_language_writes_them(code: str, expected: str) -> None:
    with translation.override(code):
        assert tags.written_date("2026-03-06T09:00:00Z") == expected
        assert tags.written_date("2026-03-06") == expected


def test_a_date_that_is_none_is_refused() -> None:
    assert tags.written_date(None) == ""
    with pytest.raises(ValueError, match="soon"):
        tags.written_date("soon")


def test_a_menu_entry_leads_to_its_page_or_its_address() -> None:
    assert tags.href({"link": {"path": "/en/about/"}, "url": None}) == "/en/about/"
    assert tags.href({"link": None, "url": "https://example.org/"}) == "https://example.org/"
    assert tags.href({"link": None, "url": None}) == ""
    assert tags.href(None) == ""


def test_a_telephone_number_keeps_only_what_can_be_dialled() -> None:
    assert tags.telephone("+44 (20) 7946-0123") == "tel:+442079460123"


def test_a_picture_offers_the_smaller_encoding_first_and_falls_back_to_the_largest_plain_one() -> None:
    sizes = [("image/jpeg", "jpg", 400), ("image/webp", "webp", 800), ("image/jpeg", "jpg", 800)]
    renditions = [
        {"url": f"/media/a-{width}.{end}", "width": width, "height": width // 2, "type": kind}
        for kind, end, width in sizes
    ]
    shown = tags.picture({"renditions": renditions}, sizes="50vw")
    assert shown["sources"] == [{"type": "image/webp", "srcset": "/media/a-800.webp 800w"}]
    assert shown["srcset"] == "/media/a-400.jpg 400w, /media/a-800.jpg 800w"
    assert shown["largest"]["url"] == "/media/a-800.jpg"


def test_a_picture_without_any_size_yet_shows_nothing() -> None:
    assert tags.picture({"renditions": []}, sizes="50vw")["largest"] is None
