"""Does a kept connection notice that the server is gone, and ask for nothing while it is there?"""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept() -> Iterator[Any]:
    """Yield an open connection beside that of the test."""
    another: Any = connection.copy()
    another.ensure_connection()
    yield another
    another.close()


def test_a_connection_that_works_is_not_asked(kept: Any) -> None:
    with CaptureQueriesContext(kept) as asked:
        assert kept.is_usable()
    assert len(asked) == 0


def test_a_connection_that_the_server_has_ended_is_noticed(kept: Any) -> None:
    info = kept.connection.info
    with psycopg.connect(info.dsn, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [info.backend_pid])
    assert not kept.is_usable()


def test_a_notice_of_the_server_is_not_taken_for_its_farewell(kept: Any) -> None:
    with kept.cursor() as cursor:
        cursor.execute("LISTEN something")
    with psycopg.connect(kept.connection.info.dsn, autocommit=True) as other:
        other.execute("NOTIFY something")
    assert kept.is_usable()


def test_a_closed_connection_is_not_usable(kept: Any) -> None:
    kept.connection.close()
    assert not kept.is_usable()
