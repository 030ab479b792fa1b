"""Does the worker do at once what waits for the same work, and lose nothing when that work fails?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from publishing import refresh
from publishing.models import Dependency
from publishing.tasks import catch_up, refresh_dependents, restate_content
from tests.factories import treatment

pytestmark = pytest.mark.django_db


@pytest.fixture
def keys(run_tasks: Callable[[], None]) -> list[str]:
    """Return three keys from which one document was made, with nothing waiting in the queue."""
    page = treatment()
    run_tasks()
    made_from = Dependency.objects.filter(document__content_id=page.translation_key).order_by("key")
    return list(made_from.values_list("key", flat=True)[:3])


@pytest.fixture
def refreshed(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return the list of what is compiled from now on."""
    compiled: list[Any] = []
    original = refresh.refresh

    def noted(content_id: UUID, code: str | None = None) -> None:
        compiled.append(content_id)
        original(content_id, code)

    monkeypatch.setattr(refresh, "refresh", noted)
    return compiled


def statuses() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path, status in DBTaskResult.objects.values_list("task_path", "status"):
        found.setdefault(path.rpartition(".")[2], set()).add(status)
    return found


def test_what_three_changes_concern_is_compiled_once(keys: list[str], refreshed: list[Any]) -> None:
    assert len(keys) == 3
    for key in keys[1:]:
        refresh_dependents.enqueue([key])
    refresh_dependents.call(keys[:1])
    assert len(refreshed) == len(set(refreshed)) >= 1
    assert statuses()["refresh_dependents"] == {TaskResultStatus.SUCCESSFUL}


def test_what_fails_leaves_the_others_waiting(keys: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object) -> None:
        raise RuntimeError("The disk is full.")

    refresh_dependents.enqueue(keys[:1])
    monkeypatch.setattr(refresh, "refresh", fail)
    with pytest.raises(RuntimeError, match="full"):
        refresh_dependents.call(keys[1:])
    waiting = DBTaskResult.objects.ready().filter(task_path=refresh_dependents.module_path)
    assert waiting.count() == 1


def test_only_calls_for_the_same_content_are_done_along() -> None:
    first, second = treatment(), treatment(slug="another", key="another")
    DBTaskResult.objects.all().delete()
    for page in (first, first, second):
        restate_content.enqueue(str(page.translation_key))
        catch_up.enqueue(str(page.translation_key), 0, [])
    restate_content.call(str(first.translation_key))
    catch_up.call(str(first.translation_key), 10**6, [])
    left = DBTaskResult.objects.ready().values_list("task_path", "args_kwargs__args__0")
    mine = str(second.translation_key)
    assert sorted(left) == [(catch_up.module_path, mine), (restate_content.module_path, mine)]
