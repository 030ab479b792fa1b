"""How does an app keep everything that is published, in some languages, for when it is offline?

``python polyclinic_offline.py https://clinic.example store.sqlite en ar``. It may be ended at any point and
started again: each page is kept in one transaction together with the address where it goes on.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

GONE = 410
# The store is written in rounds: a snapshot grows beside what there is, as round + 1, and replaces it only
# when it is complete.
SCHEMA = """
CREATE TABLE IF NOT EXISTS place (
    language TEXT PRIMARY KEY, round INTEGER NOT NULL, address TEXT NOT NULL, in_snapshot INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS document (
    language TEXT NOT NULL, round INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL,
    status TEXT NOT NULL, title TEXT NOT NULL, etag TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (language, round, id)
);
CREATE TABLE IF NOT EXISTS removal (
    language TEXT NOT NULL, id TEXT NOT NULL, type TEXT, reason TEXT, at TEXT, replaced_by TEXT,
    PRIMARY KEY (language, id)
);
"""


class SyncError(Exception):
    """The server did not answer with a page; what has been kept stays as it is, and one can try again."""


@dataclass(frozen=True)
class Place:
    """Where a language goes on: readers see ``round``, and a snapshot fills the next one."""

    round: int
    address: str
    in_snapshot: bool

    @property
    def filled(self) -> int:
        """Return the round that pages go into."""
        return self.round + self.in_snapshot


class OfflineStore:
    """Everything that a site has published in some languages, in one SQLite file."""

    def __init__(self, path: str | Path, client: httpx.Client) -> None:
        """Open or make the file. ``client`` needs the site's address as its ``base_url``."""
        self._http = client
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.executescript(SCHEMA)

        self.close = self._db.close

    def documents(self, language: str, document_type: str | None = None) -> Iterator[dict[str, Any]]:
        """Yield what can be read in a language, by title; withdrawn documents are in no list."""
        found = self._db.execute(
            "SELECT body FROM document WHERE language = ? AND round = ? AND status = 'live'"
            " AND (? IS NULL OR type = ?) ORDER BY title, id",
            [language, self._place(language).round, document_type, document_type],
        )
        yield from (json.loads(body) for (body,) in found.fetchall())

    def document(self, content_id: str, language: str) -> dict[str, Any] | None:
        """Return a document with its ``attribution``, the notice of its withdrawal, or ``None``."""
        found = self._db.execute(
            "SELECT body FROM document WHERE language = ? AND round = ? AND id = ?",
            [language, self._place(language).round, content_id],
        ).fetchone()
        return None if found is None else json.loads(found[0])

    def removal(self, content_id: str, language: str) -> dict[str, Any] | None:
        """Return why a document is no longer there, and the id of what replaces it, if we were told."""
        found = self._db.execute(
            "SELECT reason, at, replaced_by FROM removal WHERE language = ? AND id = ?",
            [language, content_id],
        ).fetchone()
        return None if found is None else dict(zip(("reason", "at", "replaced_by"), found, strict=True))

    def sync(self, language: str) -> int:
        """Take over everything that is new in a language; return how many items that were.

        Raises:
            SyncError: the server is not there or refuses. Nothing is lost; call again later.
        """
        taken = 0
        while True:
            place = self._place(language)
            page = self._page(place.address)
            if page is None:  # 410: begin anew; readers keep what there is until the new snapshot is complete
                self._set_place(language, Place(place.round, _snapshot_of(language), True))
                continue
            self._keep(language, place, page)
            taken += len(page["items"])
            if page["next_sync"] is not None:
                return taken

    def _place(self, language: str) -> Place:
        row = self._db.execute(
            "SELECT round, address, in_snapshot FROM place WHERE language = ?", [language]
        ).fetchone()
        return Place(row[0], row[1], bool(row[2])) if row else Place(0, _snapshot_of(language), True)

    def _page(self, address: str) -> dict[str, Any] | None:
        try:
            answer = self._http.get(address)
        except httpx.HTTPError as error:
            raise SyncError(f"{address} could not be read: {error}") from error
        if answer.status_code == GONE and answer.json().get("code") == "resync_required":
            return None
        if answer.status_code != httpx.codes.OK:
            raise SyncError(f"{address} was answered with {answer.status_code}: {answer.text[:300]}")
        page: dict[str, Any] = answer.json()
        return page

    def _keep(self, language: str, place: Place, page: dict[str, Any]) -> None:
        with self._transaction():
            if place.address == _snapshot_of(language):  # the first page: forget a snapshot that was given up
                self._forget(language, "round <> ?", place.round)
            for item in page["items"]:
                self._take(language, place.filled, item)
            address = _on_this_site(page["next_page"] or page["next_sync"])
            if page["next_sync"] is not None:  # complete: readers move on to what was filled
                self._forget(language, "round <> ?", place.filled)
                place = Place(place.filled, address, False)
            self._set_place(language, replace(place, address=address))

    def _take(self, language: str, filled: int, item: dict[str, Any]) -> None:
        key = [language, item["id"]]
        self._db.execute("DELETE FROM removal WHERE language = ? AND id = ?", key)
        if item["op"] == "delete":
            self._forget(language, "id = ?", item["id"])
            gone = [*key, item["type"], item["reason"], item["at"], item["replaced_by"]]
            self._db.execute("INSERT INTO removal VALUES (?, ?, ?, ?, ?, ?)", gone)
            return
        document = item["document"]
        named = [language, filled, item["id"], item["type"], document["status"], document["title"]]
        body = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        self._db.execute(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [*named, item["etag"], body]
        )

    def _forget(self, language: str, condition: str, value: str | int) -> None:
        self._db.execute(f"DELETE FROM document WHERE language = ? AND {condition}", [language, value])  # noqa: S608

    def _set_place(self, language: str, place: Place) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?)",
            [language, place.round, place.address, place.in_snapshot],
        )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        with self._db:  # commits, or rolls back whatever went wrong
            yield


def _snapshot_of(language: str) -> str:
    return f"/api/v1/sync/?locale={language}"


def _on_this_site(address: str) -> str:
    """Keep no host: the client's ``base_url`` says where the site is, also after it has moved."""
    return urlsplit(address)._replace(scheme="", netloc="").geturl()


def main(base: str, path: str, *languages: str) -> None:
    """Synchronise some languages, and print what each has."""
    with httpx.Client(base_url=base, timeout=60) as client:
        store = OfflineStore(path, client)
        for language in languages:
            taken = store.sync(language)
            kept = sum(1 for _document in store.documents(language))
            sys.stdout.write(f"{language}: {taken} items taken, {kept} documents kept\n")
        store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
