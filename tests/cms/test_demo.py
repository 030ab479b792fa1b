"""Does the demo go into an unused database, and its log-ins nowhere else?"""

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from cms import demo
from cms.models import record
from cms.settings.env import Environment

pytestmark = pytest.mark.django_db
THEIRS = {"DATABASE_URL": "postgresql://db.example/clinic"}


@pytest.fixture(autouse=True)
def _embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, {})


def given(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> None:
    monkeypatch.setattr(demo, "env", Environment.read(variables))


def test_an_unused_embedded_database_gets_it() -> None:
    assert demo.is_wanted()


def test_a_database_that_has_accounts_does_not() -> None:
    get_user_model().objects.create_user("somebody")
    assert not demo.is_wanted()


def test_a_load_that_was_cut_off_is_completed() -> None:
    record("demo begun", timezone.now())
    get_user_model().objects.create_user("admin")
    assert demo.is_wanted()


def test_it_is_loaded_once_so_that_edits_and_deletions_stay() -> None:
    record("demo begun", timezone.now())
    record("demo loaded", timezone.now())
    assert not demo.is_wanted()


def test_a_database_of_somebody_else_gets_it_only_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, THEIRS)
    assert not demo.is_wanted()
    given(monkeypatch, {**THEIRS, "LOAD_DEMO": "1"})
    assert demo.is_wanted()


def test_the_log_ins_are_shown_only_where_they_exist() -> None:
    assert demo.log_ins() == []
    record("demo loaded", timezone.now())
    assert "Editor: editor / demo-editor" in demo.log_ins()
