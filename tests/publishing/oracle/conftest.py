"""What do the oracle's tests share? The small site, made once for a test, put back after each sequence."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction
from django.db.models import Q
from django.test import Client
from django_tasks_db.models import DBTaskResult

pytest.register_assert_rewrite("tests.publishing.oracle.comparison")

# ruff: noqa: E402  (assertions are rewritten in what is imported from here on)
from tests.publishing.oracle.belief import Belief
from tests.publishing.oracle.comparison import assert_numbers_grow, assert_reconciled, commit, compare
from tests.publishing.oracle.doors import Doors, Event
from tests.publishing.oracle.tree import plant

START = "2026-03-01T09:00:00+00:00"


@pytest.fixture
def run(db: None, run_tasks: Callable[[], None]) -> Iterator[Callable[[list[Event]], None]]:
    """Make the small site once; return a function that plays a sequence on it and undoes it again."""
    with time_machine.travel(START, tick=False) as clock:

        def drain() -> None:
            # The indexes of Wagtail's search and references say nothing to readers; their tasks fail where
            # something was deleted before they came to it.
            ours = Q(task_path__startswith="publishing.") | Q(task_path__startswith="localization.")
            DBTaskResult.objects.exclude(ours).delete()
            run_tasks()

        belief = plant()
        drain()
        commit()

        def play(events: list[Event]) -> None:
            with transaction.atomic():
                clock.move_to(START)
                cache.clear()
                sequence(copy.deepcopy(belief), events, drain, clock)
                transaction.set_rollback(True)

        yield play


def sequence(belief: Belief, events: list[Event], drain: Callable[[], None], clock: object) -> None:
    """Let the events happen, and compare after each catching up of the worker and at the end."""
    doors, client = Doors(belief, drain, clock), Client()
    compare(belief, client)
    before = commit()
    for event in events:
        print(event)
        doors.happen(event)
        after = commit()
        assert_numbers_grow(before, after)
        before = after
        if event[0] == "work":
            compare(belief, client)
    drain()
    assert_numbers_grow(before, commit())
    compare(belief, client)
    assert_reconciled()
