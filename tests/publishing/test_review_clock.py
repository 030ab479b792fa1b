"""Does a review end when it is due, on every channel, without anybody's act?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from localization.review.models import ReviewSignature
from publishing.models import Document
from publishing.refresh import refresh
from tests import factories
from tests.localization.review_steps import address, browser, edit, press, reviewer
from tests.publishing.test_queries import multiply

pytestmark = pytest.mark.django_db
SIGNED = dt.datetime(2026, 3, 5, 9, tzinfo=dt.UTC)
# Risks are due after twelve months, everything else after two years.
DUE = dt.datetime(2027, 3, 5, 9, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def page() -> Iterator[Any]:
    """A treatment that was signed at ``SIGNED``, in English."""
    with time_machine.travel(SIGNED, tick=False):
        made = factories.treatment()
        press(browser(reviewer()), made, "sign")
        yield made


def api(client: Client, page: Any) -> Any:
    """Return the answer of the API about a page."""
    return client.get(f"/api/v1/treatments/{page.translation_key}/", {"locale": "en"})


def says_so(client: Client, page: Any) -> set[bool]:
    """Return whether page, API and structured data claim a review: one answer if they agree."""
    html = client.get(page.url).content.decode()
    found = api(client, page).json()
    return {
        "Medically reviewed" in html,
        '"lastReviewed"' in html,
        "lastReviewed" in found["json_ld"]["@graph"][0],
        bool(found["reviewers"]),
        found["dates"]["last_reviewed"] is not None,
        found["sections"]["risks"]["reviewed"] is not None,
    }


def lifetimes(response: Any) -> list[int]:
    """Return the seconds that caches may give an answer: fresh, while revalidating, when we do not answer."""
    found = dict(re.findall(r"([a-z-]+)=(\d+)", response["Cache-Control"]))
    keep = int(found["max-age"])
    return [keep, keep + int(found["stale-while-revalidate"]), keep + int(found["stale-if-error"])]


def test_it_ends_at_the_second_it_is_due_and_nothing_is_saved(client: Client, page: Any) -> None:
    assert says_so(client, page) == {True}
    found = api(client, page).json()
    assert found["dates"]["last_reviewed"] == "2026-03-05T09:00:00Z"
    assert found["dates"]["review_due"] == found["valid_until"] == "2027-03-05T09:00:00Z"
    with time_machine.travel(DUE - SECOND, tick=False):
        assert says_so(client, page) == {True}
    signatures = ReviewSignature.objects.count()
    with time_machine.travel(DUE, tick=False):
        assert says_so(client, page) == {False}
        assert api(client, page).json()["sections"]["process"]["reviewed"] is not None
        assert api(client, page).json()["valid_until"] == "2028-03-05T09:00:00Z"
    with time_machine.travel(DUE + SECOND, tick=False):
        assert says_so(client, page) == {False}
    assert ReviewSignature.objects.count() == signatures


def test_the_board_tells_how_the_review_stands_by_the_clock(page: Any) -> None:
    factories.translate(page, "de")
    somebody = get_user_model().objects.create_superuser("editor")
    words = browser(somebody).get(reverse("translation_board")).content.decode()
    assert "Reviewed" in words
    assert "Not reviewed" in words  # the German, which nobody has signed
    assert "Review overdue" not in words
    with time_machine.travel(DUE, tick=False):
        assert "Review overdue" in browser(somebody).get(reverse("translation_board")).content.decode()


def test_nobody_is_said_to_have_reviewed_a_mixture_of_languages(client: Client, page: Any) -> None:
    factories.translate(page, "de")
    german = page.get_translation(factories.locale("de"))
    press(browser(reviewer("second")), german, "sign")
    url = f"/api/v1/treatments/{page.translation_key}/?locale=de"
    assert client.get(url).json()["sections"]["risks"]["reviewed"] is not None
    edit(page, "risks", "Bruising", "Large bruises")
    sections = client.get(url).json()["sections"]
    assert any(item.get("language") == "en" for item in sections["risks"]["items"])
    assert sections["risks"]["reviewed"] is None
    assert sections["process"]["reviewed"] is not None
    assert client.get(url).json()["dates"]["last_reviewed"] is None


@pytest.mark.parametrize("left", [1, 3, 7, 60])
def test_no_cache_may_give_the_claim_after_it_has_ended(client: Client, page: Any, left: int) -> None:
    with time_machine.travel(DUE - left * SECOND, tick=False):
        for response in (client.get(page.url), api(client, page)):
            assert max(lifetimes(response)) <= left
    with time_machine.travel(DUE, tick=False):
        assert max(lifetimes(client.get(page.url))) > 60


def test_a_copy_from_before_is_not_confirmed_after(client: Client, page: Any) -> None:
    before = {"page": client.get(page.url)["ETag"], "api": api(client, page)["ETag"]}
    with time_machine.travel(DUE, tick=False):
        assert client.get(page.url, headers={"If-None-Match": before["page"]}).status_code == 200
        url = f"/api/v1/treatments/{page.translation_key}/?locale=en"
        assert client.get(url, headers={"If-None-Match": before["api"]}).status_code == 200


def test_the_clock_tells_those_who_synchronise(page: Any, run_tasks: Callable[[], None]) -> None:
    from publishing.tasks import refresh_due

    before = Document.objects.get(content_id=page.translation_key)
    with time_machine.travel(DUE, tick=False):
        refresh_due.enqueue()
        run_tasks()
    after = Document.objects.get(content_id=page.translation_key)
    assert after.etag != before.etag
    assert (after.review_state, after.updated_at) == ("overdue", before.updated_at)


def test_a_page_whose_review_ends_stays_in_the_lists(client: Client, page: Any) -> None:
    with time_machine.travel(DUE, tick=False):
        listed = client.get("/api/v1/treatments/", {"locale": "en"}).json()
    assert [card["id"] for card in listed["results"]] == [str(page.translation_key)]


def statements(step: Callable[[], Any]) -> list[str]:
    """Return the statements that a step sends to the database."""
    with CaptureQueriesContext(connection) as captured:
        step()
    return [query["sql"] for query in captured]


def test_reviews_cost_a_compile_one_query_for_all_languages() -> None:
    doctor = factories.person(key="doc")
    page = factories.treatment(authors=[{"type": "person", "value": doctor.pk, "id": "a" * 32}])
    rows = [page, factories.translate(page, "de"), factories.translate(page, "ar")]
    unsigned = statements(lambda: refresh(page.translation_key))
    client = browser(reviewer(person=doctor))
    for row in rows:
        press(client, row, "sign")
    signed = statements(lambda: refresh(page.translation_key))
    assert len([sql for sql in signed if "reviewsignature" in sql]) == 1
    assert len(signed) == len(unsigned)


def test_the_list_costs_the_same_for_many() -> None:
    page = factories.treatment()
    client = browser(reviewer())
    client.get("/admin/review/")
    alone = statements(lambda: client.get("/admin/review/"))
    multiply(page, 40)
    assert client.get("/admin/review/").content.decode().count("/admin/review/") > 40
    assert len(statements(lambda: client.get("/admin/review/"))) == len(alone)


def test_drafts_have_a_list_that_costs_the_same_for_many() -> None:
    client = browser(reviewer(codes=("en",)))
    public = factories.treatment()
    german = factories.translate(public, "de", live=False)
    first = factories.treatment(live=False)
    first.save_revision()
    url = "/admin/review/drafts/"
    client.get(url)
    alone = statements(lambda: client.get(url))
    for _ in range(3):
        factories.treatment(live=False).save_revision()
    assert len(statements(lambda: client.get(url))) == len(alone)
    listed = client.get(url).content.decode()
    assert address(first) in listed
    assert address(public) not in listed
    assert address(german) not in listed


def test_the_list_has_what_is_void_overdue_missing_or_due_soon(page: Any) -> None:
    client = browser(reviewer("second"))

    def listed(query: str = "") -> str:
        return client.get(f"/admin/review/{query}").content.decode()

    assert page.title not in listed()
    for days, words in ((-31, None), (-29, "Due soon"), (0, "Overdue")):
        with time_machine.travel(DUE + dt.timedelta(days=days), tick=False):
            client.force_login(reviewer(f"at{days}"))
            assert (page.title in listed()) is (words is not None)
            assert words is None or words in listed()
    missing = factories.treatment()
    client.force_login(reviewer("fourth"))
    assert missing.title in listed("?standing=missing&locale=en")
    assert missing.title not in listed("?standing=overdue")
    assert missing.title not in listed("?locale=de")
