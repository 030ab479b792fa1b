"""How do documents get their numbers within the transaction of a test?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection


@pytest.fixture
def commit(db: None) -> Callable[[], None]:
    """Return a function that gives the changes so far their numbers, as a commit does."""

    def number() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    return number
