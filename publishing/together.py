"""Which calls of a task wait in the queue that the one running can do along?

Whoever publishes fifty pages at once leaves fifty calls that each concern the same lists. A call is put into
the queue by the transaction of the change that it follows: who sees the call sees the change, so work begun
after that is work done for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils import timezone
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

# What one call takes along at most: it shall end within minutes.
MOST = 500


@contextmanager
def waiting(task: Task[..., Any], *beginning: str) -> Iterator[list[list[Any]]]:
    """Yield the arguments of the task's waiting calls, which count as done when the block ends well.

    ``beginning``: only calls whose first arguments are these. If the block raises, or its process is killed,
    the calls wait on.
    """
    calls = DBTaskResult.objects.ready().filter(task_path=task.module_path)
    for place, argument in enumerate(beginning):
        calls = calls.filter(**{f"args_kwargs__args__{place}": argument})
    taken = dict(calls.order_by("enqueued_at").values_list("pk", "args_kwargs")[:MOST])
    yield [call["args"] for call in taken.values()]
    if taken:
        now = timezone.now()
        # One that another worker has begun meanwhile is that worker's to end.
        DBTaskResult.objects.filter(pk__in=taken, status=TaskResultStatus.READY).update(
            status=TaskResultStatus.SUCCESSFUL, started_at=now, finished_at=now
        )
