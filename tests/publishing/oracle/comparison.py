"""Do documents and pages say what must be public, and nothing else?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

import orjson
from bs4 import BeautifulSoup, Tag
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from publishing.models import Document
from tests.publishing.oracle.belief import Belief, Expectation, expected

MARK = re.compile(r"\b(en|de|ar)·([a-z]+\d*(?:\.\d+)*)")
Key = tuple[str, str]


def marks_in(data: Any, code: str) -> Iterator[tuple[bool, str, str]]:
    """Give every marked text of a document: whether its part names another language, language and mark."""
    if isinstance(data, dict):
        own = data.get("language", code)
        for value in data.values():
            for marked, language, mark in marks_in(value, own):
                yield marked or own != code, language, mark
    elif isinstance(data, list):
        for value in data:
            yield from marks_in(value, code)
    elif isinstance(data, str):
        for language, mark in MARK.findall(data):
            yield False, language, mark


def compare(belief: Belief, client: Client) -> None:
    """Compare everything that can be read with what must be public."""
    public = expected(belief)
    names = {str(content.id): content.key for content in belief.contents.values()}
    stored = {
        (names.get(str(row.content_id), str(row.content_id)), row.locale): row
        for row in Document.objects.filter(status="live")
        if row.expires_at is None or row.expires_at > belief.now
    }
    assert sorted(stored) == sorted(public), "which documents are public"
    everywhere = {(code, mark) for (_key, code), wanted in public.items() for mark in wanted.may}
    for key, wanted in public.items():
        _compare_document(key, stored[key], wanted, everywhere)
    _compare_pages(belief, public, client, everywhere)


def _compare_document(key: Key, row: Document, wanted: Expectation, everywhere: set[Key]) -> None:
    code, data = key[1], orjson.loads(bytes(row.body or b"null"))
    found = list(marks_in(data, code))
    own = {mark for marked, language, mark in found if not marked and language == code}
    foreign = {(language, mark) for marked, language, mark in found if not marked and language != code}
    assert foreign == set(), f"{key}: unmarked text of another language"
    secret = {(language, mark) for _marked, language, mark in found} - everywhere
    assert secret == set(), f"{key}: text that is not public"
    assert wanted.must - own == set(), f"{key}: missing texts"
    assert own - wanted.may == set(), f"{key}: texts that do not belong here"
    assert f"·{wanted.title}" in data["title"], key
    assert (row.path, data["path"]) == (wanted.path, wanted.path), key
    assert {entry["language"] for entry in data["available_translations"]} == wanted.languages, key
    if wanted.number is not None:
        _compare_treatment(key, data, wanted)


def _compare_treatment(key: Key, data: dict[str, Any], wanted: Expectation) -> None:
    assert data["quick_facts"]["sessions"]["max"] == wanted.number, key
    assert tuple(item["id"] for item in data["sections"]["risks"]["items"]) == wanted.risks, key
    states = {kind: data["sections"][kind]["state"] for kind in ("overview", "risks")}
    assert {kind for kind, state in states.items() if state == "behind"} == wanted.behind, key
    assert (data["hero"] is not None) == wanted.picture, key


def _compare_pages(
    belief: Belief, public: dict[Key, Expectation], client: Client, everywhere: set[Key]
) -> None:
    now = {wanted.path: key for key, wanted in public.items() if wanted.path is not None}
    for path in sorted({*belief.former, *now, *_alias_paths(belief)}):
        response = client.get(path)
        assert (path, response.status_code) == (path, _status(belief, public, now, path))
        if path in now:
            text = response.content.decode()
            assert f"·{public[now[path]].title}" in text, path
            assert set(MARK.findall(text)) <= everywhere, path
            assert list(mislabelled(text)) == [], path
        elif response.status_code == 301:
            assert response["Location"] == public[belief.former[path]].path, path
    belief.former.update(now)


def mislabelled(html: str) -> Iterator[str]:
    """Give every marked text of a page that stands under the ``lang`` of another language.

    What machines read (JSON-LD, metadata) stands under the ``lang`` of the page.
    """
    soup = BeautifulSoup(html, "html.parser")
    for text in soup.find_all(string=MARK):
        yield from (mark for code, mark in MARK.findall(text) if _lang(text.parent) != code)
    for element in soup.find_all(True):
        for value in element.attrs.values():
            yield from (mark for code, mark in MARK.findall(str(value)) if _lang(element) != code)


def _lang(element: Tag | None) -> str:
    while element is not None and not element.get("lang"):
        element = element.parent
    return str(element["lang"]) if element is not None else ""


def _status(belief: Belief, public: dict[Key, Expectation], now: dict[str, Key], path: str) -> int:
    if path in now:
        return 200
    if path in _locked(belief):
        return 302
    if path not in belief.former:
        return 404
    return 301 if belief.former[path] in public else 410


def _locked(belief: Belief) -> set[str | None]:
    """Return the addresses at which a log-in is asked for."""
    return {
        belief.path(content, code)
        for content in belief.contents.values()
        for code in content.live
        if any(code in page.restricted for page in [content, *belief.above(content, code)])
    }


def _alias_paths(belief: Belief) -> set[str]:
    places = belief.aliases.values()
    return {f"{belief.path(belief.contents[parent], code)}{slug}/" for code, parent, slug in places}


def commit() -> dict[tuple[str, str], tuple[int | None, tuple[Any, ...]]]:
    """Do what a commit would do; return number and state of every document."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    rows = Document.objects.values_list("content_id", "locale", "sequence", "status", "path", "etag")
    return {(str(row[0]), row[1]): (row[2], row[3:]) for row in rows}


def assert_numbers_grow(before: dict[Any, Any], after: dict[Any, Any]) -> None:
    """Every change has a number beyond all earlier ones, and no two have the same."""
    last = max((number for number, _state in before.values()), default=0)
    numbers = [number for number, _state in after.values()]
    assert None not in numbers
    assert len(set(numbers)) == len(numbers)
    changed = [key for key in after if key not in before or before[key][1] != after[key][1]]
    assert all(after[key][0] > last for key in changed)


def assert_reconciled() -> None:
    """A fresh compile of everything finds nothing to correct."""
    output = StringIO()
    try:
        call_command("reconcile", dry_run=True, stdout=output)
    except (SystemExit, CommandError):
        raise AssertionError(output.getvalue()) from None
