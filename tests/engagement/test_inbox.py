"""Do those who answer enquiries see them, and nobody else, and no longer than was promised?"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from engagement.enquiries import mails
from engagement.enquiries.sheet import safe_in_a_sheet
from engagement.enquiries.tasks import erase_what_is_over, tell
from engagement.models import Enquiry
from tests import factories

pytestmark = pytest.mark.django_db


def enquiry(**other: Any) -> Enquiry:
    """Return an enquiry that has just arrived."""
    now = timezone.now()
    values = {
        "received_at": now,
        "keep_until": now + dt.timedelta(days=180),
        "language": "de",
        "preferred_language": "ar",
        "name": "Maria Bianchi",
        "email": "maria@example.org",
        "message": "A private question",
        "consent": "Ja",
    }
    return Enquiry.objects.create(**{**values, **other})


@pytest.fixture
def staff() -> Callable[..., Any]:
    """Return a function that makes somebody with the admin and some rights on enquiries."""

    def make(*rights: str) -> Any:
        user = get_user_model().objects.create_user(f"staff-{'-'.join(rights)}")
        names = ["access_admin", *(f"{right}_enquiry" for right in rights)]
        user.user_permissions.set(Permission.objects.filter(codename__in=names))
        return user

    return make


def test_who_may_reads_and_answers(client: Client, staff: Callable[..., Any]) -> None:
    one, colleague = enquiry(), staff("view", "change")
    client.force_login(colleague)
    assert "Maria Bianchi" in client.get("/admin/enquiries/").content.decode()
    shown = client.get(f"/admin/enquiries/edit/{one.pk}/").content.decode()
    assert "A private question" in shown
    assert "العربية" in shown
    data = {"status": "done", "assignee": colleague.pk, "note": "Phoned.", "message": "Changed", "name": "X"}
    assert client.post(f"/admin/enquiries/edit/{one.pk}/", data).status_code == 302
    one.refresh_from_db()
    assert (one.status, one.assignee, one.note) == ("done", colleague, "Phoned.")
    assert (one.message, one.name) == ("A private question", "Maria Bianchi"), "What was written stays."


def test_nobody_else_sees_anything(client: Client, staff: Callable[..., Any]) -> None:
    one = enquiry()
    client.force_login(staff())
    for path in ("", f"edit/{one.pk}/", f"delete/{one.pk}/", "new/", "?export=csv"):
        response = client.get(f"/admin/enquiries/{path}")
        assert response.status_code in {302, 403, 404}, path
        assert "Maria" not in response.content.decode()
    assert "/admin/enquiries/" not in client.get("/admin/").content.decode()


def test_nobody_writes_an_enquiry_here(client: Client) -> None:
    client.force_login(get_user_model().objects.create_superuser("admin"))
    assert client.get("/admin/enquiries/new/").status_code in {302, 403}


def test_only_who_may_takes_them_away_and_no_cell_is_a_formula(
    client: Client, staff: Callable[..., Any]
) -> None:
    enquiry(name='=HYPERLINK("https://evil.example")', phone="+49 30 1", message="@SUM(1)")
    client.force_login(staff("view"))
    assert client.get("/admin/enquiries/?export=csv").status_code in {302, 403}
    client.force_login(staff("view", "export"))
    response = client.get("/admin/enquiries/?export=csv")
    row = next(csv.reader(io.StringIO(b"".join(response).decode().partition("\n")[2])))
    assert '\'=HYPERLINK("https://evil.example")' in row
    assert "'+49 30 1" in row
    assert "'@SUM(1)" in row


@pytest.mark.parametrize(
    ("value", "cell"), [("\t=1", "'\t=1"), (None, ""), (3, 3), ("a=1", "a=1"), ("-", "'-")]
)
def test_what_a_spreadsheet_would_run_is_quoted(value: object, cell: object) -> None:
    assert safe_in_a_sheet(value) == cell


def test_the_list_costs_the_same_for_one_and_for_fifty(
    client: Client, staff: Callable[..., Any], django_assert_num_queries: Any
) -> None:
    client.force_login(staff("view", "change"))
    enquiry()
    client.get("/admin/enquiries/")
    with django_assert_num_queries(12, exact=False) as one:
        client.get("/admin/enquiries/")
    for _number in range(49):
        enquiry(assignee=staff_member())
    with django_assert_num_queries(len(one.captured_queries)):
        client.get("/admin/enquiries/")


def staff_member() -> Any:
    """Return somebody new."""
    return get_user_model().objects.create_user(f"member-{get_user_model().objects.count()}")


def test_the_clinic_is_told_without_personal_data_and_the_sender_without_the_message() -> None:
    factories.organisation()
    factories.organisation("de")
    one = enquiry()
    tell.call(one.pk)
    to_sender, to_clinic = mail.outbox
    assert to_clinic.to == ["clinic@clinic.example"]
    assert f"/admin/enquiries/edit/{one.pk}/" in to_clinic.body
    assert not {"Maria", "maria@", "private"} & set(to_clinic.body.split())
    assert to_sender.to == ["maria@example.org"]
    assert "Nachricht" in to_sender.subject
    assert "private" not in to_sender.body


def test_an_address_is_written_to_once_an_hour() -> None:
    for _number in range(3):
        tell.call(enquiry(email="Victim@example.org").pk)
    assert [message.to for message in mail.outbox] == [["Victim@example.org"]]


def test_an_address_that_is_refused_does_not_get_into_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    factories.organisation()
    sent = []

    def send_mail(subject: str, body: str, sender: None, to: list[str]) -> None:
        if to == ["maria@example.org"]:
            raise SMTPRecipientsRefused({to[0]: (550, b"no such user")})
        sent.append(to)

    monkeypatch.setattr(mails, "send_mail", send_mail)
    tell.call(enquiry().pk)
    assert sent == [["clinic@clinic.example"]]
    assert "could not be sent" in caplog.text
    assert "maria@" not in caplog.text


def test_without_a_right_address_nobody_is_written_to() -> None:
    tell.call(enquiry(email="", phone="1234567").pk)
    tell.call(999_999)
    assert mail.outbox == []


def test_it_is_erased_when_its_time_is_over() -> None:
    kept, over = enquiry(), enquiry(keep_until=timezone.now() + dt.timedelta(days=1))
    assert erase_what_is_over.call() == 0
    with time_machine.travel(timezone.now() + dt.timedelta(days=2)):
        assert erase_what_is_over.call() == 1
    assert list(Enquiry.objects.all()) == [kept]
    assert not Enquiry.objects.filter(pk=over.pk).exists()


@pytest.mark.parametrize("who", ["MARIA@example.org", "+49 (30) 5556", "004930 5556"])
def test_a_person_gets_what_is_kept_and_has_it_erased(who: str, capsys: pytest.CaptureFixture[str]) -> None:
    enquiry(phone="0049-30 5556" if who.startswith("00") else "+49 30 5556")
    other = enquiry(email="other@example.org", phone="5556")
    call_command("data_subject", "export", who)
    (told,) = json.loads(capsys.readouterr().out)["enquiries"]
    assert (told["name"], told["message"]) == ("Maria Bianchi", "A private question")
    call_command("data_subject", "delete", who)
    assert "1 messages were erased" in capsys.readouterr().out
    assert list(Enquiry.objects.all()) == [other]
