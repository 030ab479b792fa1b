"""Can readers narrow the list of treatments without JavaScript, and is every number true?"""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from publishing.models import Document
from publishing.months import written_month
from tests import factories

pytestmark = pytest.mark.django_db
# The content id of nothing; the same in every worker, which name the tests after it.
NOBODY = "5b3f2a52-6a52-4a5e-9d0e-7c1f0a3f6b11"


def put(title: str, *facets: str, **values: Any) -> Document:
    """Store a treatment as the compiler would, with these facets."""
    now = timezone.now()
    card = {"title": title, "path": f"/en/t/{title}/", "language": "en", "direction": "ltr", "image": None}
    return Document.objects.create(
        **{
            **{"content_id": uuid4(), "locale": "en", "type": "treatment", "title": title, "card": card},
            **{"path": card["path"], "facets": list(facets), "first_published_at": now, "updated_at": now},
            **values,
        }
    )


def named(kind: str, title: str) -> str:
    """Store a category or condition, and return its facet."""
    made = put(title, type=kind, path=None if kind == "category" else f"/en/c/{title}/")
    return f"{kind}:{made.content_id}"


@pytest.fixture
def index() -> Any:
    page = factories.treatment_index()
    factories.organisation()
    factories.navigation()
    return page


def titles(html: str) -> list[str]:
    return re.findall(r'<h3><a href="/en/t/[^"]+">([^<]+)</a>', html)


def choices(html: str) -> dict[str, str]:
    """Return the texts of all choices by filter and value."""
    return {
        f"{name}:{value}": unescape(text)
        for name, options in re.findall(r'<select id="filter-(\w+)".*?>(.*?)</select>', html, re.DOTALL)
        for value, text in re.findall(r'<option value="([^"]+)"[^>]*>([^<]+)', options)
    }


def page_of(client: Client, page: Any, query: str = "") -> str:
    response = client.get(f"{page.url}{query}")
    assert response.status_code == 200
    return str(response.content.decode())


def query_of(*facets: str) -> str:
    return "?" + "&".join(facet.replace(":", "=") for facet in facets)


def test_several_choices_narrow_the_list_and_counts_say_what_would_be_left(
    client: Client, index: Any
) -> None:
    needles, light = named("category", "Needles"), named("category", "Light")
    acne = named("condition", "Acne")
    put("A", needles, acne, "area:face", "downtime:none")
    put("B", needles, "area:face", "area:neck", "downtime:days")
    put("C", light, acne, "area:neck", "downtime:none")
    everything = page_of(client, index)
    assert titles(everything) == ["A", "B", "C"]
    assert choices(everything) == {
        light: "Light (1)",
        needles: "Needles (2)",
        acne: "Acne (2)",
        "area:face": "Face (2)",
        "area:neck": "Neck (2)",
        "downtime:none": "No recovery time (2)",
        "downtime:days": "1 to 3 days (1)",
    }
    assert 'name="robots"' not in everything
    narrowed = page_of(client, index, query_of(needles, "area:neck"))
    assert titles(narrowed) == ["B"]
    found = choices(narrowed)
    assert found[light] == "Light (1)"  # with the area, instead of the other category
    assert found["area:face"] == "Face (2)"
    assert acne not in found  # would leave nothing
    assert found["downtime:days"] == "1 to 3 days (1)"
    assert "1 entry matches" in narrowed
    assert f'href="{index.url}?area=neck"' in narrowed
    assert '<meta name="robots" content="noindex">' in narrowed
    assert f'<link rel="canonical" href="https://clinic.example{index.url}">' in narrowed
    assert "hreflang" not in narrowed.partition("</head>")[0]


def test_nothing_found_says_so_and_offers_to_remove_a_choice(client: Client, index: Any) -> None:
    put("A", "area:face", "downtime:none")
    html = page_of(client, index, "?area=hands&downtime=none")
    assert not titles(html)
    assert "Nothing matches all of these choices" in html
    assert f'href="{index.url}?downtime=none"' in html
    assert choices(html)["area:hands"] == "Hands (0)"


@pytest.mark.parametrize(
    "query",
    [
        "?area=moon",
        "?category=x",
        f"?category={NOBODY}",
        "?colour=red",
        "?area=face&area=neck",
        "?after=x",
        f"?after={NOBODY}",
        "?area=%00",
        "?area=face%27--",
    ],
)
def test_what_the_list_does_not_have_is_refused_with_a_way_back(
    client: Client, index: Any, query: str
) -> None:
    put("A", "area:face")
    response = client.get(f"{index.url}{query}")
    assert response.status_code == 400
    assert f'<a class="button" href="{index.url}">' in response.content.decode()


