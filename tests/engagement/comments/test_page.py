"""Is what was said under a page shown when somebody has approved it, and gone when the page is?"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from engagement.comments.tasks import forget_addresses, tell_moderators
from engagement.models import Comment, CommentSettings, PageComments
from publishing.caching import KEEP
from tests import factories
from tests.engagement.form import FROM_HERE, solution

pytestmark = pytest.mark.django_db

FILLED_IN = {"name": "Ines", "email": "ines@example.org", "text": "Is it painful?"}


def shown(client: Client, path: str) -> list[str]:
    """Return the ids of the comments on a page, in order."""
    page = BeautifulSoup(client.get(path).content, "html.parser")
    return [str(article["id"]).removeprefix("comment-") for article in page.select(".comment[role=article]")]


def test_a_comment_waits_until_it_is_approved(client: Client, page: Any) -> None:
    response = client.post(page.comments, FILLED_IN, headers=FROM_HERE)
    assert (response.status_code, response["Location"]) == (303, f"{page.comments}?sent=1#comments")
    thanks = client.get(f"{page.comments}?sent=1")
    assert "Thank you" in thanks.content.decode()
    assert not thanks.cookies
    one = Comment.objects.get()
    assert (one.state, one.about, one.locale, one.suspicions) == ("held", page.title, "en", ["no-work"])
    assert shown(client, page.comments) == []

    Comment.objects.update(state="approved")
    assert shown(client, page.comments) == [str(one.pk)]
    assert "ines@example.org" not in client.get(page.comments).content.decode()


def test_it_is_kept_no_longer_than_a_page(client: Client, page: Any) -> None:
    assert client.get(page.comments)["Cache-Control"] == f"public, max-age={KEEP}"


def test_who_has_worked_is_no_suspect(client: Client, page: Any) -> None:
    proof = solution(client)
    with time_machine.travel(timezone.now() + dt.timedelta(seconds=30), tick=False):
        client.post(page.comments, {**FILLED_IN, "altcha": proof}, headers=FROM_HERE)
    assert Comment.objects.get().suspicions == []


def test_threads_are_one_level_deep(client: Client, page: Any, comment: Callable[..., Comment]) -> None:
    first, second = comment(), comment(name="Olu")
    reply = comment(parent=first, is_staff=True, name="Dr Example")
    assert shown(client, page.comments) == [str(one.pk) for one in (first, reply, second)]
    asked = client.get(f"{page.comments}?reply={first.pk}").content.decode()
    assert f'name="parent" value="{first.pk}"' in asked
    client.post(page.comments, {**FILLED_IN, "parent": first.pk}, headers=FROM_HERE)
    assert Comment.objects.latest("pk").parent == first
    for wrong in (str(reply.pk), "x", "9" * 30, "99999999"):
        client.cookies.clear()
        assert f'value="{reply.pk}"' not in client.get(f"{page.comments}?reply={wrong}").content.decode()


def test_comments_stay_in_their_language(client: Client, page: Any, comment: Callable[..., Comment]) -> None:
    comment(locale="de")
    assert shown(client, page.comments) == []


def test_the_time_is_one_that_programs_can_read_in_every_language(
    client: Client, settings: Settings, comment: Callable[..., Comment]
) -> None:
    settings.COMMENTED_TYPES = ("page",)
    page = factories.standard_page_in("de")[0]
    one = comment(content_id=page.translation_key, locale="de")
    said = BeautifulSoup(client.get(f"/de/comments/{page.translation_key}/").content, "html.parser").time
    assert said is not None
    assert dt.datetime.fromisoformat(str(said["datetime"])) == one.received_at.replace(microsecond=0)


@pytest.mark.parametrize("field", ["name", "text"])
def test_a_mistake_loses_nothing(client: Client, page: Any, field: str) -> None:
    response = client.post(page.comments, {**FILLED_IN, field: ""}, headers=FROM_HERE)
    assert (response.status_code, response["Cache-Control"]) == (422, "no-store")
    document = BeautifulSoup(response.content, "html.parser")
    assert [link["href"] for link in document.select(".form-errors a")] == [f"#id_{field}"]
    kept = "Ines" if field == "text" else "Is it painful?"
    assert kept in response.content.decode()
    assert not Comment.objects.exists()


def test_another_site_cannot_send_one_and_spam_waits_apart(client: Client, page: Any) -> None:
    assert (
        client.post(page.comments, FILLED_IN, headers={"origin": "https://evil.example"}).status_code == 403
    )
    client.post(page.comments, {**FILLED_IN, "website": "http://a.b"}, headers=FROM_HERE)
    assert Comment.objects.get().state == "spam"
    client.post(page.comments, {**FILLED_IN, "text": "http://a.b http://c.d"}, headers=FROM_HERE)
    assert Comment.objects.latest("pk").state == "held"
    assert "links" in Comment.objects.latest("pk").suspicions


def test_what_is_written_is_text_and_nothing_else(
    client: Client, page: Any, comment: Callable[..., Comment]
) -> None:
    comment(name="<b>x</b>", text="<script>alert(1)</script>\n\nSecond")
    body = client.get(page.comments).content.decode()
    assert "<script>alert" not in body
    assert "<b>x" not in body
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in body


@pytest.mark.parametrize("openness", ["closed", "off"])
@pytest.mark.parametrize("by", ["site", "page"])
def test_comments_are_closed_or_off_by_site_and_by_page(
    client: Client, page: Any, comment: Callable[..., Comment], openness: str, by: str
) -> None:
    one = comment()
    if by == "site":
        CommentSettings.objects.update_or_create(defaults={"openness": openness})
    else:
        PageComments.objects.create(content_id=page.translation_key, openness=openness)
    assert shown(client, page.comments) == ([str(one.pk)] if openness == "closed" else [])
    assert client.get(page.comments).status_code == (200 if openness == "closed" else 404)
    response = client.post(page.comments, {**FILLED_IN, "text": "Too late?"}, headers=FROM_HERE)
    assert response.status_code == 409
    assert "Too late?" in response.content.decode()
    assert Comment.objects.count() == 1


def test_comments_close_by_themselves(client: Client, page: Any) -> None:
    with time_machine.travel(timezone.now() + dt.timedelta(days=366)):
        assert client.post(page.comments, FILLED_IN, headers=FROM_HERE).status_code == 409
        CommentSettings.objects.update_or_create(defaults={"close_after_days": 0})
        assert client.post(page.comments, FILLED_IN, headers=FROM_HERE).status_code == 303


def test_an_edit_or_a_translation_opens_them_no_longer(
    client: Client, settings: Settings, page: Any, comment: Callable[..., Comment]
) -> None:
    """The days are counted from when the content was first published, in whichever language that was."""
    written = timezone.now()
    with time_machine.travel(written + dt.timedelta(days=200), tick=False):
        page.title = "Said better"
        page.save_revision().publish()
        factories.translate(page, "de")
    german = page.comments.replace("/en/", "/de/")
    with time_machine.travel(written + dt.timedelta(days=364), tick=False):
        assert client.post(page.comments, FILLED_IN, headers=FROM_HERE).status_code == 303
    with time_machine.travel(written + dt.timedelta(days=366), tick=False):
        for address in (page.comments, german):
            assert client.post(address, FILLED_IN, headers=FROM_HERE).status_code == 409


def test_under_what_is_gone_nothing_is_said(
    client: Client, page: Any, comment: Callable[..., Comment]
) -> None:
    comment()
    path = page.url
    page.unpublish()
    assert client.get(page.comments)["Location"] == path
    assert client.post(page.comments, FILLED_IN, headers=FROM_HERE)["Location"] == path
    assert client.get(path).status_code == 410
    assert client.get(f"/en/comments/{uuid.UUID(int=5)}/").status_code == 404


def test_a_page_that_takes_none_has_none(client: Client, page: Any) -> None:
    home = factories.home()
    assert client.get(f"/en/comments/{home.translation_key}/").status_code == 404


def test_fifty_cost_what_one_costs(
    client: Client, page: Any, comment: Callable[..., Comment], django_assert_num_queries: Any
) -> None:
    first = comment()
    client.get(page.comments)
    with django_assert_num_queries(4):
        client.get(page.comments)
    for _number in range(49):
        comment(parent=first)
    with django_assert_num_queries(4):
        client.get(page.comments)


def test_moderators_get_one_mail_that_names_nobody() -> None:
    factories.organisation()
    assert [tell_moderators.call() for _number in range(3)] == [True, False, False]
    (message,) = mail.outbox
    assert message.to == ["clinic@clinic.example"]
    assert "/admin/comments/" in message.body


def test_addresses_and_what_was_refused_are_erased_in_time(comment: Callable[..., Comment]) -> None:
    old = timezone.now() - dt.timedelta(days=200)
    stays, young = comment(received_at=old), comment()
    comment(state="rejected", received_at=old)
    comment(state="spam", received_at=old)
    assert forget_addresses.call() == 5
    assert list(Comment.objects.values_list("pk", "email").order_by("pk")) == [
        (stays.pk, ""),
        (young.pk, "ines@example.org"),
    ]
