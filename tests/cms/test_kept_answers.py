"""Is what is kept true, everybody's, and given for as long as promised while PostgreSQL is away?"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import PageViewRestriction

from cms import kept_answers
from cms.kept_answers import KeptAnswers, may_be_kept, name_of
from publishing.answers import PublicAnswer
from publishing.changes import LOOK, Changes
from publishing.models import Document, Status
from tests import factories
from tests.cms.closing import Door, door


class Clock:
    """Seconds that pass when a test says so."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Keep answers, by a clock of the test's own."""
    clock = Clock()
    settings.ANSWERS_AT_HAND_MB = 8
    monkeypatch.setattr(kept_answers, "Changes", lambda: Changes(clock))
    return clock


@pytest.fixture
def postgresql(committed_db: None) -> Iterator[Door]:
    """Yield the door through which this process reaches its database."""
    host = connection.settings_dict["HOST"]
    with tempfile.TemporaryDirectory() as folder, door(Path(folder), host) as between:
        connection.close()
        connection.settings_dict["HOST"] = folder
        yield between
        connection.close()
        connection.settings_dict["HOST"] = host


@pytest.fixture
def reader(clock: Clock) -> Client:
    """Return a client that is given the 500 page as readers are."""
    return Client(raise_request_exception=False)


def document(**values: Any) -> Document:
    """Return a committed document of a page, with a body that only the API can read."""
    content_id = uuid4()
    given = {
        "locale": "en",
        "type": "page",
        "title": "A page",
        "path": f"/en/{content_id}/",
        "body": b'{"id":"%s"}' % str(content_id).encode(),
        "etag": str(content_id),
        "card": {"id": str(content_id)},
        "first_published_at": timezone.now(),
        "updated_at": timezone.now(),
    }
    return Document.objects.create(content_id=content_id, **{**given, **values})


def api(one: Document | UUID) -> str:
    content_id = one if isinstance(one, UUID) else one.content_id
    return f"/api/v1/pages/{content_id}/?locale=en"


def bury(one: Document) -> None:
    """Take a document down as the store does."""
    change(one, status=Status.GONE, body=None, gone_reason="recalled", path=None)


def change(one: Document, **values: Any) -> None:
    """Change a document as the store does: the trigger gives it a number."""
    Document.objects.filter(pk=one.pk).update(sequence=None, **values)


def test_readers_are_answered_while_the_database_is_away(
    postgresql: Door, reader: Client, clock: Clock
) -> None:
    """One long outage, since a database in which a test commits takes seconds to clear."""
    page, recalled, ends = factories.standard_page(), document(), document()
    now = timezone.now().replace(microsecond=0)
    change(ends, valid_until=now + dt.timedelta(seconds=45))
    addresses = (page.url, api(page.translation_key))
    with time_machine.travel(now, tick=False) as traveller:
        before = {address: reader.get(address) for address in addresses}
        assert {reader.get(api(one)).status_code for one in (recalled, ends)} == {200}
        bury(recalled)
        clock.now += LOOK
        # Asking for anything is enough to see it; what was recalled need not have been asked for.
        reader.get(api(ends))
        unasked = document()
        postgresql.shut()

        clock.now += 30
        traveller.shift(30)
        _are_given(reader, before)
        # What nobody has asked for before is not there, and nobody pretends that it does not exist.
        assert reader.get(api(unasked)).status_code == 500
        assert reader.get(api(recalled)).status_code == 500
        assert reader.get(api(ends))["Cache-Control"] == "public, max-age=1, stale-if-error=14"
        traveller.shift(15)
        assert reader.get(api(ends)).status_code == 500

        clock.now += 569.9
        assert reader.get(addresses[0]).status_code == 200
        clock.now += 0.1
        assert {address: reader.get(address).status_code for address in addresses} == dict.fromkeys(
            addresses, 500
        )
        postgresql.open()
        clock.now += LOOK
        assert reader.get(api(recalled)).status_code == 410
        for address, known in before.items():
            given = reader.get(address)
            assert (given.status_code, given.content) == (200, known.content)
            assert "Age" not in given