def test_empty_choices_and_the_marks_of_advertisers_choose_nothing(client: Client, index: Any) -> None:
    put("A", "area:face")
    assert titles(page_of(client, index, "?area=&category=&utm_source=mail&fbclid=1")) == ["A"]


def test_what_has_left_is_neither_listed_nor_counted_nor_offered(client: Client, index: Any) -> None:
    needles = named("category", "Needles")
    put("A", needles, "area:face")
    put("B", "area:face", expires_at=timezone.now() - dt.timedelta(seconds=1))
    put("C", "area:face", status="gone")
    put("D", "area:face", locale="de", path="/de/t/D/")
    assert titles(page_of(client, index)) == ["A"]
    assert choices(page_of(client, index)) == {needles: "Needles (1)", "area:face": "Face (1)"}
    Document.objects.filter(type="category").update(status="gone")
    assert choices(page_of(client, index)) == {"area:face": "Face (1)"}
    assert client.get(index.url + query_of(needles)).status_code == 400


def test_a_list_is_true_until_the_first_of_what_it_shows_ends(client: Client, index: Any) -> None:
    put("A", "area:face", expires_at=timezone.now() + dt.timedelta(seconds=3))
    assert client.get(index.url)["Cache-Control"].startswith("public, max-age=2,")


def test_pages_follow_each_other_whatever_is_published_meanwhile(client: Client, index: Any) -> None:
    for number in range(30):
        put(f"T{number:02}", "area:face" if number % 2 else "area:neck")
    first = page_of(client, index)
    following = unescape(re.findall(r'rel="next" href="([^"]+)"', first)[0])
    put("A")
    second = client.get(following).content.decode()
    assert titles(first) + titles(second) == [f"T{number:02}" for number in range(30)]
    assert f'href="{index.url}">' in second
    assert '<meta name="robots" content="noindex">' in second
    chosen = page_of(client, index, "?area=face")
    assert len(titles(chosen)) == 15
    assert "15 entries match" in chosen


def test_a_filtered_list_costs_the_same_for_one_and_for_fifty(client: Client, index: Any) -> None:
    counts, here = [], SimpleNamespace(url=index.url)
    page_of(client, here)
    for number in (1, 50):
        for each in range(number):
            category = named("category", f"Category {number} {each}")
            put(f"T {number} {each}", category, "area:face")
        with CaptureQueriesContext(connection) as captured:
            page_of(client, here, "?area=face")
        counts.append(len(captured))
    # The address, the page, its cards and choices.
    assert counts == [3, 3]


@pytest.mark.parametrize(
    ("days", "facet"),
    [
        ((0, 0), "downtime:none"),
        ((0, 3), "downtime:days"),
        ((2, 7), "downtime:week"),
        ((2, 8), "downtime:longer"),
        ((4, None), "downtime:week"),
        ((None, None), None),
    ],
)
def test_a_treatment_is_filed_under_its_longest_recovery(days: tuple[Any, Any], facet: str | None) -> None:
    page = factories.treatment(downtime_days_min=days[0], downtime_days_max=days[1])
    found = Document.objects.get(path=page.url).facets
    assert [each for each in found if each.startswith("downtime:")] == ([facet] if facet else [])


def test_an_archive_names_the_months_in_the_readers_language(client: Client, index: Any) -> None:
    put("A", "month:2026-11")
    put("B", "month:2026-02", "area:face")
    put("C", "month:2026-02")
    html = page_of(client, index)
    links = re.findall(r'<li><a href="[^"?]*\?(month=[^"]+)">([^<]+)</a> <span>\((\d)\)', html)
    assert links == [("month=2026-11", "November 2026", "1"), ("month=2026-02", "February 2026", "2")]
    chosen = page_of(client, index, "?month=2026-02")
    assert titles(chosen) == ["B", "C"]
    assert "First published in February 2026" in chosen
    assert "(February 2026)" in chosen.partition("</title>")[0]
    assert '<a href="' + index.url + '?month=2026-02" aria-current="page">' in chosen
    assert titles(page_of(client, index, "?month=2026-02&area=face")) == ["B"]
    for unknown in ("2026-13", "2026-1", "2025-12", "0000-01", "x"):
        assert client.get(f"{index.url}?month={unknown}").status_code == 400


@pytest.mark.parametrize(
    ("code", "written"),
    [("de", "Februar 2026"), ("pl", "luty 2026"), ("zh-hans", "2026年2月"), ("fr", "février 2026")],
)
def test_a_month_is_written_as_it_is_by_itself(code: str, written: str) -> None:
    with translation.override(code):
        assert written_month("2026-02") == written


def test_a_treatment_is_filed_under_the_month_in_which_it_appeared() -> None:
    found = Document.objects.get(path=factories.treatment().url)
    assert f"month:{found.first_published_at:%Y-%m}" in found.facets
