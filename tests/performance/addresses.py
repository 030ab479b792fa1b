"""Which addresses are asked for, and what does the site answer there?"""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import urlsplit

import psycopg

from cms import database
from cms.database_home import prepare_home, socket_dir
from tests.performance.servers import ANSWERS, BARE, CACHED, OURS, STATE, STOCK, Contender, Server

# Status line, headers and body, by address and by whether the request said If-None-Match.
Answers = dict[tuple[str, bool], tuple[str, list[tuple[str, str]], bytes]]

# The pages of a list that are asked for, one after the other.
LIST_PAGES = 10
LIST_SIZE = 20
# Pages that every worker has at hand; few enough for the site cache to be filled in reasonable time.
OFTEN_READ = 40

_DOCUMENTS = """
SELECT d.path, d.content_id, d.locale, p.id
  FROM publishing_document d
  JOIN wagtailcore_locale l ON l.language_code = d.locale
  JOIN wagtailcore_page p ON p.translation_key = d.content_id AND p.locale_id = l.id
 WHERE d.status = 'live' AND p.slug LIKE 'sample-%%'
 ORDER BY p.slug, d.locale LIMIT %s
"""


@dataclass(slots=True)
class Scenario:
    """One kind of request: the addresses at each contender, asked in turn."""

    name: str
    addresses: dict[Contender, list[str]]
    # Entity tags by address, for requests that ask whether something has changed.
    etags: dict[str, str] = field(default_factory=dict)

    def requests(self, server: Server) -> list[list[str]]:
        """Return the lines of each request."""
        common = [f"Host: 127.0.0.1:{server.port}", "Accept: */*", "User-Agent: bench"]
        return [
            [f"GET {address} HTTP/1.1", *common, *self._condition(address)]
            for address in self.addresses[server.contender]
        ]

    def _condition(self, address: str) -> list[str]:
        return [f"If-None-Match: {self.etags[address]}"] if self.etags else []


def scenarios(documents: int, ours: Server) -> list[Scenario]:
    """Ask the site for everything once, and write its answers down for the bare application."""
    rows = _documents(documents)
    languages = sorted({locale for _path, _id, locale, _pk in rows})
    pages = [path for path, *_rest in rows]
    details = [f"/api/v1/treatments/{content_id}/?locale={locale}" for _p, content_id, locale, _k in rows]
    answers: Answers = {}
    client = HTTPConnection("127.0.0.1", ours.port)
    lists = [address for locale in languages for address in _list_pages(client, locale)]
    for address in (*pages, *details, *lists):
        _keep(answers, client, address)
    tags = [
        {address: _keep_unchanged(answers, client, address) for address in some} for some in (pages, details)
    ]
    ANSWERS.write_bytes(pickle.dumps(answers))
    offsets = [
        f"/api/v2/pages/?type=treatments.TreatmentPage&locale={locale}&order=title&limit={LIST_SIZE}"
        f"&offset={LIST_SIZE * page}&fields=summary,procedure_type,hero"
        for locale in languages
        for page in range(LIST_PAGES)
    ]
    stock_details = [f"/api/v2/pages/{pk}/" for *_rest, pk in rows]
    return [
        Scenario("page, any of them", {OURS: pages, BARE: pages, STOCK: pages}),
        Scenario("page, often read", dict.fromkeys((OURS, BARE, CACHED), pages[:OFTEN_READ])),
        Scenario("page, 304", {OURS: pages, BARE: pages}, tags[0]),
        Scenario("API detail", {OURS: details, BARE: details, STOCK: stock_details}),
        Scenario("API detail, 304", {OURS: details, BARE: details}, tags[1]),
        Scenario("API list of 20", {OURS: lists, BARE: lists, STOCK: offsets}),
    ]


def _documents(number: int) -> list[tuple[str, str, str, int]]:
    with psycopg.connect(
        host=str(socket_dir(prepare_home(STATE))), user=database.USER, dbname=database.NAME
    ) as connection:
        return connection.execute(_DOCUMENTS, [number]).fetchall()


def _list_pages(client: HTTPConnection, locale: str) -> Iterator[str]:
    address = f"/api/v1/treatments/?locale={locale}&limit={LIST_SIZE}"
    for _ in range(LIST_PAGES):
        yield address
        _status, _headers, body = _ask(client, address)
        following = json.loads(body)["links"]["next"]
        if following is None:
            return
        parts = urlsplit(following)
        address = f"{parts.path}?{parts.query}"


def _keep(answers: Answers, client: HTTPConnection, address: str) -> None:
    answers[address, False] = _ask(client, address)


def _keep_unchanged(answers: Answers, client: HTTPConnection, address: str) -> str:
    etag = next(value for name, value in answers[address, False][1] if name.lower() == "etag")
    answers[address, True] = _ask(client, address, {"If-None-Match": etag}, 304)
    return etag


def _ask(
    client: HTTPConnection, address: str, headers: dict[str, str] | None = None, expected: int = 200
) -> tuple[str, list[tuple[str, str]], bytes]:
    client.request("GET", address, headers=headers or {})
    answer = client.getresponse()
    body = answer.read()
    if answer.status != expected:
        raise RuntimeError(f"{address} answers {answer.status} instead of {expected}.")
    # The server adds these itself.
    kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in ("server", "date")]
    return f"{answer.status} {answer.reason}", kept, body
