"""Do moderators decide what is shown, with a trace of who did, and nobody else?"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from wagtail.models import ModelLogEntry

from engagement.comments.moderation import decide
from engagement.models import Comment, PageComments
from engagement.subjects import erase
from localization.permissions.roles import MODERATORS

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client: Client) -> Any:
    """Return somebody of the group that moderates, logged in."""
    user = get_user_model().objects.create_user("mod", first_name="Noor", last_name="Example")
    user.groups.add(Group.objects.get(name=MODERATORS))
    client.force_login(user)
    return user


def test_several_are_decided_at_once_and_it_is_written_down(
    client: Client, moderator: Any, comment: Callable[..., Comment]
) -> None:
    waiting = [comment(state="held", name=f"Visitor {number}") for number in range(3)]
    listed = client.get("/admin/comments/").content.decode()
    assert all(one.name in listed for one in waiting)
    ticked = [one.pk for one in waiting[:2]]
    response = client.post("/admin/comments/", {"decision": "approve", "comment": ticked})
    assert response.status_code == 302
    assert set(Comment.objects.filter(state="approved").values_list("pk", "decided_by")) == {
        (pk, moderator.pk) for pk in ticked
    }
    assert set(ModelLogEntry.objects.values_list("action", "user")) == {("engagement.approve", moderator.pk)}
    client.post("/admin/comments/?state=approved", {"decision": "reject", "comment": ticked[0]})
    assert Comment.objects.get(pk=ticked[0]).state == "rejected"
    assert "Comment rejected" in client.get(f"/admin/comments/{ticked[0]}/").content.decode()


def test_the_queue_is_looked_through_by_language_and_state(
    client: Client, moderator: Any, comment: Callable[..., Comment]
) -> None:
    comment(state="held", locale="de", name="Ines")
    comment(state="held", name="Olu")
    comment(state="spam", name="Robot")
    german = client.get("/admin/comments/?locale=de").content.decode()
    assert "Choose the comment by Ines" in german
    assert "Olu" not in german
    spam = client.get("/admin/comments/?state=spam&locale=nonsense&p=99").content.decode()
    assert "Robot" in spam
    assert "Ines" not in spam


def test_the_clinic_answers_and_approves_with_it(
    client: Client, moderator: Any, page: Any, comment: Callable[..., Comment]
) -> None:
    one = comment(state="held")
    assert "Noor Example" in client.get(f"/admin/comments/{one.pk}/").content.decode()
    assert client.post(f"/admin/comments/{one.pk}/", {"name": "Clinic", "text": ""}).status_code == 422
    client.post(f"/admin/comments/{one.pk}/", {"name": "Clinic", "text": "A little."})
    reply = Comment.objects.get(parent=one)
    assert (reply.is_staff, reply.state, reply.email) == (True, "approved", "")
    body = client.get(page.comments).content.decode()
    assert "Is it painful?" in body
    assert "A little." in body


def test_a_page_is_closed_in_all_its_languages(client: Client, moderator: Any, page: Any) -> None:
    assert page.title in client.get("/admin/comments/pages/").content.decode()
    data = {"page": page.translation_key, "openness": "closed"}
    assert client.post("/admin/comments/pages/", data).status_code == 302
    assert PageComments.objects.get().openness == "closed"
    client.post("/admin/comments/pages/", {**data, "openness": "open"})
    assert PageComments.objects.get().openness == "open"


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/admin/comments/", {"decision": "burn"}),
        ("/admin/comments/", {"decision": "approve", "comment": "x"}),
        ("/admin/comments/", {"decision": "approve", "comment": "9" * 30}),
        ("/admin/comments/pages/", {"page": "x", "openness": "open"}),
        ("/admin/comments/pages/", {"page": "00000000-0000-0000-0000-000000000001", "openness": "ajar"}),
    ],
)
def test_nonsense_is_refused(client: Client, moderator: Any, path: str, data: dict[str, str]) -> None:
    assert client.post(path, data).status_code == 400


def test_nobody_else_reads_or_decides(client: Client, comment: Callable[..., Comment]) -> None:
    one = comment(state="held")
    user = get_user_model().objects.create_user("other")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    for path in ("", "pages/", f"{one.pk}/"):
        for response in (client.get(f"/admin/comments/{path}"), client.post(f"/admin/comments/{path}")):
            assert response.status_code in {302, 403}
            assert "painful" not in response.content.decode()
    assert "/admin/comments/" not in client.get("/admin/").content.decode()
    user.user_permissions.add(
        Permission.objects.get(codename="view_comment", content_type__app_label="engagement")
    )
    client.post("/admin/comments/", {"decision": "approve", "comment": one.pk})
    assert Comment.objects.get().state == "held", "Who may read decides nothing."


def test_the_queue_costs_the_same_for_one_and_for_fifty(
    client: Client, moderator: Any, comment: Callable[..., Comment], django_assert_num_queries: Any
) -> None:
    comment(state="held")
    client.get("/admin/comments/")
    with django_assert_num_queries(30, exact=False) as one:
        client.get("/admin/comments/")
    for _number in range(49):
        comment(state="held")
    with django_assert_num_queries(len(one.captured_queries)):
        client.get("/admin/comments/")


def test_what_others_have_answered_to_is_emptied_and_no_log_names_anybody(
    moderator: Any, comment: Callable[..., Comment]
) -> None:
    first = comment(state="held")
    decide([first], "approve", moderator)
    theirs, ours = (
        comment(parent=first, email="b@example.org"),
        comment(parent=first, is_staff=True, email=""),
    )
    assert erase("ines@example.org") == 1
    first.refresh_from_db()
    assert (first.name, first.text, first.email, first.state) == ("", "", "", "rejected")
    assert set(Comment.objects.exclude(pk=first.pk)) == {theirs, ours}
    assert not [entry for entry in ModelLogEntry.objects.all() if "Ines" in entry.label]


def test_a_person_gets_their_comments_and_has_them_erased(
    comment: Callable[..., Comment], capsys: pytest.CaptureFixture[str]
) -> None:
    comment()
    comment(email="")
    call_command("data_subject", "export", "INES@example.org")
    assert [one["text"] for one in json.loads(capsys.readouterr().out)["comments"]] == ["Is it painful?"]
    call_command("data_subject", "delete", "ines@example.org")
    assert Comment.objects.count() == 1
