"""When does a process share what it has counted? Each second, in a thread of its own."""

from __future__ import annotations

import logging
from threading import Event, Lock, Thread

from django.conf import settings
from django.db import Error, close_old_connections
from django.utils import timezone

from delivery.partners.counting import COUNTS
from delivery.partners.presented import PRESENTED

_log = logging.getLogger(__name__)
_starting = Lock()
_thread: Thread | None = None


def flush() -> None:
    """Write what this process has counted, and who has shown to be synchronised."""
    now = timezone.now()
    COUNTS.flush(now)
    PRESENTED.flush(now)


def keep_counting() -> None:
    """Make sure that this process shares what it counts (not with ``API_FLUSH_SECONDS = 0``).

    The thread is a daemon: what was counted in the last second of a process may be lost.
    """
    global _thread  # one for each process, started after the server has forked
    if _thread is not None or not settings.API_FLUSH_SECONDS:
        return
    with _starting:
        if _thread is None:
            _thread = Thread(target=_run, name="api-counts", daemon=True)
            _thread.start()


def _run() -> None:
    pause = Event()
    while not pause.wait(settings.API_FLUSH_SECONDS):
        try:
            close_old_connections()
            flush()
        except Error:
            _log.warning("What the API has counted could not be written; it is tried again.", exc_info=True)
