"""Does the guide to the API work as it stands: every curl and Python example, and what it says comes back?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from django.conf import settings
from django.db import connection

from delivery.drafts.links import give
from delivery.drafts.tokens import token_of
from delivery.problems import PROBLEMS
from publishing.recall.act import recall
from tests import factories
from tests.clients.curl import curl
from tests.clients.examples import check_answer, differences, examples
from tests.delivery.conftest import TREATMENT
from tests.delivery.keys import Issue

FOLDER = settings.BASE_DIR / "docs" / "api"
# What these need has tests of its own: an endpoint, an empty store.
ELSEWHERE = {"webhooks.md"}
PYTHON_ELSEWHERE = {"offline-client.md"}
PAGES = sorted(path.name for path in FOLDER.glob("*.md") if path.name not in ELSEWHERE)
SITE = "http://localhost:8000"


def a_draft() -> dict[str, str]:
    """Make a draft, and return how the guide calls it."""
    page = factories.standard_page()
    draft = page.get_latest_revision_as_object()
    draft.title = "A draft"
    draft.save_revision()
    page.refresh_from_db()
    return {"CONTENT": str(page.translation_key), "TOKEN": token_of(give(page, None).key)}


def a_recall(issued: Issue) -> dict[str, str]:
    """Recall a page for which somebody had a key."""
    page = factories.standard_page_in("de")[0]
    key = issued()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # documents are numbered as by a commit
        made = recall(page.translation_key, kind="gone", explanations={"en": "A number was wrong."})
    return {"KEY": key.text, "RECALL": str(made.pk)}


@pytest.fixture
def content(request: pytest.FixtureRequest) -> dict[str, str]:
    """Make what a page of the guide speaks of; return the values of the variables in its examples."""
    page = request.getfixturevalue("page")
    if page == "preview.md":
        return a_draft()
    if page == "partners.md":
        return a_recall(request.getfixturevalue("issued"))
    request.getfixturevalue("library")
    return {"TREATMENT": str(TREATMENT)}


@pytest.mark.parametrize("page", PAGES)
def test_examples(
    page: str,
    http: httpx.Client,
    content: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    variables = {"SITE": str(http.base_url).rstrip("/"), **content}
    monkeypatch.setattr(httpx, "Client", lambda base_url, **others: opened(http, **others))
    known: dict[str, Any] = {}
    for example in examples(FOLDER / page):
        if example.kind == "sh":
            for line in filter(None, example.code.splitlines()):
                run(line, example, http, variables)
        elif page not in PYTHON_ELSEWHERE:
            exec(compile(example.code, page, "exec"), known)
            printed = capsys.readouterr().out
            assert printed == example.expected.get("text", printed)


def run(line: str, example: Any, http: httpx.Client, variables: dict[str, str]) -> None:
    """Run one line of an example; an ETag is the one of the answer before."""
    assigned = re.match(r"(\w+)=", line)
    if assigned is not None:
        assert assigned[1] in variables, f"{line}: the test has no value for it"
        return
    filled = re.sub(r"\$(\w+)", lambda name: variables[name[1]], line)
    answer = curl(http, filled.replace("treatments/mesotherapy/", "treatments/treatment-meso/"))
    variables["ETAG"] = answer.headers.get("ETag", "").replace('"', '\\"')
    if line == example.code.splitlines()[-1]:
        check_answer(example, answer)


def opened(http: httpx.Client, **others: Any) -> httpx.Client:
    """Return the client that reaches the site of the tests, with the hooks of an example."""
    http.event_hooks = others.get("event_hooks", {})
    return http


def test_the_table_of_errors_has_every_problem() -> None:
    page = (FOLDER / "errors.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d{3}) \| `(\w+)` \| (.*) \|$", page, re.MULTILINE)
    told = {(int(status), code): re.findall(r"`([a-z_]+)`", members) for status, code, members in rows}
    assert told == {(one.status, one.code): list(one.further) for one in PROBLEMS}


def test_links_between_the_pages_lead_somewhere() -> None:
    for path in FOLDER.glob("*.md"):
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            assert Path(path.parent, link).exists(), f"{path.name}: {link}"


def test_what_the_guide_tells_is_really_compared() -> None:
    given = {"a": 1, "b": [{"c": "x", "d": None}], "e": True}
    assert differences({"a": 2, "b": [{"c": "…", "d": "maybe"}], "…": "…"}, given) == [
        "$.b[0].d: 'maybe' told, nothing given"
    ]
    assert differences({"f": 1}, given) == ["$.f is missing"]
    assert differences({"a": "1"}, given) == ["$.a: '1' told, 1 given"]
    assert differences({"e": False}, given) == ["$.e: False told, True given"]
    assert differences({"b": {}}, given) == ["$.b: {} told, [{'c': 'x', 'd': None}] given"]
