"""Who is written to because nobody there has taken notice of a recall?"""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.core.mail import send_mail
from django.utils import translation
from django.utils.translation import gettext as _

from delivery.partners.models import RecallReminder
from delivery.partners.notices import Standing, standing_recalls, standings
from localization.languages import language

# After a recall, and between two reminders of it.
EVERY = dt.timedelta(days=1)


def can_answer(standing: Standing, now: dt.datetime) -> bool:
    """Say whether the key still opens anything: who has lost it cannot acknowledge."""
    ends = (standing.key.revoked_at, standing.key.expires_at)
    return all(end is None or end > now for end in ends)


def remind_all(now: dt.datetime) -> int:
    """Remind everybody who has taken no notice for a day, nor was reminded within one; return how many."""
    last = {(one.recall_id, one.key_id): one.at for one in RecallReminder.objects.all()}
    due = [
        standing
        for standing in standings(standing_recalls())
        if standing.open
        and can_answer(standing, now)
        and last.get((standing.recall.pk, standing.key.pk), standing.recall.recalled_at) + EVERY <= now
    ]
    for standing in due:
        remind(standing, now)
    return len(due)


def remind(standing: Standing, now: dt.datetime) -> None:
    """Write to the partner's contact, and keep when that was."""
    RecallReminder.objects.update_or_create(key=standing.key, recall=standing.recall, defaults={"at": now})
    base = f"{settings.PUBLIC_BASE_URL}/api/v1"
    with translation.override(settings.LANGUAGE_CODE):
        body = _(
            "Content that you show was recalled on %(date)s (UTC), and your system has not taken notice "
            "of it:\n\n%(title)s\nId: %(content_id)s\nLanguages: %(languages)s\n\n"
            "Remove your copies now. It counts as noticed when your key “%(key)s” comes to the sync feed "
            "with a token from after the recall, in each of these languages, or by:\n"
            "POST %(base)s/recalls/%(recall)s/acknowledgement/\n\n"
            "What else is open: %(base)s/recalls/"
        ) % {
            "date": f"{standing.recall.recalled_at:%Y-%m-%d %H:%M}",
            "title": standing.recall.title,
            "content_id": standing.recall.content_id,
            "languages": ", ".join(language(code).tag for code in standing.open),
            "key": standing.key.name,
            "recall": standing.recall.pk,
            "base": base,
        }
        subject = " ".join((_("Recalled content: %(title)s") % {"title": standing.recall.title}).split())
        send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [standing.key.partner.contact_email])
