"""Is a long-running process still alive? It says so to the database every few seconds."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import DatabaseError, connection
from django.utils import timezone

from cms.models import Moment, record

logger = logging.getLogger(__name__)

# Seconds between two signs of life.
INTERVAL = 10
# A process that was silent for longer counts as dead.
FRESH = timedelta(seconds=45)


@contextmanager
def beating(name: str) -> Iterator[None]:
    """Record a sign of life under a name while the block runs, from a thread with a connection of its own."""
    stop = threading.Event()
    thread = threading.Thread(target=_beat, args=(name, stop), name="heartbeat", daemon=True)
    record(name, timezone.now())
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=INTERVAL)
        Moment.objects.filter(name=name).delete()


def _beat(name: str, stop: threading.Event) -> None:
    while not stop.wait(INTERVAL):
        try:
            record(name, timezone.now())
        except DatabaseError:
            # The main thread meets the same trouble and decides; the next beat tries a new connection.
            logger.warning("The sign of life of %s could not be written.", name)
            connection.close()
    connection.close()
