"""Does the reference client keep what is public, whatever happens to it?"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from django.core.management import call_command

from clients.python.polyclinic_offline import OfflineStore, SyncError
from publishing.models import Document
from tests.delivery.conftest import TREATMENT
from tests.delivery.sync import door
from tests.delivery.sync.app import content_ids

IDS = content_ids(60)
Commit = Callable[[], None]


class Crash(Exception):
    """The app ends here."""


@pytest.fixture
def store(http: httpx.Client, tmp_path: Path) -> Iterator[OfflineStore]:
    store = OfflineStore(tmp_path / "store.sqlite", http)
    yield store
    store.close()


@pytest.fixture
def sixty(commit: Commit) -> None:
    """Publish sixty documents: two pages."""
    for content_id in IDS:
        door.publish(content_id, "ar", f"Title {content_id.int:02}")
    commit()


def titles(store: OfflineStore) -> list[str]:
    return [document["title"] for document in store.documents("ar")]


def public() -> list[str]:
    return list(
        Document.objects.filter(locale="ar", status="live").order_by("title").values_list("title", flat=True)
    )


@pytest.mark.usefixtures("sixty")
def test_it_takes_everything_then_only_what_has_changed(store: OfflineStore, commit: Commit) -> None:
    assert store.sync("ar") == 60
    assert titles(store) == public()
    door.publish(IDS[5], "ar", "Changed")
    door.withdraw(IDS[6], "ar", "It was wrong.")
    door.take_down(IDS[7], "ar", "recalled", IDS[5])
    commit()
    assert store.sync("ar") == 3
    assert store.sync("ar") == 0
    assert titles(store) == public()
    notice = store.document(str(IDS[6]), "ar")
    assert notice is not None
    assert (notice["status"], notice["title"]) == ("withdrawn", "It was wrong.")
    assert store.document(str(IDS[7]), "ar") is None
    removal = store.removal(str(IDS[7]), "ar")
    assert removal is not None
    assert (removal["reason"], removal["replaced_by"]) == ("recalled", str(IDS[5]))
    door.publish(IDS[7], "ar", "Back again")
    commit()
    store.sync("ar")
    assert store.removal(str(IDS[7]), "ar") is None
    assert titles(store) == public()


@pytest.mark.usefixtures("sixty")
def test_it_may_crash_at_any_statement(http: httpx.Client, tmp_path: Path, commit: Commit) -> None:
    """Crash after ever more statements, until it is through."""
    path, crashes = tmp_path / "store.sqlite", 0
    for survived in range(0, 1000, 13):
        store = OfflineStore(path, http)
        try:
            store._db.set_trace_callback(_crash_after(survived, store))
            store.sync("ar")
        except (Crash, sqlite3.OperationalError):
            crashes += 1
            door.publish(IDS[crashes % 60], "ar", f"Changed {crashes:03}")
            commit()
        else:
            break
        finally:
            store.close()
    assert crashes > 5
    store = OfflineStore(path, http)
    store.sync("ar")
    assert titles(store) == public()
    store.close()


def _crash_after(statements: int, store: OfflineStore) -> Callable[[str], None]:
    """Return a function that interrupts the database after so many statements."""
    left = [statements]

    def count(statement: str) -> None:
        left[0] -= 1
        if left[0] < 0:
            store._db.interrupt()

    return count


@pytest.mark.usefixtures("sixty")
def test_readers_keep_the_old_state_until_a_new_snapshot_is_complete(
    store: OfflineStore, http: httpx.Client, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.sync("ar")
    before = titles(store)
    Document.objects.filter(content_id=IDS[0]).delete()  # a restored database does not know it
    door.publish(IDS[1], "ar", "Changed")
    commit()
    call_command("restart_feed", verbosity=0)
    pages = iter(range(2))
    get = http.get

    def fails_later(address: str) -> httpx.Response:
        if next(pages, None) is None:
            raise httpx.ConnectError("The network is gone.")
        return get(address)

    with monkeypatch.context() as patched:
        patched.setattr(http, "get", fails_later)
        with pytest.raises(SyncError, match="The network is gone"):
            store.sync("ar")
    assert titles(store) == before
    store.sync("ar")
    assert titles(store) == public()
    assert len(titles(store)) == 59


@pytest.mark.usefixtures("library")
def test_real_documents_keep_their_attribution(
    store: OfflineStore, http: httpx.Client, commit: Commit
) -> None:
    commit()
    for language in ("ar", "de"):
        store.sync(language)
        kept: Any = store.document(str(TREATMENT), language)
        assert kept == http.get(f"/api/v1/treatments/{TREATMENT}/?locale={language}").json()
        assert kept["attribution"]["url"].endswith(kept["path"])
    assert [document["type"] for document in store.documents("de", "treatment")] == ["treatment"]


def test_a_server_that_refuses(store: OfflineStore) -> None:
    with pytest.raises(SyncError, match="400"):
        store.sync("xx")
