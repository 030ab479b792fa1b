"""How are clients told that the database was put back to an earlier state?

Most restores are noticed (docs/operations.md, “Backups”); a data directory that is put back is not.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.core.management.base import BaseCommand

from publishing.feed import begin_new_history


class Command(BaseCommand):
    """``manage.py restart_feed``: every token of ``/sync/`` that is out there is refused from now on."""

    help = "Let every client of the sync feed start anew. Run it after restoring the database from a copy."

    def handle(self, *args: Any, **options: Any) -> None:
        """Set a new mark."""
        begin_new_history(uuid4().hex)
        self.stdout.write("Every client of the sync feed will be asked to take a new snapshot.")
