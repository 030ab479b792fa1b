"""Does the board show every content in every language, to everybody, at a cost that does not grow?"""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from publishing.board import reviews
from publishing.board.models import Standing
from tests import factories
from tests.publishing.board.conftest import client_for, say_anew, user_in

pytestmark = pytest.mark.django_db
URL = "/admin/translations/"


def cells(client: Client, **filters: str) -> dict[str, dict[str, Any]]:
    """Return the cells of the board by title and language."""
    response = client.get(URL, filters)
    assert response.status_code == 200
    return {row.title: row.cells for row in response.context["object_list"]}


def titles(client: Client, **filters: str) -> list[str]:
    return list(cells(client, **filters))


def test_each_cell_says_its_state_in_words_and_with_an_icon(page: Any, editor: Client) -> None:
    say_anew(page, summary="Something else.")
    html = editor.get(URL, {"q": "about us"}).content.decode()
    assert "Behind since today" in html
    assert '<use href="#icon-time">' in html
    row = cells(editor, q="about us")["About us en·one"]
    assert {code: cell.state for code, cell in row.items()} == {
        "en": "original",
        "de": "behind",
        **dict.fromkeys(("es", "fr", "pl", "ar", "zh-hans", "tr"), "missing"),
    }
    assert row["de"].details == "overview"


def test_its_foot_counts_contents(page: Any, editor: Client) -> None:
    html = editor.get(URL, {"q": "about us"}).content.decode()
    assert "1 content" in html
    assert "standing of" not in html


def test_days_are_counted(page: Any, editor: Client) -> None:
    with time_machine.travel(dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC), tick=False):
        say_anew(page, summary="Something else.")
    with time_machine.travel(dt.datetime(2031, 3, 4, 11, tzinfo=dt.UTC), tick=False):
        client = client_for(user_in("Editors", username="later"))
        assert cells(client, q="about us")["About us en·one"]["de"].label == "Behind for 2 days"


def test_a_translator_sees_their_languages_first(page: Any, translator: Client) -> None:
    labels = [column.name for column in translator.get(URL).context["table"].columns.values()]
    assert labels[:4] == ["title", "type", "de", "en"]


def test_links_lead_to_what_the_reader_of_the_board_may_do(
    page: Any, translator: Client, editor: Client
) -> None:
    say_anew(page, summary="Something else.")
    german = page.get_translation(factories.locale("de"))
    changes = reverse("translation_changes", args=["home.standardpage", german.pk])
    theirs = cells(translator, q="about us")["About us en·one"]
    assert (theirs["en"].url, theirs["de"].url) == ("", reverse("wagtailadmin_pages:edit", args=[german.pk]))
    assert [link.url for link in theirs["de"].links] == [changes]
    assert theirs["fr"].links == ()
    ours = cells(editor, q="about us")["About us en·one"]
    assert ours["en"].url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    submit = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    assert [link.url for link in ours["fr"].links] == [submit]
    assert editor.get(submit).status_code == 200
    assert translator.get(changes).status_code == 200


def test_snippets_lead_to_their_own_editors(translator: Client, editor: Client) -> None:
    category = factories.category(key="two")
    german = factories.translate(category, "de")
    name = "wagtailsnippets_treatments_category:edit"
    assert cells(translator)["Injections en·two"]["de"].url == reverse(name, args=[german.pk])
    assert cells(translator)["Injections en·two"]["en"].url == ""
    submit = reverse(
        "wagtail_localize:submit_snippet_translation", args=["treatments", "category", category.pk]
    )
    assert [link.url for link in cells(editor)["Injections en·two"]["fr"].links] == [submit]


@pytest.mark.parametrize("group", ["Translators (Turkish)", "Moderators", "Medical reviewers"])
def test_everybody_who_may_use_the_admin_may_read_it(page: Any, group: str) -> None:
    row = cells(client_for(user_in(group)), q="about us")["About us en·one"]
    assert row["de"].state == "current"
    assert {cell.url for cell in row.values()} == {""}


def test_nobody_else_may(page: Any) -> None:
    assert Client().get(URL).status_code == 302
    outsider = get_user_model().objects.create_user("outsider")
    assert client_for(outsider).get(URL).status_code in (302, 403)


def test_filters_by_type_language_and_state(page: Any, editor: Client) -> None:
    other = factories.standard_page(key="other")
    assert "About us en·one" in titles(editor, state="current", language="de")
    assert "About us en·other" not in titles(editor, state="current", language="de")
    assert "About us en·other" in titles(editor, state="missing", language="de")
    assert "About us en·one" not in titles(editor, state="missing", language="de")
    assert {"About us en·one", "About us en·other"} <= set(titles(editor, state="missing"))
    say_anew(page, summary="Something else.")
    assert titles(editor, state="behind") == ["About us en·one"]
    assert titles(editor, state="behind", language="fr") == []
    assert set(titles(editor, type="standard_page")) >= {"About us en·one", "About us en·other"}
    assert titles(editor, type="treatment") == []
    factories.translate(other, "de", leave_out="Who we are")
    assert titles(editor, state="refused") == ["About us en·other"]