def _are_given(reader: Client, before: dict[str, Any]) -> None:
    """Ask for what was answered before the database went away, 30 seconds ago."""
    for address, known in before.items():
        given = reader.get(address)
        assert (given.status_code, given.content) == (200, known.content)
        assert given["ETag"] == known["ETag"]
        assert given["Age"] == "30"
        assert given["Cache-Status"] == 'Polyclinic; hit; ttl=-30; detail="database away"'
        assert given["Cache-Control"] == "public, max-age=1, stale-if-error=569"
        unchanged = reader.get(address, headers={"if-none-match": known["ETag"]})
        assert (unchanged.status_code, unchanged.content, unchanged["Age"]) == (304, b"", "30")
        assert "Content-Type" not in unchanged
        assert "Content-Language" not in unchanged


def test_an_answer_is_made_anew_when_what_it_was_made_from_has_changed(
    reader: Client, clock: Clock, commit: Callable[[], None]
) -> None:
    one, other = document(), document()
    commit()
    listing = "/api/v1/pages/?locale=en"
    for address in (api(one), api(other), listing):
        reader.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert reader.get(api(one)).json() == {"id": str(one.content_id)}
        assert reader.get(listing).json()["count"] == 2
    assert len(asked) == 0
    change(one, body=b'{"new":true}', etag="new")
    commit()
    # Within the quarter of a second nobody looks.
    assert "id" in reader.get(api(one)).json()
    clock.now += LOOK
    with CaptureQueriesContext(connection) as asked:
        assert reader.get(api(other)).status_code == 200
    assert len(asked) == 1
    with CaptureQueriesContext(connection) as asked:
        fresh = reader.get(api(one), headers={"if-none-match": '"another"'})
        assert fresh.json() == {"new": True}
    assert len(asked) == 1
    bury(other)
    commit()
    clock.now += LOOK
    assert reader.get(api(other)).status_code == 410
    assert reader.get(listing).json()["count"] == 1
    unchanged = reader.get(api(one), headers={"if-none-match": fresh["ETag"]})
    assert (unchanged.status_code, unchanged["ETag"]) == (304, fresh["ETag"])


def test_a_path_belongs_to_whoever_has_taken_it_and_a_page_to_its_frame(
    clock: Clock, commit: Callable[[], None]
) -> None:
    changes = Changes(clock)
    changes.look()
    start = changes.position
    page = document(locale="de")
    menu = document(type="navigation", locale="en", path=None)
    commit()
    clock.now += LOOK
    changes.look()
    names = {
        f"content:{page.content_id}": True,
        f"path:{page.path}": True,
        "type:page:de": True,
        "type:page:en": False,
        "frame:en": True,
        "frame:de": False,
        f"content:{menu.content_id}": True,
        f"content:{uuid4()}": False,
    }
    assert {name: changes.since(start, [name]) for name in names} == names
    assert changes.since(start, [])
    assert not changes.since(changes.position, [*names])
    # After a restore the same numbers stand for other changes.
    Document.objects.all().delete()
    clock.now += LOOK
    changes.look()
    assert changes.since(start, [f"content:{uuid4()}"])


def test_reading_what_is_kept_counts_like_any_reading(
    reader: Client, clock: Clock, commit: Callable[[], None], settings: Settings
) -> None:
    one = document()
    commit()
    settings.API_ANONYMOUS_PER_MINUTE = 3
    with time_machine.travel("2026-05-01T12:00:10Z", tick=False):
        assert [reader.get(api(one)).status_code for _ in range(4)] == [200, 200, 200, 429]
        refused = reader.get(api(one))
        assert refused["Retry-After"] == "50"
        assert refused["X-Frame-Options"] == "DENY"
        # Documentation is open to all, and pages are no part of the API.
        assert {reader.get("/api/v1/docs/").status_code for _ in range(4)} == {200}
        assert {reader.get("/en/nothing/").status_code for _ in range(4)} == {404}


