"""What happens when several people publish at the same moment? Nothing is lost, no change is missed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from typing import Any

import orjson
from django.core.management import call_command
from django.db import connection, transaction

from localization.models import SectionPolicy
from publishing.models import Document, Status
from tests import factories

ROUNDS = 4
Step = Callable[[int], None]


def at_once(*steps: Step) -> None:
    """Run each step in a thread with a connection of its own, all starting together, ``ROUNDS`` times."""
    start = threading.Barrier(len(steps), timeout=60)

    def repeat(step: Step) -> None:
        try:
            for number in range(ROUNDS):
                start.wait()
                step(number)
        except BaseException:
            start.abort()
            raise
        finally:
            connection.close()

    with ThreadPoolExecutor(len(steps)) as pool:
        for running in [pool.submit(repeat, step) for step in steps]:
            running.result()


class FeedReader:
    """Reads the feed of changes with a cursor, like an app that syncs, while others publish."""

    def __init__(self) -> None:
        self.cursor, self.seen = 0, dict[int, int]()
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> FeedReader:
        self._thread.start()
        return self

    def __exit__(self, *raised: object) -> None:
        self._done.set()
        self._thread.join()
        self._read()

    def _run(self) -> None:
        while not self._done.wait(0.005):
            self._read()
        connection.close()

    def _read(self) -> None:
        rows = Document.objects.filter(sequence__gt=self.cursor).order_by("sequence")
        for pk, sequence in rows.values_list("pk", "sequence"):
            self.seen[pk] = self.cursor = sequence or self.cursor


def assert_nothing_missed(reader: FeedReader) -> None:
    """The reader has the latest change of every document."""
    assert reader.seen == dict(Document.objects.values_list("pk", "sequence"))


def rename(page: Any) -> Step:
    """Return a step that publishes the page with another title."""

    def step(number: int) -> None:
        fresh = type(page).objects.get(pk=page.pk)
        fresh.title = f"Round {number} of {page.pk}"
        fresh.save_revision().publish()

    return step


def data_of(page: Any, code: str) -> dict[str, Any]:
    """Return a live document as data."""
    row = Document.objects.get(content_id=page.translation_key, locale=code, status=Status.LIVE)
    return orjson.loads(bytes(row.body or b"null"))


def assert_reconciled() -> None:
    """Every document is what a fresh compile makes of what is live."""
    output = StringIO()
    call_command("reconcile", stdout=output)
    assert "; 0 were corrected" in output.getvalue()


def test_different_content(committed_db: None) -> None:
    parent = factories.standard_page()
    pages = [factories.standard_page(parent) for _each in range(3)]
    with FeedReader() as reader:
        at_once(*(rename(page) for page in pages))
    assert [data_of(page, "en")["title"] for page in pages] == [
        f"Round {ROUNDS - 1} of {page.pk}" for page in pages
    ]
    assert_nothing_missed(reader)
    assert_reconciled()


def test_one_content_in_several_languages(committed_db: None) -> None:
    # By default a translation whose title is behind may not be published again.
    SectionPolicy.objects.create(section="overview", policy="hold")
    page = factories.standard_page()
    translations = [factories.translate(page, code) for code in ("de", "ar")]

    def come_and_go(translation: Any) -> Step:
        def step(number: int) -> None:
            row = type(translation).objects.get(pk=translation.pk)
            row.unpublish()
            row.get_latest_revision().publish()

        return step

    with FeedReader() as reader:
        at_once(rename(page), *(come_and_go(translation) for translation in translations))
    for code in ("en", "de", "ar"):
        listed = {
            entry["language"]: entry["title"] for entry in data_of(page, code)["available_translations"]
        }
        assert listed["en"] == f"Round {ROUNDS - 1} of {page.pk}"
        assert set(listed) == {"en", "de", "ar"}
    assert_nothing_missed(reader)
    assert_reconciled()


def test_what_is_first_shown_while_it_is_being_changed(
    committed_db: None, run_tasks: Callable[[], None]
) -> None:
    above = factories.standard_page()
    below = factories.standard_page(above, live=False)
    run_tasks()

    def rename_above() -> None:
        try:
            rename(above)(0)
            run_tasks()  # too early to see that the other page shows the title
        finally:
            connection.close()

    with transaction.atomic(), ThreadPoolExecutor(1) as pool:
        below.save_revision().publish()
        pool.submit(rename_above).result()
    assert data_of(below, "en")["breadcrumbs"][-1]["title"] == above.title
    run_tasks()
    assert data_of(below, "en")["breadcrumbs"][-1]["title"] == f"Round 0 of {above.pk}"
    assert_reconciled()


def test_withdrawing_the_original_while_its_translation_is_published(committed_db: None) -> None:
    page, german = factories.standard_page_in("de")

    def withdraw(number: int) -> None:
        row = type(page).objects.get(pk=page.pk)
        row.unpublish()
        if number < ROUNDS - 1:
            row.get_latest_revision().publish()

    def publish(number: int) -> None:
        type(german).objects.get(pk=german.pk).get_latest_revision().publish()

    with FeedReader() as reader:
        at_once(withdraw, publish)
    assert set(Document.objects.filter(content_id=page.translation_key).values_list("status", flat=True)) == {
        Status.GONE
    }
    assert_nothing_missed(reader)
    assert_reconciled()


def test_the_lock_of_the_feed_is_held_from_the_numbering_to_the_end_and_no_longer(db: None) -> None:
    other = connection.copy()  # another client of the same database

    def lock_is_free() -> bool:
        with other.cursor() as cursor:
            # Given back when the statement's own transaction ends, that is at once.
            cursor.execute("SELECT pg_try_advisory_xact_lock(7250, 1)")
            return bool(cursor.fetchone()[0])

    try:
        with transaction.atomic():
            factories.standard_page(key="numbered")
            assert lock_is_free(), "Writing must not wait for others: two bulk publications would deadlock."
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            assert not lock_is_free(), "Whoever is numbered later could be committed, and seen, earlier."
            transaction.set_rollback(True)
        free_again = lock_is_free()
    finally:
        other.close()
    # PostgreSQL gives it back with the savepoint in which it was taken.
    assert free_again
