"""Enqueue what is due, every second. Any number may be started; one at a time does it."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from cms.clock import become_the_clock, tick

# Seconds between two looks.
INTERVAL = 1


class Command(BaseCommand):
    """The clock. When it loses the database it ends, and whoever supervises it starts it again."""

    help = "Enqueues the periodic work of all apps until it is stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        """Wait for the lock, then tick until a signal says stop."""
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        while not become_the_clock():
            if stop.wait(INTERVAL):
                return
        self.stdout.write("The clock is running.")
        while not stop.is_set():
            tick(timezone.now())
            stop.wait(INTERVAL)