@pytest.mark.django_db
def test_nothing_behind_a_log_in_is_kept(reader: Client, clock: Clock, admin_user: Any) -> None:
    page = factories.standard_page()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    member = Client()
    member.force_login(admin_user)
    assert member.get(page.url).status_code == 200
    assert reader.get(page.url).status_code == 302


def test_everything_that_an_answer_depends_on_is_in_its_name() -> None:
    ask = RequestFactory()
    address = "/api/v1/pages/"
    plain = name_of(ask.get(address))
    assert plain is not None
    others = [
        ask.get(address + "?limit=1"),
        ask.get(address, headers={"accept-language": "de"}),
        ask.get(address, headers={"accept": "text/html"}),
        ask.get(address, headers={"accept-encoding": "br"}),
        ask.get(address, headers={"host": "another.example"}),
        ask.get(address, headers={"origin": "https://another.example"}),
        ask.get("/en/pages/"),
        # Not a language that the address says.
        ask.get("/api/v1/search/?q=locale=de", headers={"accept-language": "de"}),
        ask.get("/api/v1/search/?q=locale=de", headers={"accept-language": "ar"}),
    ]
    names = {plain, *map(name_of, others)}
    assert len(names) == len(others) + 1
    assert None not in names
    same = [
        ask.head(address),
        ask.get(address, headers={"accept-encoding": "gzip;q=0"}),
        ask.get(address, headers={"cookie": "sessionid=1"}),
    ]
    assert {plain} == set(map(name_of, same))
    says = [ask.get(address + "?locale=en", headers={"accept-language": code}) for code in ("de", "ar")]
    assert len(set(map(name_of, says))) == 1
    passed = [
        ask.get(address, headers={"authorization": "Bearer x"}),
        ask.post(address),
        ask.get("/admin/"),
        ask.get("/health/live/"),
        ask.get("/static/x.css"),
    ]
    assert set(map(name_of, passed)) == {None}


def test_only_what_is_everybodys_is_kept() -> None:
    name = name_of(RequestFactory().get("/api/v1/pages/?locale=en"))
    assert name is not None

    def public(**headers: str) -> PublicAnswer:
        given = {"ETag": '"1"', "Cache-Control": "public, max-age=5", "Vary": "Accept-Encoding"}
        return PublicAnswer(
            b"x", headers=given | {key.replace("_", "-"): text for key, text in headers.items()}
        )

    assert may_be_kept(public(), name)
    with_cookie, large = public(), public()
    with_cookie.set_cookie("who", "me")
    large.content = b"x" * (kept_answers.LARGEST + 1)
    for somebodys in (
        public(Cache_Control="private, no-store"),
        public(RateLimit="limit=10"),
        public(Vary="Accept-Encoding, Cookie"),
        public(Vary="Accept-Encoding, Accept-Language"),
        with_cookie,
        large,
    ):
        assert not may_be_kept(somebodys, name)


def test_it_can_be_switched_off(client: Client, settings: Settings) -> None:
    settings.ANSWERS_AT_HAND_MB = 0
    with pytest.raises(MiddlewareNotUsed):
        KeptAnswers(lambda request: PublicAnswer())


@pytest.mark.django_db
def test_what_is_given_from_memory_counts_like_any_answer_of_the_api(
    reader: Client, settings: Settings
) -> None:
    settings.API_ANONYMOUS_PER_MINUTE = 3
    one = api(document())
    with time_machine.travel("2026-04-01T12:00:00Z", tick=False):
        made = reader.get(one)
        with CaptureQueriesContext(connection) as captured:
            assert [reader.get(one).content for _ in range(2)] == [made.content] * 2
        assert not [query for query in captured if "body" in query["sql"]]
        refused = reader.get(one)
    assert (refused.status_code, refused["Retry-After"]) == (429, "60")
