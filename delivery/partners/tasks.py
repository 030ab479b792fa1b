"""What does the worker do for partners?  Each task may run twice."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.utils import timezone
from django_tasks import task

# Counts of minutes are of no use after an hour; days are kept for a year and a bit.
_MINUTES_KEPT, _DAYS_KEPT = dt.timedelta(hours=1), dt.timedelta(days=400)


@task()
def remind_of_recalls() -> int:
    """Write to partners who have not taken notice of a recall; return to how many."""
    from delivery.partners.reminders import remind_all

    return remind_all(timezone.now()) if settings.RECALL_REMINDERS else 0


@task()
def forget_old_counts() -> int:
    """Remove counts that nobody asks for any more; return how many."""
    from delivery.partners.models import ApiUse

    now = timezone.now()
    minutes = ApiUse.objects.filter(seconds=60, start__lt=now - _MINUTES_KEPT).delete()[0]
    return minutes + ApiUse.objects.filter(start__lt=now - _DAYS_KEPT).delete()[0]
