"""Is regular work enqueued when it is due, once, by one clock?"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from django.core.checks import run_checks
from django.db import connection
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms import abandoned
from cms.apps import CmsConfig
from cms.clock import LOCK_KEY, become_the_clock, tick
from cms.models import Moment, record
from cms.tasks import publish_scheduled, tidy

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
PUBLISH = "cms.tasks.publish_scheduled"
pytestmark = pytest.mark.django_db


def waiting() -> list[str]:
    return list(
        DBTaskResult.objects.filter(status=TaskResultStatus.READY).values_list("task_path", flat=True)
    )


def test_the_first_tick_enqueues_everything_and_notes_that_the_clock_lives() -> None:
    assert PUBLISH in tick(NOON)
    assert PUBLISH in waiting()
    assert Moment.objects.get(name="clock").at == NOON


def test_nothing_is_enqueued_before_its_interval_has_passed(run_tasks: Callable[[], None]) -> None:
    tick(NOON)
    run_tasks()
    assert PUBLISH not in tick(NOON + timedelta(seconds=19))
    assert PUBLISH in tick(NOON + timedelta(seconds=20))


def test_a_task_that_still_waits_is_not_enqueued_twice() -> None:
    tick(NOON)
    assert PUBLISH not in tick(NOON + timedelta(minutes=5))
    assert waiting().count(PUBLISH) == 1


def test_a_clock_that_starts_again_does_not_repeat_the_daily_work(run_tasks: Callable[[], None]) -> None:
    tick(NOON)
    run_tasks()
    assert tick(NOON + timedelta(seconds=1)) == []


def test_a_second_clock_does_not_get_the_lock_until_the_first_is_gone() -> None:
    parameters = connection.get_connection_params()
    rival = psycopg.connect(
        host=parameters["host"], user=parameters["user"], dbname=parameters["dbname"], autocommit=True
    )
    rival.execute("SELECT pg_advisory_lock(%s)", [LOCK_KEY])
    assert become_the_clock() is False
    rival.close()
    # The server notices the closed connection a moment later; asking with a wait makes that moment exact.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK_KEY])
        cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK_KEY])
    assert become_the_clock() is True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK_KEY])


def test_an_entry_that_names_no_task_is_refused_at_start_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CmsConfig, "periodic_tasks", {"cms.tasks.no_such_thing": 60})
    errors = [error for error in run_checks() if error.id == "cms.E001"]
    assert "cms.tasks.no_such_thing" in errors[0].msg


def killed_task(*workers: str) -> DBTaskResult[[], None]:
    publish_scheduled.enqueue()
    task = DBTaskResult.objects.get()
    task.status = TaskResultStatus.RUNNING
    task.worker_ids = list(workers)
    task.started_at = NOON
    task.save()
    return task


def test_the_task_of_a_killed_worker_is_done_by_another(run_tasks: Callable[[], None]) -> None:
    task = killed_task("dead")
    assert abandoned.requeue(NOON + timedelta(minutes=1)) == 1
    run_tasks()
    task.refresh_from_db()
    assert task.status == TaskResultStatus.SUCCESSFUL


def test_a_long_task_of_a_living_worker_is_left_alone() -> None:
    task = killed_task("busy")
    record("worker busy", NOON + timedelta(minutes=59))
    assert abandoned.requeue(NOON + timedelta(minutes=59, seconds=30)) == 0
    task.refresh_from_db()
    assert task.status == TaskResultStatus.RUNNING


def test_a_task_that_kills_every_worker_is_given_up() -> None:
    task = killed_task("one", "two", "three")
    abandoned.requeue(NOON + timedelta(minutes=1))
    task.refresh_from_db()
    assert task.status == TaskResultStatus.FAILED
    assert "WorkerKilled" in task.exception_class_path


def test_tidying_forgets_workers_of_yesterday(run_tasks: Callable[[], None]) -> None:
    record("worker old", datetime(2020, 1, 1, tzinfo=UTC))
    tidy.enqueue()
    run_tasks()
    assert not Moment.objects.filter(name="worker old").exists()
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL
