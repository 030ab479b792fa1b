"""How does the same content get into the database of many tests without being made each time?

Making a treatment and its translations takes seconds, nearly all of them in Python. What a function that
is marked ``remembered`` makes in a database without content is kept as rows, and written again when it is
asked for in another one. Where there is content already, the function just runs.
"""

from __future__ import annotations

import functools
import hashlib
import os
import pickle
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import time_machine
from django.conf import UserSettingsHolder, settings
from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from wagtail.models import Site

from tests.workers import worker_number

P = ParamSpec("P")
R = TypeVar("R")

# Not content: what migrations write and no test changes, and accounts, which are kept but do not count.
LEFT_OUT = ("cms_cache", "django_")
ACCOUNTS = ("auth_", "localization_grant", "wagtailusers_")
# Tasks are content: what publishing has asked the worker for.
TASKS = "django_tasks_database_dbtaskresult"
# A test may have a doctor with an account before it asks for pages, and what is recorded of doctors.
OF_PEOPLE = (
    *("people_person", "people_revieweraccount", "publishing_", "localization_confirmedsection", TASKS),
    *("wagtailcore_revision", "wagtailcore_modellogentry", "wagtailcore_referenceindex", "wagtailsearch_"),
)
# Each test has a directory for media of its own.
OWN_SETTINGS = {"MEDIA_ROOT"}

# Each worker's database counts its keys from another number, so that rows of one fit into another's.
APART = 1_000_000
COUNT_APART = """
SELECT setval(format('%%I.%%I', schemaname, sequencename)::regclass, coalesce(last_value, 1) + %s)
  FROM pg_sequences WHERE schemaname = 'public' AND sequencename <> 'publishing_feed'
"""
# What a test makes after that is newer than what another worker has made, and has the higher keys to show it.
COUNTS = """
SELECT jsonb_object_agg(sequencename, last_value)::text
  FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL
"""
GO_ON = """
SELECT setval(format('%%I.%%I', schemaname, sequencename)::regclass, reached::bigint)
  FROM pg_sequences JOIN jsonb_each_text(%s::jsonb) AS kept (sequencename, reached) USING (sequencename)
 WHERE schemaname = 'public' AND reached::bigint > coalesce(last_value, 0)
"""

Key = tuple[Any, ...]
Rows = dict[str, list[str]]  # as JSON, by table


@dataclass(frozen=True, slots=True)
class Kept:
    """What a function took away and added, and what it returned, with a model and a key for each object.

    Attributes:
        counts: how far the sequences had come, as JSON.
    """

    removed: Rows
    added: Rows
    counts: str
    returned: Any


class Memory:
    """What the workers of this run have kept, and what stands in a database that no test has touched."""

    def __init__(self) -> None:
        self.seed: Rows = {}
        self._kept: dict[Key, Kept] = {}
        self._directory: Path | None = None

    def learn_seed(self, directory: Path | None = None) -> None:
        """Look at the database before the first test; share what is kept with who has the same directory."""
        self.seed = contents(tables())
        self._directory = directory
        with connection.cursor() as cursor:
            cursor.execute(COUNT_APART, [worker_number() * APART])

    def content(self, rows: Rows | None = None) -> Rows:
        """Return the part of some rows, or of the seed, that is content."""
        rows = self.seed if rows is None else rows
        return {table: found for table, found in rows.items() if not table.startswith(ACCOUNTS)}

    def kept(self, key: Key) -> Kept | None:
        """Return what was kept, by whichever worker."""
        file = self._file(key)
        if key not in self._kept and file is not None and file.exists():
            self._kept[key] = pickle.loads(file.read_bytes())  # our own, of this run
        return self._kept.get(key)

    def keep(self, key: Key, kept: Kept) -> None:
        """Keep something for all workers."""
        self._kept[key] = kept
        if (file := self._file(key)) is not None:
            # Renamed when it is whole; two that make the same make it equally well.
            unfinished = file.with_suffix(f".{os.getpid()}")
            unfinished.write_bytes(pickle.dumps(kept))
            unfinished.rename(file)

    def _file(self, key: Key) -> Path | None:
        name = hashlib.sha256(repr(key).encode()).hexdigest()
        return self._directory / f"{name}.kept" if self._directory else None

    def is_untouched(self) -> bool:
        """Say whether the test has no content yet: each table has as many rows as before the first test."""
        known = {
            table: len(rows) for table, rows in self.content().items() if not table.startswith(OF_PEOPLE)
        }
        counts = ", ".join(f'(SELECT count(*) FROM "{table}")' for table in known)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {counts}")
            return cursor.fetchone() == tuple(known.values())


