"""Which addresses are asked for, at whom, and how?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

import psycopg

from cms import database
from cms.database_home import prepare_home, socket_dir
from tests.performance.answers import Notebook
from tests.performance.front import file_address
from tests.performance.servers import (
    BARE,
    CACHED,
    FILE,
    FRONT,
    OURS,
    STATE,
    STOCK,
    UNKEPT,
    Contender,
    Server,
)

# The pages of a list that are asked for, one after the other.
LIST_PAGES = 10
LIST_SIZE = 20
# Pages that every worker has at hand; few enough for the site cache to be filled in reasonable time.
OFTEN_READ = 40
# How many words and names of each language are looked for.
SOUGHT = 40

_DOCUMENTS = """
SELECT d.path, d.content_id, d.locale, p.id
  FROM publishing_document d
  JOIN wagtailcore_locale l ON l.language_code = d.locale
  JOIN wagtailcore_page p ON p.translation_key = d.content_id AND p.locale_id = l.id
 WHERE d.status = 'live' AND p.slug LIKE 'sample-%%'
 ORDER BY p.slug, d.locale LIMIT %s
"""
# Words that so many documents of a language hold, as one of them has them; of Chinese, pairs of characters.
_WORDS = """
WITH counted AS (
  SELECT word, split_part(word, ':', 2) AS lexeme
    FROM ts_stat(format('SELECT words FROM publishing_searchentry WHERE locale = %%L', %(locale)s::text))
   WHERE ndoc BETWEEN %(fewest)s AND %(most)s AND length(word) > length(%(locale)s::text) + 1
   ORDER BY md5(word) LIMIT %(number)s
), found AS (
  SELECT lexeme, (e.places -> lexeme ->> 0)::int AS place, e.text
    FROM counted, LATERAL (
      SELECT places, text FROM publishing_searchentry WHERE words @@ quote_literal(word)::tsquery LIMIT 1
    ) AS e
)
SELECT coalesce(
         substring(substring(text FROM place + 1)
                   FROM CASE WHEN %(locale)s::text LIKE 'zh%%' THEN '^..' ELSE '^[[:alpha:]]+' END),
         lexeme)
  FROM found
"""
# In how many documents a common word is, and a rare one.
COMMON, RARE = (500, 10**9), (1, 5)


@dataclass(slots=True)
class Scenario:
    """One kind of request: the addresses at each contender, asked in turn.

    Attributes:
        etags: entity tags by address, for requests that ask whether something has changed.
        headers: lines that each request has besides.
        documents: how many documents an answer holds, on average.
        base: the contender that the others are compared with.
    """

    name: str
    addresses: dict[Contender, list[str]]
    etags: dict[str, str] = field(default_factory=dict)
    headers: tuple[str, ...] = ()
    documents: float = 1
    base: Contender = BARE

    def requests(self, server: Server) -> list[list[str]]:
        """Return the lines of each request."""
        common = [f"Host: 127.0.0.1:{server.port}", "Accept: */*", "User-Agent: bench", *self.headers]
        return [
            [f"GET {address} HTTP/1.1", *common, *self._condition(address)]
            for address in self.addresses[server.contender]
        ]

    def _condition(self, address: str) -> list[str]:
        return [f"If-None-Match: {self.etags[address]}"] if self.etags else []


def scenarios(documents: int, ours: Server, key: str) -> list[Scenario]:
    """Ask the site for everything once, and write its answers down for the bare application.

    Args:
        documents: how many different pages and documents are asked for.
        ours: the site.
        key: a partner's key to the API.
    """
    rows = _rows(_DOCUMENTS, [documents])
    languages = sorted({locale for _path, _id, locale, _pk in rows})
    pages = [path for path, *_rest in rows]
    details = [f"/api/v1/treatments/{content_id}/?locale={locale}" for _p, content_id, locale, _k in rows]
    notebook = Notebook(ours.port)
    for address in (*pages, *details):
        notebook.ask(address)
    tags = [{address: notebook.ask_again(address) for address in some} for some in (pages, details)]
    asked = [
        Scenario("page, any of them", {OURS: pages, BARE: pages, STOCK: pages}),
        Scenario("page, often read", dict.fromkeys((OURS, BARE, CACHED), pages[:OFTEN_READ])),
        Scenario("page, 304", {OURS: pages, BARE: pages}, tags[0]),
        _of_api("API detail", details, {STOCK: [f"/api/v2/pages/{pk}/" for *_rest, pk in rows]}),
        Scenario("API detail, 304", {OURS: details, BARE: details}, tags[1]),
        Scenario(
            "API detail, with a partner's key",
            {OURS: details, BARE: details},
            headers=(f"Authorization: Bearer {key}",),
        ),
        _lists(notebook, languages),
        _search("search, common words", COMMON, notebook, languages),
        _search("search, rare words", RARE, notebook, languages),
        _snapshots(notebook, languages),
        Scenario(
            "page through nginx",
            {FRONT: pages, FILE: [file_address(number) for number in range(len(pages))]},
            base=FILE,
        ),
    ]
    notebook.save()
    return asked


def _of_api(name: str, addresses: list[str], others: dict[Contender, list[str]]) -> Scenario:
    return Scenario(name, {**dict.fromkeys((OURS, UNKEPT, BARE), addresses), **others})


def _lists(notebook: Notebook, languages: list[str]) -> Scenario:
    offsets = [
        f"/api/v2/pages/?type=treatments.TreatmentPage&locale={locale}&order=title&limit={LIST_SIZE}"
        f"&offset={LIST_SIZE * page}&fields=summary,procedure_type,hero"
        for locale in languages
        for page in range(LIST_PAGES)
    ]
    first = [f"/api/v1/treatments/?locale={locale}&limit={LIST_SIZE}" for locale in languages]
    pages = [address for start in first for address, _body in _following(notebook, start, "links", "next")]
    return _of_api(f"API list of {LIST_SIZE}", pages, {STOCK: offsets})


def _search(name: str, held_by: tuple[int, int], notebook: Notebook, languages: list[str]) -> Scenario:
    addresses = []
    for locale in languages:
        values = {"locale": locale, "fewest": held_by[0], "most": held_by[1], "number": SOUGHT}
        for (word,) in _rows(_WORDS, values):
            addresses.append(f"/api/v1/search/?{urlencode({'q': word, 'locale': locale})}")
            notebook.ask(addresses[-1])
    return _of_api(name, addresses, {})


def _snapshots(notebook: Notebook, languages: list[str]) -> Scenario:
    first = [f"/api/v1/sync/?locale={locale}" for locale in languages]
    pages = [page for start in first for page in _following(notebook, start, "next_page")]
    held = sum(len(json.loads(body)["items"]) for _address, body in pages) / len(pages)
    scenario = _of_api("sync, a snapshot", [address for address, _body in pages], {})
    scenario.documents = held
    return scenario


def _following(notebook: Notebook, address: str, *names: str) -> Iterator[tuple[str, bytes]]:
    """Yield the first pages of something that goes on at the address that each answer names."""
    for _ in range(LIST_PAGES):
        body = notebook.ask(address)
        yield address, body
        following = json.loads(body)
        for name in names:
            following = following[name]
        if following is None:
            return
        parts = urlsplit(following)
        address = f"{parts.path}?{parts.query}"


def _rows(statement: str, parameters: Sequence[object] | Mapping[str, object]) -> list[tuple[str, ...]]:
    place = str(socket_dir(prepare_home(STATE)))
    with psycopg.connect(host=place, user=database.USER, dbname=database.NAME) as connection:
        return connection.execute(statement, parameters).fetchall()
