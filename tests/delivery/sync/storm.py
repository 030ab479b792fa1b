"""What do apps have after many have written at once while they were reading?

Writers and apps run in threads with connections of their own. A writer that has changed something waits now
and then, with its transaction open, until apps have read further pages: that is when a change can be missed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from random import Random

from django.db import connection

from tests.delivery.sync.app import App

# A step of a writer; it may call ``pages.wait``.
Step = Callable[[], None]
PATIENCE = 60


class Pages:
    """Lets writers wait for pages that apps read, and apps that have everything for what writers do."""

    def __init__(self) -> None:
        self._read = self._steps = self._waiting = 0
        self._over = False
        self._changed = threading.Condition()

    def read_one(self) -> None:
        """Note that an app has read a page."""
        with self._changed:
            self._read += 1
            if self._waiting:
                self._changed.notify_all()

    def step_done(self) -> None:
        """Note that a writer is through with a step."""
        with self._changed:
            self._steps += 1
            self._changed.notify_all()

    def stop(self) -> None:
        """Let nobody wait any longer: all is done, or something has failed."""
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def wait(self, further: int) -> None:
        """Return when apps have read so many further pages; for writers."""
        with self._changed:
            goal = self._read + further
            self._waiting += 1
            self._changed.notify_all()
            in_time = self._changed.wait_for(lambda: self._read >= goal or self._over, timeout=PATIENCE)
            self._waiting -= 1
        assert in_time, "No app reads any longer."

    def idle(self) -> None:
        """Return when a writer has done something or waits; for apps that have everything."""
        with self._changed:
            seen = self._steps
            news = self._changed.wait_for(
                lambda: self._steps > seen or self._waiting or self._over, timeout=PATIENCE
            )
        assert news, "No writer writes any longer."


def storm(writers: Sequence[Sequence[Step]], apps: Sequence[App], pages: Pages, seed: int) -> None:
    """Run all writers and apps at once; return when the writers are through and the apps have stopped."""
    through = threading.Event()

    def write(steps: Sequence[Step]) -> None:
        try:
            for step in steps:
                step()
                pages.step_done()
        finally:
            connection.close()

    def read(app: App, chance: Random) -> None:
        try:
            while not through.is_set():
                app.step_badly(chance)
                pages.read_one()
                if app.caught_up:
                    pages.idle()
        except BaseException:
            pages.stop()
            raise
        finally:
            connection.close()

    with ThreadPoolExecutor(len(writers) + len(apps)) as pool:
        reading = [pool.submit(read, app, Random(seed + n)) for n, app in enumerate(apps)]
        writing: list[Future[None]] = [pool.submit(write, steps) for steps in writers]
        try:
            for running in writing:
                running.result()
        finally:
            through.set()
            pages.stop()
        for running in reading:
            running.result()
