"""End everything that ``make run`` started from this directory, whatever state it is in."""

import os
import signal
from typing import Any

import psutil
from django.conf import settings
from django.core.management.base import BaseCommand

from cms import database, processes


class Command(BaseCommand):
    """Stop the supervisor, what a killed supervisor left, and the embedded database."""

    help = "Stops the site that was started from this directory, and the embedded database."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Stop in the order in which things depend on each other, and say what was running."""
        stopped = [
            name
            for name, ran in (
                ("site", self._stop_supervisor() | self._end_leftovers()),
                ("database", database.stop()),
            )
            if ran
        ]
        self.stdout.write(f"Stopped: {', '.join(stopped)}." if stopped else "Nothing was running.")

    def _stop_supervisor(self) -> bool:
        lock = settings.STATE_DIR / "supervisor.lock"
        try:
            process = psutil.Process(int(lock.read_text(encoding="ascii")))
            ours = "serve" in process.cmdline()
        except (FileNotFoundError, ValueError, psutil.Error):
            return False
        if ours:
            os.kill(process.pid, signal.SIGTERM)
            psutil.wait_procs([process], timeout=3 * processes.PATIENCE)
        return ours

    def _end_leftovers(self) -> bool:
        note = settings.STATE_DIR / "processes.json"
        ended = [processes.end_group(started) for started in processes.recall(note)]
        note.unlink(missing_ok=True)
        return any(ended)
