"""Does the rest of the admin show what the board knows: start page, lists, editors, menus?"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories
from tests.publishing.board.conftest import client_for, say_anew, user_in

pytestmark = pytest.mark.django_db
HOME = "/admin/"


def test_the_start_page_says_what_needs_attention_in_my_languages(page: Any, translator: Client) -> None:
    assert "needs-attention" not in translator.get(HOME).content.decode()
    say_anew(page, summary="Something else.")
    html = translator.get(HOME).content.decode()
    assert "German: 1 translation behind" in html
    assert "/admin/translations/?language=de&amp;state=behind&amp;ordering=oldest" in html
    assert "About us de·one" in html
    polish = client_for(user_in("Translators (Polish)"))
    assert "needs-attention" not in polish.get(HOME).content.decode()


def test_refused_publications_need_attention_too(translator: Client) -> None:
    page = factories.standard_page(key="half")
    factories.translate(page, "de", leave_out="Who we are")
    html = translator.get(HOME).content.decode()
    assert "German: 1 refused publication" in html
    assert "German: 1 incomplete" in html


def test_who_works_on_no_pages_has_nothing_to_attend_to(page: Any) -> None:
    say_anew(page, summary="Something else.")
    assert "needs-attention" not in client_for(user_in("Moderators")).get(HOME).content.decode()
    assert "needs-attention" in client_for(user_in("Editors")).get(HOME).content.decode()


def test_the_panel_costs_the_same_for_one_and_for_many(page: Any, translator: Client) -> None:
    from tests.publishing.board.test_board import multiply

    say_anew(page, summary="Something else.")

    def queries() -> int:
        translator.get(HOME)
        with CaptureQueriesContext(connection) as captured:
            translator.get(HOME)
        return len(captured)

    alone = queries()
    multiply(page, 60)
    assert queries() == alone


def test_the_menu_leads_to_the_board_and_stock_statuses_are_gone(page: Any, translator: Client) -> None:
    html = translator.get(HOME).content.decode()
    assert reverse("translation_board") in html
    assert reverse("wagtail_localize:translations_report") not in html


def test_the_explorer_shows_the_states_of_each_page(page: Any, editor: Client) -> None:
    say_anew(page, summary="Something else.")
    url = reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    html = editor.get(url).content.decode()
    assert "German: Behind since today; overview" in html
    assert "English: Original" in html


def test_the_explorer_asks_once_for_all_states(page: Any, editor: Client) -> None:
    url = reverse("wagtailadmin_explore", args=[page.get_parent().pk])

    def asked() -> int:
        editor.get(url)
        with CaptureQueriesContext(connection) as captured:
            editor.get(url)
        return sum('FROM "publishing_standing"' in query["sql"] for query in captured)

    alone = asked()
    factories.standard_page()
    factories.standard_page()
    assert asked() == alone == 1


def test_the_list_of_treatments_shows_the_states(editor: Client) -> None:
    factories.treatment_in("de")
    html = editor.get(reverse("treatment_listing:index")).content.decode()
    assert "German: Current" in html


@pytest.mark.parametrize("make", [factories.standard_page, factories.category])
@pytest.mark.parametrize("code", ["en", "de"])
def test_beside_every_editor_stand_the_states_of_all_languages(make: Any, code: str, editor: Client) -> None:
    original = make()
    german = factories.translate(original, "de")
    edited = original if code == "en" else german
    name = "wagtailadmin_pages:edit" if hasattr(edited, "slug") and hasattr(edited, "depth") else None
    url = reverse(name or edited.snippet_viewset.get_url_name("edit"), args=[edited.pk])
    html = editor.get(url).content.decode()
    assert 'data-side-panel="translations"' in html
    assert "board-state--current" in html
    assert "board-state--missing" in html


def test_a_new_page_has_no_such_panel(page: Any, editor: Client) -> None:
    url = reverse("wagtailadmin_pages:add", args=["home", "standardpage", page.get_parent().pk])
    response = editor.get(url)
    assert response.status_code == 200
    assert 'data-side-panel="translations"' not in response.content.decode()
