"""How do translators hear that there is work, without looking? By one mail a day for each language.

It names what is behind or incomplete, each once: again only after the original has changed again. It goes
out at the first tick of the clock after the hour of the settings, and only if there is something to say.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.coreutils import get_content_languages

from localization.changes.links import changes_url
from localization.languages import all_languages
from publishing.board.cells import label_of, unfinished_sections
from publishing.board.models import DailyMail, Standing, State
from publishing.board.panels import board_url
from publishing.published_types import published_types


def send_due(now: dt.datetime) -> int:
    """Send what is due at ``now`` and was not sent today; return the number of mails.

    A mail that cannot be handed over is tried again at the next tick, language by language.
    """
    here = now.astimezone(ZoneInfo(settings.TRANSLATION_MAIL_TIME_ZONE))
    if here.hour < settings.TRANSLATION_MAIL_HOUR:
        return 0
    codes = [language.code for language in all_languages()]
    with translation.override(settings.LANGUAGE_CODE):
        return sum(_send(code, here.date()) for code in codes)


@transaction.atomic
def _send(code: str, day: dt.date) -> bool:
    _mail, first_today = DailyMail.objects.get_or_create(locale=code, day=day)
    work, readers = list(work_in(code)), addresses(code)
    if not (first_today and work and readers):
        return False
    Standing.objects.filter(pk__in=[row.pk for row in work]).update(mentioned=F("basis"))
    language = get_content_languages()[code]
    subject = ngettext(
        "%(count)d translation into %(language)s to do",
        "%(count)d translations into %(language)s to do",
        len(work),
    ) % {"count": len(work), "language": language}
    # The addresses are nobody else's business; and one message goes out whole or not at all.
    EmailMessage(subject, _body(code, work), settings.DEFAULT_FROM_EMAIL, bcc=readers).send()
    return True


def work_in(code: str) -> QuerySet[Standing]:
    """Return what is behind or incomplete in a language and has not been mentioned, the oldest first."""
    rows = Standing.objects.filter(locale=code, state__in=(State.BEHIND, State.PARTIAL), is_source=False)
    return rows.exclude(mentioned=F("basis")).order_by(F("behind_since").asc(nulls_last=True), "title", "pk")


def addresses(code: str) -> list[str]:
    """Return where the translators of a language are reached: who is in a group that is limited to it."""
    users = get_user_model().objects.filter(is_active=True, groups__languages__language=code)
    return sorted(set(users.exclude(email="").values_list("email", flat=True)))


def _body(code: str, work: list[Standing]) -> str:
    base = settings.WAGTAILADMIN_BASE_URL
    pieces = [
        f"- {row.title}\n  {'; '.join(filter(None, (label_of(row), unfinished_sections(row))))}\n"
        f"  {base}{changes_url(published_types()[row.type], row.row_id)}"
        for row in work
    ]
    return "\n\n".join(
        [
            _("This has changed, or was sent to translation, since the last mail:"),
            *pieces,
            _("Everything in your language:\n%(url)s") % {"url": base + board_url(language=code)},
        ]
    )
