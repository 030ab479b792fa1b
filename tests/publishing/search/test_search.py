"""Is what is found live, in its own language, safe to show and never a benefit alone?"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from publishing.models import Document, SearchEntry, SearchName
from publishing.search.engine import Found, search
from publishing.search.extraction import lines_of
from publishing.search.indexing import feed, write
from publishing.search.suggestions import suggestions
from tests import factories
from tests.publishing.search.corpus import document_row, load

pytestmark = pytest.mark.django_db


def found(query: str, code: str = "en", **asked: Any) -> Found:
    return search(query, code, **{"limit": 20, **asked})


def titles(query: str, code: str = "en") -> list[str]:
    return [hit.card.split('"title": "')[1].split('"')[0] for hit in found(query, code).hits]


def section(tag: str, **members: Any) -> dict[str, Any]:
    return {"language": tag, "direction": "ltr", "heading": None, **members}


def document(title: str, tag: str = "en", **sections: dict[str, Any]) -> dict[str, Any]:
    return {"title": title, "summary": "", "language": tag, "also_known_as": [], "sections": sections}


def put(data: dict[str, Any], name: str = "one", **values: Any) -> Document:
    row = document_row(name, data["language"], data["title"], **values)
    row.save()
    feed(row, data)
    return row


@contextmanager
def statements(at_most: int) -> Iterator[None]:
    with CaptureQueriesContext(connection) as captured:
        yield
    assert len(captured) <= at_most, captured.captured_queries


def test_what_is_published_is_found_and_what_is_gone_is_not() -> None:
    page = factories.standard_page(title="Cryolipolysis explained")
    term = factories.glossary_term(term="Botulinum toxin", abbreviation="BTX")
    assert found("cryolipolysis").count == 1
    assert found("btx").hits[0].matched == ("title", "names", "summary")
    page.unpublish()
    assert found("cryolipolysis").count == 0
    assert not SearchName.objects.filter(name="Cryolipolysis explained").exists()
    term.term = "Botulinum neurotoxin"
    factories.publish(term)
    assert titles("neurotoxin") == ["Botulinum neurotoxin"]


def test_a_withdrawal_is_out_of_search_in_the_same_commit() -> None:
    from publishing.store import bury

    row = put(document("Microneedling"))
    assert found("microneedling").count == 1
    bury(row, "unpublished", None)
    assert found("microneedling").count == 0 == SearchEntry.objects.count() == SearchName.objects.count()


def test_what_has_expired_is_not_found_before_anybody_has_compiled_it_again() -> None:
    from django.utils import timezone

    put(document("Microneedling"), expires_at=timezone.now())
    assert found("microneedling").count == 0
    assert suggestions("micro", "en", 5) == []


def test_reconcile_finds_and_mends_what_search_has_wrong() -> None:
    page = factories.standard_page(title="Cryolipolysis explained")
    SearchEntry.objects.filter(document__content_id=page.translation_key).delete()
    with pytest.raises(SystemExit):
        call_command("reconcile", dry_run=True, stdout=StringIO())
    assert found("cryolipolysis").count == 0
    said = StringIO()
    call_command("reconcile", stdout=said)
    assert f"search differed: {page.translation_key} in en" in said.getvalue()
    assert found("cryolipolysis").count == 1


def test_foreign_parts_are_found_in_no_language_but_their_own() -> None:
    items = [
        {"id": "a", "name": "Blutergüsse", "text": "Sie vergehen."},
        {"id": "b", "name": "Bruising", "text": "They fade.", "language": "en", "direction": "ltr"},
    ]
    linked = {"title": "Wrinkles", "language": "en", "direction": "ltr"}
    put(
        document(
            "Mesotherapie",
            "de",
            risks=section("de", items=items),
            process=section("en", steps=[{"id": "c", "text": "Numbing cream"}]),
            conditions=section("de", items=[{"id": "d", "text": "Trockene Haut", "condition": linked}]),
        )
    )
    assert found("Bluterguss", "de").count == 1
    for foreign in ("bruising", "fade", "numbing", "wrinkles"):
        assert found(foreign, "de").count == 0 == found(foreign, "en").count


def test_a_snippet_never_shows_a_benefit_alone() -> None:
    chance = random.Random(7)
    words = ["glow", "firm", "smooth", "bruise", "pain", "cream", "needle", "cheek"]
    for number in range(150):
        kinds = chance.sample(
            ["overview", "conditions", "process", "risks", "faqs", "conclusion"], chance.randint(1, 6)
        )
        sections = {
            kind: section(
                chance.choice(["en", "en", "en", "de"]) if kind == "risks" else "en",
                heading=f"About {kind}",
                items=[{"id": str(n), "text": " ".join(chance.choices(words, k=40))} for n in range(3)],
            )
            for kind in kinds
        }
        data = document(f"Sample{number}", "en", **sections)
        data["summary"] = chance.choice(["", f"Summary of sample{number}"])
        put(data, f"sample{number}")
    seen = 0
    for _ in range(60):
        for hit in found(" ".join(chance.sample(words, chance.randint(1, 2))), limit=100).hits:
            if {"conditions", "process"} & set(hit.snippet.sections):
                seen += 1
                assert "risks" in hit.snippet.sections
                assert "About risks" in hit.snippet.text
    assert seen > 100


def test_a_snippet_is_safe_html_with_nothing_but_marks() -> None:
    body = "<script>alert('x')</script> & a <b>scar</b> of scars <mark>"
    put(document("Any", overview=section("en", body={"html": "", "text": body})))
    snippet = found("scar").hits[0].snippet
    assert snippet.text == body
    assert snippet.html == (
        "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; a &lt;b&gt;<mark>scar</mark>&lt;/b&gt; of "
        "<mark>scars</mark> &lt;mark&gt;"
    )


def test_a_long_line_is_cut_around_what_was_found() -> None:
    put(document("Any", overview=section("en", body="before " * 100 + "keloid " + "after " * 100)))
    snippet = found("keloids").hits[0].snippet
    assert snippet.text.startswith("…before")
    assert snippet.text.endswith("after…")
    assert "<mark>keloid</mark>" in snippet.html
    assert len(snippet.text) < 240


def test_titles_come_before_names_before_summaries_before_bodies() -> None:
    put(document("Body", overview=section("en", body="A keloid.")), "body")
    summary = document("Summary")
    summary["summary"] = "A keloid."
    put(summary, "summary")
    names = document("Names")
    names["also_known_as"] = ["big keloid"]
    put(names, "names")
    put(document("Keloid and more"), "title")
    assert titles("keloids") == ["Keloid and more", "Names", "Summary", "Body"]


def test_a_synonym_of_one_document_finds_the_others() -> None:
    term = document("Hyaluronic acid")
    term["also_known_as"] = ["hyaluronan", "HA"]
    put(term, "term")
    put(document("Fillers", overview=section("en", body="They hold hyaluronic acids.")), "filler")
    assert titles("HA filler") == ["Fillers"]
    assert "<mark>hyaluronic</mark> <mark>acids</mark>" in found("hyaluronan filler").hits[0].snippet.html


@pytest.mark.parametrize(
    ("code", "written", "typed"),
    [
        ("de", "Fältchen und Straße", "faeltchen strasse"),
        ("de", "Faltchen", "Fältchen"),
        ("tr", "ISIRIK İĞNESİ", "ısırık iğnesi"),
        ("tr", "ışık", "isik"),
        ("tr", "Botox'un etkisi", "botox"),
        ("ar", "والتَّجَاعِيــد", "تجاعيد"),
        ("ar", "للبشرة", "البشره"),
        ("ar", "بعد ١٠ أيام", "10"),
        ("pl", "łuszczyca", "luszczyca"),
        ("fr", "l’œdème", "oedeme"),
        ("es", "SPF ５０ cicatrices", "50 cicatriz"),
        ("zh-hans", "激光永久脱毛", "激光脱毛"),
        ("zh-hans", "Ｃ光疗", "c光疗"),
    ],
)
def test_spellings_of_one_word_are_one(code: str, written: str, typed: str) -> None:
    put(document(written, code))
    assert found(typed, code).count == 1


def test_suggestions_are_names_that_start_as_typed() -> None:
    load("de")
    assert [one.name for one in suggestions("HYALURONF", "de", 5)] == ["Hyaluronfiller"]
    assert [one.name for one in suggestions("hyaluronsaeu", "de", 5)] == ["Filler mit Hyaluronsäure"]
    assert suggestions("  ", "de", 5) == suggestions("%", "de", 5) == suggestions("_", "de", 5) == []
    assert len(suggestions("a", "de", 3)) == 3


@pytest.mark.parametrize(
    "query", ["", " ", "'", "a'b\\", "& | ! <-> :*", "%s %", "\ud800x", "the", "😀", "x" * 5000, "的", "ـ"]
)
def test_nothing_that_is_typed_is_an_error(client: Client, query: str) -> None:
    assert found(query, "en").count == 0
    if query.isprintable():
        assert client.get("/en/search/", {"q": query}).status_code == 200


def test_an_answer_costs_two_statements_however_much_is_found(client: Client) -> None:
    rows = [document_row(f"laser{number}", "en", f"Laser {number}") for number in range(50)]
    for row in Document.objects.bulk_create(rows):
        write(row, lines_of(document(row.title)), [])
    for query in ("laser", "laser 1"):
        with statements(2):
            assert client.get("/api/v1/search/", {"q": query, "locale": "en", "limit": "50"}).json()["count"]
    with statements(1):
        client.get("/api/v1/search/suggestions/", {"q": "las", "locale": "en"})
    pages, url = [], "/api/v1/search/?q=laser&locale=en&limit=20"
    while url:
        answer = client.get(url).json()
        pages.append([entry["id"] for entry in answer["results"]])
        url = answer["links"]["next"]
    assert [len(page) for page in pages] == [20, 20, 10]
    assert len({entry for page in pages for entry in page}) == 50


def test_the_index_is_used(settings: Any) -> None:
    load("en")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN SELECT 1 FROM publishing_searchentry WHERE words @@ '''en:scar'''::tsquery")
        assert "search_words" in str(cursor.fetchall())


def test_the_api_refuses_what_it_does_not_know(client: Client) -> None:
    for query in ("", "q=", "q=a&x=1", "q=a&q=b", f"q={'a' * 201}", "q=a&type=navigation", "q=a&cursor=x"):
        answer = client.get(f"/api/v1/search/?{query}")
        assert answer.status_code == 400, query
        assert answer["Content-Type"] == "application/problem+json"


def test_the_site_has_a_search_page_that_works_without_a_script(client: Client) -> None:
    load("de")
    factories.home()
    response = client.get("/de/search/?q=Narben")
    html = response.content.decode()
    assert "<mark>Narben</mark>" in html
    assert 'name="robots" content="noindex"' in html
    assert html.count('name="q"') == 1
    assert response["Content-Language"] == "de"
    assert response["Cache-Control"].startswith("public, max-age=5")
    nothing = client.get("/de/search/?q=Knieprothese").content.decode()
    assert "Nichts gefunden für „Knieprothese“" in nothing
    assert "Keine Seite enthält alle diese Wörter." in nothing
    assert 'action="/en/search/"' in client.get("/en/").content.decode()
    assert client.get("/zh-Hans/search/?q=x").headers["Location"] == "/zh-hans/search/?q=x"
    for query in ("", "?page=0", "?q=a&page=x", "?q=%00&page=99999999", "?q=%ff%fe", "?x=1"):
        assert client.get(f"/de/search/{query}").status_code == 200
    assert client.get("/xx/search/").status_code == 404
    assert client.post("/de/search/").status_code == 405
