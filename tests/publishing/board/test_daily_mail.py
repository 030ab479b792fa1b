"""Do translators hear of their work once a day, each piece once until it changes, at the hour that is set?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.urls import reverse

from publishing.board.models import DailyMail
from publishing.tasks import mail_translators
from tests import factories
from tests.publishing.board.conftest import say_anew, user_in

pytestmark = pytest.mark.django_db
DAY = dt.datetime(2031, 6, 2, 7, 30, tzinfo=dt.UTC)


@pytest.fixture
def translator(db: None) -> Any:
    return user_in("Translators (German)", email="german@clinic.example")


def at(moment: dt.datetime) -> list[mail.EmailMessage]:
    """Let the clock's task run at a moment; return what was sent."""
    mail.outbox.clear()
    with time_machine.travel(moment, tick=False):
        mail_translators.call()
    return list(mail.outbox)


def test_one_mail_names_the_work_and_leads_to_it(page: Any, translator: Any) -> None:
    say_anew(page, summary="Something else.")
    [sent] = at(DAY)
    assert (sent.to, sent.bcc) == ([], ["german@clinic.example"])
    assert sent.subject == "1 translation into German to do"
    german = page.get_translation(factories.locale("de"))
    address = reverse("translation_changes", args=["home.standardpage", german.pk])
    assert "About us de·one\n  Behind for" in sent.body
    assert f"https://clinic.example{address}" in sent.body
    assert "https://clinic.example/admin/translations/?language=de" in sent.body


def test_nothing_is_sent_without_work_or_before_the_hour(page: Any, translator: Any) -> None:
    assert at(DAY) == []
    say_anew(page, summary="Something else.")
    tomorrow = DAY + dt.timedelta(days=1)
    assert at(tomorrow.replace(hour=6, minute=59)) == []
    assert len(at(tomorrow.replace(hour=7, minute=0))) == 1


def test_one_mail_a_day_however_often_the_clock_ticks(page: Any, translator: Any) -> None:
    say_anew(page, summary="Something else.")
    assert len(at(DAY)) == 1
    say_anew(page, summary="And again.")
    assert at(DAY + dt.timedelta(hours=3)) == []
    assert len(at(DAY + dt.timedelta(days=1))) == 1


def test_each_piece_is_mentioned_once_until_the_original_changes_again(page: Any, translator: Any) -> None:
    say_anew(page, summary="Something else.")
    assert len(at(DAY)) == 1
    assert at(DAY + dt.timedelta(days=1)) == []
    say_anew(page, title="A new title")
    [sent] = at(DAY + dt.timedelta(days=2))
    assert "About us de·one" in sent.body


def test_a_reverted_original_is_no_work(page: Any, translator: Any) -> None:
    before = page.summary
    say_anew(page, summary="Something else.")
    say_anew(page, summary=before)
    assert at(DAY) == []


def test_what_was_sent_to_translation_is_work(translator: Any, run_tasks: Callable[[], None]) -> None:
    page = factories.standard_page(key="new")
    factories.translate(page, "de", live=False, leave_out="With sources")
    run_tasks()
    [sent] = at(DAY)
    assert "Partial: 1 of" in sent.body
    factories.translate(page, "de", live=False, leave_out="How we write")
    run_tasks()
    assert at(DAY + dt.timedelta(days=1)) == []


def test_the_hour_is_that_of_the_time_zone(page: Any, translator: Any, settings: Any) -> None:
    settings.TRANSLATION_MAIL_TIME_ZONE, settings.TRANSLATION_MAIL_HOUR = "Asia/Shanghai", 8
    say_anew(page, summary="Something else.")
    assert at(dt.datetime(2031, 6, 1, 23, 59, tzinfo=dt.UTC)) == []  # 7:59 in Shanghai
    assert len(at(dt.datetime(2031, 6, 2, 0, 0, tzinfo=dt.UTC))) == 1
    assert DailyMail.objects.get(locale="de").day == dt.date(2031, 6, 2)


def test_only_the_translators_of_the_language_who_have_an_address(page: Any, translator: Any) -> None:
    user_in("Translators (German)", username="silent", email="")
    user_in("Translators (German)", username="gone", email="gone@clinic.example", is_active=False)
    user_in("Translators (French)", username="french", email="french@clinic.example")
    user_in("Editors", username="editor", email="editor@clinic.example")
    say_anew(page, summary="Something else.")
    [sent] = at(DAY)
    assert sent.recipients() == ["german@clinic.example"]


def test_work_that_nobody_could_be_told_of_is_told_to_the_first_who_can(page: Any) -> None:
    say_anew(page, summary="Something else.")
    assert at(DAY) == []
    user_in("Translators (German)", email="late@clinic.example")
    assert len(at(DAY + dt.timedelta(days=1))) == 1


def test_a_mail_that_fails_is_tried_again(page: Any, translator: Any, settings: Any) -> None:
    say_anew(page, summary="Something else.")
    settings.EMAIL_BACKEND = "tests.publishing.board.test_daily_mail.Broken"
    with pytest.raises(ConnectionRefusedError):
        at(DAY)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert len(at(DAY + dt.timedelta(minutes=10))) == 1


class Broken:
    """A mail server that is away."""

    def __init__(self, **options: Any) -> None:
        pass

    def send_messages(self, messages: Any) -> int:
        raise ConnectionRefusedError
