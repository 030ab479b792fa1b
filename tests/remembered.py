"""How does the same content get into the database of many tests without being made each time?

Making a treatment and its translations takes seconds, nearly all of them in Python. What a function that
is marked ``remembered`` makes in a database without content is kept as rows, and written again when it is
asked for in another one. Where there is content already, the function just runs.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

import time_machine
from django.conf import UserSettingsHolder, settings
from django.db import connection, transaction
from django.db.models import Model
from wagtail.models import Site

P = ParamSpec("P")
R = TypeVar("R")

# Not content: what migrations write and no test changes, and accounts.
LEFT_OUT = ("auth_", "cms_cache", "django_", "localization_grant", "wagtailusers_")
# Tasks are content: what publishing has asked the worker for.
TASKS = "django_tasks_database_dbtaskresult"
# A test may have a doctor with an account before it asks for pages, and what is recorded of doctors.
OF_PEOPLE = (
    *("people_person", "people_revieweraccount", "publishing_", "localization_confirmedsection", TASKS),
    *("wagtailcore_revision", "wagtailcore_modellogentry", "wagtailcore_referenceindex", "wagtailsearch_"),
)
# Each test has a directory for media of its own.
OWN_SETTINGS = {"MEDIA_ROOT"}

Rows = dict[str, list[str]]  # as JSON, by table


@dataclass(frozen=True, slots=True)
class Kept:
    """What a function took away and added, and what it returned, with a model and a key for each object."""

    removed: Rows
    added: Rows
    returned: Any


class Memory:
    """What this process has kept, and what stands in a database that no test has touched."""

    def __init__(self) -> None:
        self.seed: Rows = {}
        self.kept: dict[tuple[Any, ...], Kept] = {}

    def learn_seed(self) -> None:
        """Look at the database before the first test."""
        self.seed = contents(content_tables())

    def is_untouched(self) -> bool:
        """Say whether the test has no content yet: each table has as many rows as before the first test."""
        known = {table: len(rows) for table, rows in self.seed.items() if not table.startswith(OF_PEOPLE)}
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
        kept = MEMORY.kept.get(key)
        if kept is not None and _write(kept):
            return _thawed(kept.returned)
        before = contents(MEMORY.seed)
        made = make(*args, **kwargs)
        if before == MEMORY.seed:
            MEMORY.kept[key] = _difference(before, contents(MEMORY.seed), _frozen(made))
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


def content_tables() -> list[str]:
    """Return the tables in which content may stand."""
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
    return Kept(_without_empty(removed), _without_empty(added), returned)


def _without_empty(rows: Rows) -> Rows:
    return {table: found for table, found in rows.items() if found}


def _write(kept: Kept) -> bool:
    """Do to the database what was done then; return False, and do nothing, where something else is there."""
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
