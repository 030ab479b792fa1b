"""What becomes of a task whose worker was killed? It is done again by another; every task must bear that."""

from datetime import datetime, timedelta

from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.heartbeat import FRESH
from cms.models import Moment

# A task that has killed this many workers is not given to a further one.
MOST_ATTEMPTS = 3


class WorkerKilled(Exception):
    """The worker ended while it ran the task, each time it was tried."""


def requeue(now: datetime) -> int:
    """Put running tasks whose worker shows no sign of life back into the queue; return how many."""
    alive = {
        name.removeprefix("worker ")
        for name in Moment.objects.filter(name__startswith="worker ", at__gt=now - FRESH).values_list(
            "name", flat=True
        )
    }
    with transaction.atomic():
        running = DBTaskResult.objects.select_for_update(skip_locked=True).filter(
            # A worker claims a task a moment before its first sign of life is written.
            status=TaskResultStatus.RUNNING,
            started_at__lt=now - timedelta(seconds=10),
        )
        orphans = [result for result in running if result.worker_ids and result.worker_ids[-1] not in alive]
        for result in orphans:
            if len(result.worker_ids) >= MOST_ATTEMPTS:
                result.set_failed(WorkerKilled("The worker was killed every time this task ran."))
            else:
                result.status = TaskResultStatus.READY
                result.save(update_fields=["status"])
    return len(orphans)
