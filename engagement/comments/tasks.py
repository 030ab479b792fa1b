"""What does the worker do about comments?"""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task

from engagement.guard.limits import Allowance, take_for
from engagement.organisation import organisations_address
from localization.languages import default_language

# Several comments that come together are one mail.
MAILS = Allowance("comments-wait", 1, 15 * 60)
# What nobody shall read is kept for so long, should a decision have been a mistake.
REFUSED_KEPT = dt.timedelta(days=30)


@task()
def tell_moderators() -> bool:
    """Write to the clinic that comments wait, without what they say; say whether that was done."""
    address = organisations_address()
    if not address or not take_for("moderators", MAILS):
        return False
    with translation.override(default_language().code):
        queue = f"{settings.PUBLIC_BASE_URL}{reverse('comment_queue')}"
        body = _("Comments on your pages wait to be read before anybody sees them:\n\n%(queue)s")
        send_mail(_("Comments wait"), body % {"queue": queue}, None, [address])
    return True


@task()
def forget_addresses() -> int:
    """Erase e-mail addresses, and comments that were refused, when their time is over; return how many."""
    from engagement.comments.models import Comment, State

    now = timezone.now()
    old = Comment.objects.filter(received_at__lt=now - dt.timedelta(days=settings.ENQUIRY_RETENTION_DAYS))
    erased = old.exclude(email="").update(email="")
    refused = Comment.objects.filter(
        state__in=(State.REJECTED, State.SPAM), received_at__lt=now - REFUSED_KEPT, answers=None
    )
    return erased + refused.delete()[0]
