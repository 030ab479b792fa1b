"""How does an app keep its copy of everything in one language? As small as it can be, and it may crash."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

import orjson
from django.test import Client

from delivery.caching import document_etag
from delivery.collections import collections
from localization.languages import language
from publishing.models import Document

SYNC = "/api/v1/sync/"
BASE = "https://clinic.example"
Copy = dict[str, tuple[str, bytes]]


def apply(copy: Copy, items: list[dict[str, Any]]) -> None:
    """Do what a page says: etag and bytes by content id."""
    for item in items:
        if item["op"] == "upsert":
            copy[item["id"]] = (item["etag"], orjson.dumps(item["document"]))
        else:
            copy.pop(item["id"], None)


@dataclass
class App:
    """One installed app: what it has kept of one language, and where it goes on."""

    locale: str
    types: str = ""
    limit: int = 7
    copy: Copy = field(default_factory=dict)
    address: str = ""
    growing: Copy | None = None
    caught_up: bool = False
    _client: Client = field(default_factory=Client)

    def start(self) -> str:
        """Return the address of a new snapshot."""
        types = f"&type={self.types}" if self.types else ""
        return f"{SYNC}?locale={self.locale}{types}&limit={self.limit}"

    def get(self, address: str) -> dict[str, Any]:
        """Return a page."""
        response = self._client.get(address.removeprefix(BASE))
        assert response.status_code == 200, response.content
        page: dict[str, Any] = orjson.loads(response.content)
        return page

    def step(self) -> None:
        """Take one page and note where the next one is."""
        page = self.get(self._here())
        self.apply(page)
        self.keep_place(page)

    def _here(self) -> str:
        return self.address or self.start()

    def apply(self, page: dict[str, Any]) -> None:
        """Take over a page; a snapshot replaces what there was once it is complete."""
        if not self.address:
            self.growing = {}  # each first page begins another snapshot: nothing may be left of the last
        apply(self.copy if self.growing is None else self.growing, page["items"])

    def keep_place(self, page: dict[str, Any]) -> None:
        """Note where the next page is."""
        self.caught_up = self.growing is None and page["next_sync"] is not None and not page["items"]
        if page["next_sync"] and self.growing is not None:
            self.copy, self.growing = self.growing, None
        self.address = page["next_page"] or page["next_sync"]

    def step_badly(self, chance: Random) -> None:
        """Take one page as apps do in the field: crash before it is noted, ask twice, or lose everything."""
        fate = chance.random()
        if fate < 0.02:
            self.address = ""
        page = self.get(self._here())
        self.apply(page)
        if fate < 0.2:
            return  # it crashed: the page is applied, but the next start asks for it again
        if fate < 0.4:
            self.apply(page := self.get(self._here()))  # an answer that came twice, perhaps another by now
        self.keep_place(page)

    def catch_up(self) -> None:
        """Go on until there is nothing new."""
        self.caught_up = False
        while not self.caught_up:
            self.step()


def public_state(client: Client, app: App) -> Copy:
    """Return what an app should have: the detail answers of all that is public in its language."""
    addresses = {kind: collection.name for collection in collections() for kind in collection.types}
    rows = Document.objects.filter(locale=app.locale, type__in=addresses).exclude(status="gone")
    tag = language(app.locale).tag
    found: Copy = {}
    for content_id, document_type, etag in rows.values_list("content_id", "type", "etag"):
        if not app.types or document_type in app.types.split(","):
            answer = client.get(f"/api/v1/{addresses[document_type]}/{content_id}/?locale={tag}")
            assert answer["ETag"] == document_etag(etag, BASE)
            found[str(content_id)] = (answer["ETag"], answer.content)
    return found


def assert_same(copy: Copy, public: Copy) -> None:
    """An app has exactly what is public, byte for byte."""
    assert copy.keys() - public.keys() == set(), "It keeps what is gone."
    assert public.keys() - copy.keys() == set(), "It lacks what is public."
    assert [key for key in public if copy[key] != public[key]] == [], "It keeps what has changed."


def content_ids(number: int) -> list[UUID]:
    """Return ids of as many contents."""
    return [UUID(int=n + 1) for n in range(number)]
