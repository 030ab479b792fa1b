"""Does the record behind the board say how each content stands, after whatever happened to it?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command

from publishing.board.models import Standing, State
from tests import factories
from tests.publishing.board.conftest import say_anew

pytestmark = pytest.mark.django_db


def standing(page: Any, code: str) -> Standing:
    return Standing.objects.get(content_id=page.translation_key, locale=code)


def states(page: Any) -> dict[str, str]:
    found = Standing.objects.filter(content_id=page.translation_key)
    return dict(found.values_list("locale", "state"))


def test_an_original_and_its_translation(page: Any) -> None:
    assert states(page) == {"en": State.ORIGINAL, "de": State.CURRENT}
    assert [row.locale for row in Standing.objects.filter(content_id=page.translation_key, leads=True)] == [
        "en"
    ]


def test_it_is_behind_the_instant_the_original_is_published_and_current_when_it_is_reverted(
    page: Any,
) -> None:
    before = page.summary
    say_anew(page, summary="Something else.")
    behind = standing(page, "de")
    assert behind.state == State.BEHIND
    assert behind.behind_since is not None
    assert [kind for kind, section in behind.sections.items() if section["state"] == "behind"] == ["overview"]
    say_anew(page, summary=before)
    assert standing(page, "de").state == State.CURRENT
    assert standing(page, "de").behind_since is None


def test_half_a_translation_is_partial_with_the_number_of_texts_that_are_missing(
    run_tasks: Callable[[], None],
) -> None:
    page = factories.standard_page()
    factories.translate(page, "de", live=False, leave_out="With sources")
    run_tasks()
    row = standing(page, "de")
    assert (row.state, row.missing, row.draft, row.refused) == (State.PARTIAL, 1, True, False)
    assert row.texts > 5


def test_a_whole_translation_that_nobody_has_published_is_ready(run_tasks: Callable[[], None]) -> None:
    page = factories.standard_page()
    factories.translate(page, "de", live=False)
    run_tasks()
    assert standing(page, "de").state == State.READY


def test_a_refused_publication_is_marked_until_it_succeeds() -> None:
    page = factories.standard_page()
    factories.translate(page, "de", leave_out="Who we are")
    assert standing(page, "de").refused
    factories.translate(page, "de")
    row = standing(page, "de")
    assert (row.refused, row.state, row.missing) == (False, State.CURRENT, 0)


def test_a_draft_of_what_is_public(page: Any, run_tasks: Callable[[], None]) -> None:
    page.summary = "Not yet."
    page.save_revision()
    run_tasks()
    row = standing(page, "en")
    assert (row.state, row.draft) == (State.ORIGINAL, True)
    assert states(page)["de"] == State.CURRENT


def test_what_was_taken_offline_or_never_was_public_is_not_public(
    page: Any, run_tasks: Callable[[], None]
) -> None:
    page.unpublish()
    assert states(page) == {"en": State.NOT_PUBLIC, "de": State.NOT_PUBLIC}
    draft = factories.standard_page(live=False)
    draft.save_revision()
    run_tasks()
    assert states(draft) == {"en": State.NOT_PUBLIC}


def test_what_is_deleted_is_gone_from_the_board(page: Any, run_tasks: Callable[[], None]) -> None:
    german = page.get_translation(factories.locale("de"))
    german.delete()
    run_tasks()
    assert states(page) == {"en": State.ORIGINAL}
    page.delete()
    run_tasks()
    assert states(page) == {}


def test_without_its_original_the_oldest_language_stands_for_it(run_tasks: Callable[[], None]) -> None:
    original = factories.category()
    factories.translate(original, "de")
    run_tasks()
    original.delete()
    run_tasks()
    row = standing(original, "de")
    assert (row.leads, row.state) == (True, State.NOT_PUBLIC)


def test_snippets_have_a_standing_too() -> None:
    category = factories.category()
    factories.translate(category, "de")
    assert states(category) == {"en": State.ORIGINAL, "de": State.CURRENT}
    category.name = "Something else"
    category.save_revision().publish()
    assert states(category)["de"] == State.BEHIND


def test_the_title_is_the_one_that_editors_know(page: Any, run_tasks: Callable[[], None]) -> None:
    assert standing(page, "de").title == "About us de·one"
    page.title = "A new title"
    page.save_revision()
    run_tasks()
    assert standing(page, "en").title == "A new title"


def test_reconcile_finds_what_was_lost(page: Any) -> None:
    before = list(
        Standing.objects.filter(content_id=page.translation_key).values_list("locale", "state", "title")
    )
    Standing.objects.all().delete()
    call_command("reconcile")
    after = Standing.objects.filter(content_id=page.translation_key).values_list("locale", "state", "title")
    assert sorted(after) == sorted(before)
