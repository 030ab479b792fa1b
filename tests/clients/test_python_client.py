"""Does the reference client keep what is public, whatever happens to it?"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import time_machine
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
    store = OfflineStore(tmp_path / "store.sqlite", http, lambda seconds: None)
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


@pytest.mark.usefixtures("sixty")
def test_it_waits_as_long_as_it_is_told_and_gives_up_in_the_end(
    http: httpx.Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    said = iter([(429, "30"), (503, ""), (502, "soon")])
    get = http.get

    def fails_at_first(address: str) -> httpx.Response:
        status, wait = next(said, (200, ""))
        return get(address) if status == 200 else httpx.Response(status, headers={"Retry-After": wait})

    store = OfflineStore(tmp_path / "store.sqlite", http, slept.append)
    with monkeypatch.context() as patched:
        patched.setattr(http, "get", fails_at_first)
        assert store.sync("ar") == 60
        assert [
            slept[0],
            *(round(wait) in range(4 * n, 8 * n + 1) for n, wait in enumerate(slept[1:], 1)),
        ] == [
            30,
            True,
            True,
        ]
        for status, wait, tries in ((500, "", 5), (429, "3600", 1), (400, "", 1)):
            slept.clear()
            said = iter([(status, wait)] * 9)
            with pytest.raises(SyncError, match=str(status)):
                store.sync("ar")
            assert len(slept) == tries - 1
    store.close()


@pytest.mark.usefixtures("library")
def test_a_document_ends_when_its_language_was_not_synchronised_for_too_long_or_earlier(
    store: OfflineStore, commit: Commit
) -> None:
    commit()
    now = dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)
    with time_machine.travel(now, tick=False):
        store.sync("de")
    document = store.document(str(TREATMENT), "de")
    assert document is not None
    assert store.expires_at(document) == now + dt.timedelta(days=7)
    assert store.expires_at({**document, "valid_until": "2026-05-02T00:00:00Z"}).day == 2
    assert store.expires_at({**document, "valid_until": "2027-05-02T00:00:00Z"}).day == 8
    assert store.expires_at({**document, "status": "withdrawn", "attribution": None}).year == 9999
    later = now + dt.timedelta(days=3)
    with time_machine.travel(later, tick=False):
        store.sync("de")
    assert store.expires_at(document) == later + dt.timedelta(days=7)


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
