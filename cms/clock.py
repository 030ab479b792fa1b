"""What is due now? The clock only enqueues; the worker does the work.

An app says what it wants done regularly by an attribute of its ``AppConfig``::

    periodic_tasks = {"publishing.tasks.recompile_due": 60}   # dotted path of a task: every so many seconds
"""

from datetime import datetime, timedelta

from django.apps import apps
from django.db import connection, transaction
from django.utils.module_loading import import_string
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.models import Moment, record

# The key of the advisory lock that only one clock per database can hold; an arbitrary number.
LOCK_KEY = 0x706F6C79


def periodic_tasks() -> dict[str, timedelta]:
    """Return what all installed apps want done regularly: dotted path of the task to its interval."""
    wanted: dict[str, timedelta] = {}
    for config in apps.get_app_configs():
        for path, seconds in getattr(config, "periodic_tasks", {}).items():
            wanted[path] = timedelta(seconds=seconds)
    return wanted


def become_the_clock() -> bool:
    """Try to take the lock. It ends with the database connection: a killed clock leaves none behind."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK_KEY])
        return bool(cursor.fetchone()[0])


def tick(now: datetime) -> list[str]:
    """Enqueue every task whose interval has passed, and note that the clock is alive.

    A task that still waits in the queue is not enqueued again: a slow worker finds one of each, not hundreds.

    Returns:
        The dotted paths that were enqueued.
    """
    record("clock", now)
    last = dict(Moment.objects.filter(name__startswith="periodic ").values_list("name", "at"))
    enqueued = []
    for path, interval in periodic_tasks().items():
        previous = last.get(f"periodic {path}")
        if previous is not None and previous + interval > now:
            continue
        with transaction.atomic():
            record(f"periodic {path}", now)
            if not _waits(path):
                task: Task[[], None] = import_string(path)
                task.enqueue()
                enqueued.append(path)
    return enqueued


def _waits(path: str) -> bool:
    return bool(DBTaskResult.objects.filter(task_path=path, status=TaskResultStatus.READY).exists())
