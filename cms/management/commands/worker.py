"""Run the tasks of the queue: django-tasks-db's worker, with a heartbeat so that readiness can see it."""

from typing import Any

from django_tasks_db.management.commands.db_worker import Command as DatabaseWorker

from cms.heartbeat import beating


class Command(DatabaseWorker):
    """The worker of ``django_tasks_db``; it takes the same options."""

    help = "Runs the tasks of the queue until it is stopped."

    def handle(self, *, worker_id: str, **options: Any) -> None:
        """Work until a signal says stop."""
        with beating(f"worker {worker_id}"):
            super().handle(worker_id=worker_id, **options)
