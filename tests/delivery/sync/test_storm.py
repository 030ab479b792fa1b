"""Is no change ever missed? Eight writers, twenty apps that crash and ask twice, writers that are killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test import Client
from psycopg.conninfo import make_conninfo

from publishing.models import Document
from publishing.recall.act import lift, recall
from tests import factories
from tests.delivery.sync import door
from tests.delivery.sync.app import App, assert_same, content_ids, public_state
from tests.delivery.sync.storm import Pages, Step, storm

WRITERS, APPS, CONTENTS = 8, 20, 30
LOCALES = ("ar", "de", "zh-hans")
DOOMED = Path(__file__).with_name("doomed.py")


class Undone(Exception):
    """A writer changes its mind."""


def someone_writes(chance: Random, pages: Pages, number: int) -> None:
    """Change one to three documents in one transaction, which may wait or come to nothing."""
    chosen = sorted(chance.sample(content_ids(CONTENTS), chance.choice((1, 1, 1, 2, 3))))
    locale, title = chance.choice(LOCALES), f"Title {number} {chance.random()}"
    try:
        with transaction.atomic():
            for content_id in chosen:
                door_for(chance)(content_id, locale, title)
            if chance.random() < 0.3:
                pages.wait(chance.randrange(1, 6))
            if chance.random() < 0.05:
                raise Undone
            if chance.random() < 0.05:
                number_now()
                pages.wait(5)
    except Undone:
        pass


def number_now() -> None:
    """Give the changes their numbers, as the commit would: nobody else may commit from here on."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def door_for(chance: Random) -> Callable[[UUID, str, str], None]:
    return chance.choices((door.publish, take_down, door.withdraw), (6, 2, 1))[0]


def take_down(content_id: UUID, locale: str, title: str) -> None:
    door.take_down(content_id, locale)


def someone_is_killed(chance: Random, pages: Pages) -> None:
    """Kill a process in the middle of its transaction, once even after its change has got a number."""
    key = chance.choice(list(Document.objects.values_list("pk", flat=True)))
    known = connection.get_connection_params()
    where = make_conninfo(
        "",
        **{name: known[name] for name in ("host", "port", "dbname", "user", "password") if known.get(name)},
    )
    until = chance.choice(("open", "numbered"))
    with subprocess.Popen(
        [sys.executable, str(DOOMED), where, str(key), until],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        pages.wait(5)
        writer.kill()
    assert writer.returncode == -9


def apps_of_all_languages(locales: tuple[str, ...]) -> list[App]:
    types = ("", "", "treatment", "condition,treatment")
    return [App(locale=locales[n % len(locales)], types=types[n % 4], limit=3 + n % 6) for n in range(APPS)]


def assert_all_have_everything(apps: list[App]) -> None:
    client = Client()
    for app in apps:
        app.catch_up()
        assert_same(app.copy, public_state(client, app))
    assert sum(len(app.copy) for app in apps) > 0


def at_the_door(operations: int, kills: int, seed: int) -> None:
    with transaction.atomic():
        for content_id in content_ids(CONTENTS)[::2]:
            for locale in LOCALES:
                door.publish(content_id, locale, "At first")
    pages, apps = Pages(), apps_of_all_languages(LOCALES)
    chances = [Random(seed + n) for n in range(WRITERS)]
    writers: list[list[Step]] = [[] for _each in chances]
    for number in range(operations):
        n = number % WRITERS
        writers[n].append(partial(someone_writes, chances[n], pages, number))
    writers.append([partial(someone_is_killed, Random(seed), pages)] * kills)
    storm(writers, apps, pages, seed)
    assert_all_have_everything(apps)


def test_at_the_door_of_the_store(committed_db: None) -> None:
    at_the_door(operations=500, kills=6, seed=4)


@pytest.mark.soak
def test_for_longer(committed_db: None) -> None:
    at_the_door(operations=5000, kills=50, seed=40)


class Editor:
    """Somebody who does one thing after another with one condition in Wagtail."""

    def __init__(self, parent: Any, chance: Random, pages: Pages) -> None:
        self._chance, self._pages, self._number = chance, pages, 0
        self._page = factories.condition(parent)
        self._recalled = False

    def __call__(self) -> None:
        """Do the next thing; leave its transaction open for a while, now and then."""
        self._number += 1
        with transaction.atomic():
            self._fresh = type(self._page).objects.get(pk=self._page.pk)
            if self._recalled:
                self._lift()
            else:
                self._chance.choices((self._publish, self._unpublish, self._recall), (6, 2, 1))[0]()
            if self._chance.random() < 0.3:
                self._pages.wait(self._chance.randrange(1, 6))

    def _publish(self) -> None:
        self._fresh.title = f"{self._page.title} {self._number}"
        self._fresh.save_revision().publish()

    def _unpublish(self) -> None:
        self._fresh.unpublish()

    def _recall(self) -> None:
        kind = self._chance.choice(("withdrawn", "gone"))
        recall(self._page.translation_key, kind=kind, explanations={"en": "It was wrong."})
        self._recalled = True

    def _lift(self) -> None:
        lift(self._page.translation_key, reason="It was right.")
        self._recalled = False


def test_through_wagtail(committed_db: None, run_tasks: Callable[[], None]) -> None:
    parent, pages, operations = factories.condition_index(), Pages(), 100
    editors = [Editor(parent, Random(n), pages) for n in range(WRITERS)]
    apps = apps_of_all_languages(("en",))
    writers = [
        [editor] * (operations // WRITERS + (n < operations % WRITERS)) for n, editor in enumerate(editors)
    ]
    storm(writers, apps, pages, seed=11)
    run_tasks()
    assert_all_have_everything(apps)
    statuses = set(Document.objects.filter(type="condition").values_list("status", flat=True))
    assert {"live", "gone"} <= statuses
