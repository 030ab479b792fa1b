"""How does an app keep everything that is published, in some languages, for when it is offline?

``python polyclinic_offline.py https://clinic.example store.sqlite en ar``. It may be ended at any point and
started again: each page is kept in one transaction together with the address where it goes on.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

SNAPSHOT = "/api/v1/sync/?locale={}"
Sleep = Callable[[float], object]
# Answers that may be others in a moment, how often to ask again, and for how many seconds to wait at most.
PASSING, TRIES, LONGEST_WAIT = {429, 500, 502, 503, 504}, 5, 120
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
CREATE TABLE IF NOT EXISTS complete (language TEXT PRIMARY KEY, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS removal (
    language TEXT, id TEXT, type TEXT, reason TEXT, at TEXT, replaced_by TEXT, PRIMARY KEY (language, id)
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


class OfflineStore:
    """Everything that a site has published in some languages, in one SQLite file."""

    def __init__(self, path: str | Path, client: httpx.Client, sleep: Sleep = time.sleep) -> None:
        """Open or make the file. ``client`` needs the site's address as its ``base_url``."""
        self._http, self._sleep = client, sleep
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
        query = "SELECT body FROM document WHERE language = ? AND round = ? AND id = ?"
        found = self._db.execute(query, [language, self._place(language).round, content_id]).fetchone()
        return None if found is None else json.loads(found[0])

    def expires_at(self, document: dict[str, Any]) -> dt.datetime:
        """Return from when on a document must not be shown until its language was synchronised again."""
        if document["status"] == "withdrawn":
            return dt.datetime.max.replace(tzinfo=dt.UTC)  # a notice stays true
        found = self._db.execute("SELECT at FROM complete WHERE language = ?", [document["language"]])
        seconds = document["attribution"]["max_cache_seconds"]
        end = dt.datetime.fromisoformat(found.fetchone()[0]) + dt.timedelta(seconds=seconds)
        return min(end, dt.datetime.fromisoformat(document["valid_until"] or end.isoformat()))

    def removal(self, content_id: str, language: str) -> dict[str, Any] | None:
        """Return why a document is no longer there, and the id of what replaces it, if we were told."""
        query = "SELECT reason, at, replaced_by FROM removal WHERE language = ? AND id = ?"
        found = self._db.execute(query, [language, content_id]).fetchone()
        return None if found is None else dict(zip(("reason", "at", "replaced_by"), found, strict=True))

    def sync(self, language: str) -> int:
        """Take over everything that is new in a language; return how many items that were.

        Raises:
            SyncError: the server is not there or refuses. Nothing is lost; call again later.
        """
        taken = 0
        while True:
            place, asked_at = self._place(language), dt.datetime.now(dt.UTC)
            page = self._page(place.address)
            if page is None:  # 410: begin anew; readers keep what there is until the new snapshot is complete
                self._set_place(language, Place(place.round, SNAPSHOT.format(language), True))
                continue
            self._keep(language, place, page, asked_at)
            taken += len(page["items"])
            if page["next_sync"] is not None and not place.in_snapshot:
                return taken  # after a snapshot, also what has changed while it was on its way

    def _place(self, language: str) -> Place:
        query = "SELECT round, address, in_snapshot FROM place WHERE language = ?"
        row = self._db.execute(query, [language]).fetchone()
        return Place(row[0], row[1], bool(row[2])) if row else Place(0, SNAPSHOT.format(language), True)

    def _page(self, address: str) -> dict[str, Any] | None:
        """Return a page, ``None`` for 410. Ask again if network or server fail, as late as they say."""
        problem, wait = "", 0
        for attempt in range(TRIES):
            if attempt:  # not all apps at once
                self._sleep(max(wait, random.uniform(1, 2) * 2**attempt))  # noqa: S311
            try:
                answer = self._http.get(address)
            except httpx.HTTPError as error:
                problem = str(error)
                continue
            if answer.status_code == httpx.codes.OK:
                return dict(answer.json())
            if answer.status_code == httpx.codes.GONE and answer.json().get("code") == "resync_required":
                return None
            problem, said = (
                f"{answer.status_code}: {answer.text[:300]}",
                answer.headers.get("Retry-After", ""),
            )
            wait = int(said) if said.isdecimal() else 0
            if answer.status_code not in PASSING or wait > LONGEST_WAIT:
                break
        raise SyncError(f"{address} could not be read: {problem}")

    def _keep(self, language: str, place: Place, page: dict[str, Any], asked_at: dt.datetime) -> None:
        filled = place.round + place.in_snapshot
        self._db.execute("BEGIN IMMEDIATE")
        with self._db:  # commits, or rolls back whatever went wrong
            if place.address == SNAPSHOT.format(
                language
            ):  # the first page: forget a snapshot that was given up
                self._forget(language, "round <> ?", place.round)
            for item in page["items"]:
                self._take(language, filled, item)
            # Without the host: the client's ``base_url`` says where the site is, also after it has moved.
            there = urlsplit(page["next_page"] or page["next_sync"])
            address = there._replace(scheme="", netloc="").geturl()
            if page["next_sync"] is not None:  # complete: readers move on to what was filled
                self._forget(language, "round <> ?", filled)
                place = Place(filled, address, False)
                at = asked_at.isoformat()
                self._db.execute("INSERT OR REPLACE INTO complete VALUES (?, ?)", [language, at])
            self._set_place(language, Place(place.round, address, place.in_snapshot))

    def _take(self, language: str, filled: int, item: dict[str, Any]) -> None:
        key = [language, item["id"]]
        self._db.execute("DELETE FROM removal WHERE language = ? AND id = ?", key)
        if item["op"] == "delete":
            self._forget(language, "id = ?", item["id"])
            gone = (item[name] for name in ("type", "reason", "at", "replaced_by"))
            self._db.execute("INSERT INTO removal VALUES (?, ?, ?, ?, ?, ?)", [*key, *gone])
            return
        document = item["document"]
        named = [language, filled, item["id"], item["type"], document["status"], document["title"]]
        values = [*named, item["etag"], json.dumps(document, ensure_ascii=False, separators=(",", ":"))]
        self._db.execute("INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)

    def _forget(self, language: str, condition: str, value: str | int) -> None:
        self._db.execute(f"DELETE FROM document WHERE language = ? AND {condition}", [language, value])  # noqa: S608

    def _set_place(self, language: str, place: Place) -> None:
        values = [language, place.round, place.address, place.in_snapshot]
        self._db.execute("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?)", values)


def main(base: str, path: str, *languages: str) -> None:
    """Synchronise some languages, and print what each has."""
    with httpx.Client(base_url=base, timeout=60) as client:
        store = OfflineStore(path, client)
        for language in languages:
            taken, kept = store.sync(language), sum(1 for _document in store.documents(language))
            sys.stdout.write(f"{language}: {taken} items taken, {kept} documents kept\n")
        store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