def test_a_title_is_found_in_any_language(page: Any, editor: Client) -> None:
    assert titles(editor, q="de·one") == ["About us en·one"]


def test_sorts_by_title_age_and_change(page: Any, editor: Client) -> None:
    other = factories.standard_page(key="other", title="Zebra en·other")
    factories.translate(other, "de")
    with time_machine.travel(dt.datetime(2030, 1, 1, tzinfo=dt.UTC)):
        say_anew(other, summary="Older.")
    with time_machine.travel(dt.datetime(2030, 2, 1, tzinfo=dt.UTC)):
        say_anew(page, summary="Newer.")
    client = client_for(user_in("Editors", username="sorter"))
    mine = {"About us en·one", "Zebra en·other"}

    def order(**filters: str) -> list[str]:
        return [title for title in titles(client, **filters) if title in mine]

    assert order(ordering="oldest") == ["Zebra en·other", "About us en·one"]
    assert order(ordering="-oldest") == ["About us en·one", "Zebra en·other"]
    assert order(ordering="title") == ["About us en·one", "Zebra en·other"]
    assert order(ordering="-title") == ["Zebra en·other", "About us en·one"]


def test_what_changed_last_comes_first_when_asked(page: Any, editor: Client, run_tasks: Any) -> None:
    factories.standard_page(key="other")
    with time_machine.travel(dt.datetime(2035, 1, 1, tzinfo=dt.UTC)):
        page.save_revision()
        run_tasks()
    assert titles(editor, ordering="-last_change")[0] == "About us en·one"


def test_exports_what_is_filtered_with_the_states_in_words(page: Any, editor: Client) -> None:
    say_anew(page, summary="Something else.")
    response = editor.get(URL, {"export": "csv", "state": "behind"})
    assert response["Content-Type"].startswith("text/csv")
    written = b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]
    rows = list(csv.DictReader(io.StringIO(written)))
    assert [(row["Title"], row["German"], row["French"]) for row in rows] == [
        ("About us en·one", "Behind since today; overview", "Missing")
    ]
    response = editor.get(URL, {"export": "xlsx", "state": "behind"})
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active  # type: ignore[attr-defined]
    assert sheet is not None
    assert next(cell.value for cell in sheet[2]) == "About us en·one"
    assert "Behind since today; overview" in [cell.value for cell in sheet[2]]


def test_the_medical_review_has_its_place_in_every_cell(page: Any, editor: Client) -> None:
    calls = []

    def source(rows: list[Standing]) -> reviews.Words:
        calls.append(len(rows))
        return {
            (row.content_id, row.locale): f"Reviewed in {row.locale}" for row in rows if row.locale == "de"
        }

    reviews.register(source)
    try:
        response = editor.get(URL)
    finally:
        reviews.unregister(source)
    assert "Reviewed in de" in response.content.decode()
    assert "Reviewed in en" not in response.content.decode()
    assert len(calls) == 1
    assert "Reviewed in de" not in editor.get(URL).content.decode()


def multiply(page: Any, times: int) -> None:
    """Write standings like those of ``page`` for that many further contents."""
    rows = list(Standing.objects.filter(content_id=page.translation_key))
    for number in range(times):
        content = uuid4()
        for row in rows:
            row.pk, row.content_id, row.title = None, content, f"Copy {number:04} {row.locale}"
        Standing.objects.bulk_create(rows)


@pytest.mark.parametrize("group", ["Editors", "Translators (German)"])
def test_costs_the_same_for_one_content_and_for_many(page: Any, group: str) -> None:
    client = client_for(user_in(group))

    def queries(**filters: str) -> int:
        client.get(URL, filters)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(URL, filters).status_code == 200
        return len(captured)

    Standing.objects.exclude(content_id=page.translation_key).delete()
    filters = {"state": "missing", "language": "fr", "ordering": "oldest", "q": "o"}
    alone, filtered = queries(), queries(**filters)
    multiply(page, 50)
    assert queries() == alone
    multiply(page, 1000)
    assert (queries(), queries(**filters)) == (alone, filtered)
    assert alone <= 25


def test_a_thousand_contents_come_by_the_page(page: Any, editor: Client) -> None:
    multiply(page, 120)
    response = editor.get(URL)
    assert len(response.context["object_list"]) == 50
    seen = [title for number in ("1", "2", "3") for title in titles(editor, p=number)]
    assert len(seen) == len(set(seen)) == Standing.objects.filter(leads=True).count()
    assert len(
        list(
            csv.reader(
                io.StringIO(
                    b"".join(editor.get(URL, {"export": "csv"}).streaming_content).decode()  # type: ignore[attr-defined]
                )
            )
        )
    ) == 1 + len(seen)