MEMORY = Memory()


def remembered(make: Callable[P, R]) -> Callable[P, R]:
    """Return ``make`` with a memory.

    What it makes may depend on nothing but its arguments: texts, numbers, yes or no. With other arguments,
    with settings of the test's own or at another time than now it is made anew. Files are not kept.
    """

    @functools.wraps(make)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        key = (make.__module__, make.__qualname__, args, tuple(sorted(kwargs.items())))
        plain = all(isinstance(value, str | int | None) for value in (*args, *kwargs.values()))
        if not plain or _is_out_of_the_ordinary() or not MEMORY.is_untouched():
            return make(*args, **kwargs)
        kept = MEMORY.kept(key)
        if kept is not None and _write(kept):
            return _thawed(kept.returned)
        before = contents(MEMORY.seed)
        made = make(*args, **kwargs)
        if MEMORY.content(before) == MEMORY.content():
            MEMORY.keep(key, _difference(before, contents(MEMORY.seed), _frozen(made)))
        return made

    return wrapper


def _is_out_of_the_ordinary() -> bool:
    """Say whether a test has settings of its own, has changed the clock, or commits for real."""
    own: set[str] = set()
    holder: Any = vars(settings)["_wrapped"]
    while isinstance(holder, UserSettingsHolder):
        own |= {name for name in vars(holder) if name.isupper()}
        holder = holder.default_settings
    return bool(own - OWN_SETTINGS) or bool(time_machine.traveller_stack) or not connection.in_atomic_block


def tables() -> list[str]:
    """Return the tables in which content and accounts may stand."""
    names = connection.introspection.table_names()
    return sorted(name for name in names if name == TASKS or not name.startswith(LEFT_OUT))


def contents(tables: Iterable[str]) -> Rows:
    """Return the rows of the tables, as JSON."""
    found: Rows = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'SELECT to_jsonb(row)::text FROM "{table}" row ORDER BY 1')
            found[table] = [text for (text,) in cursor]
    return found


def _difference(before: Rows, after: Rows, returned: Any) -> Kept:
    removed = {table: list(set(rows) - set(after[table])) for table, rows in before.items()}
    added = {table: list(set(rows) - set(before[table])) for table, rows in after.items()}
    with connection.cursor() as cursor:
        cursor.execute(COUNTS)
        (counts,) = cursor.fetchone()
    return Kept(_without_empty(removed), _without_empty(added), counts, returned)


def _without_empty(rows: Rows) -> Rows:
    return {table: found for table, found in rows.items() if found}


def _write(kept: Kept) -> bool:
    """Do to the database what was done then; return False, and do nothing, where something else is there."""
    try:
        return _write_all(kept)
    except IntegrityError:  # a row of this test has the key already
        return False


def _write_all(kept: Kept) -> bool:
    with transaction.atomic(), connection.cursor() as cursor:
        for table, rows in kept.removed.items():
            cursor.execute(f'DELETE FROM "{table}" row WHERE to_jsonb(row)::text = ANY(%s)', [rows])
            if cursor.rowcount != len(rows):
                transaction.set_rollback(True)
                return False
        for table, rows in kept.added.items():
            cursor.execute(
                f'INSERT INTO "{table}" SELECT * FROM jsonb_populate_recordset(NULL::"{table}", %s::jsonb)',
                [f"[{','.join(rows)}]"],
            )
        cursor.execute(GO_ON, [kept.counts])
    Site.clear_site_root_paths_cache()
    return True


def _frozen(returned: Any) -> Any:
    if isinstance(returned, Model):
        return type(returned), returned.pk
    if isinstance(returned, dict):
        return {name: _frozen(value) for name, value in returned.items()}
    return [_frozen(value) for value in returned] if isinstance(returned, list) else returned


def _thawed(kept: Any) -> Any:
    if isinstance(kept, tuple):
        model, key = kept
        return model.objects.get(pk=key)
    if isinstance(kept, dict):
        return {name: _thawed(value) for name, value in kept.items()}
    return [_thawed(value) for value in kept] if isinstance(kept, list) else kept
