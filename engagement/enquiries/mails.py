"""Who gets mail about an enquiry?  The clinic, without personal data; the sender, without the message."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from engagement.enquiries.models import Enquiry
from engagement.guard.address import name_of
from engagement.guard.limits import Allowance, take_for
from engagement.organisation import organisations_address
from localization.languages import default_language, language
from publishing.frame import frame_of

logger = logging.getLogger(__name__)
# Whoever writes somebody else's address into the form again and again bothers them once.
CONFIRMATIONS = Allowance("confirmation", 1, 3600)


def notify(enquiry: Enquiry) -> bool:
    """Tell the clinic where to read an enquiry; say whether there was an address to write to."""
    spoken, address = default_language(), organisations_address()
    if not address:
        return False
    inbox = f"{settings.PUBLIC_BASE_URL}{reverse('enquiries:edit', args=[enquiry.pk])}"
    with translation.override(spoken.code):
        subject = _("A new enquiry")
        body = _(
            "Somebody has written to you through the website. Log in to read and answer it:\n\n%(inbox)s"
        ) % {"inbox": inbox}
    send_mail(subject, body, None, [address])
    return True


def confirm(enquiry: Enquiry) -> bool:
    """Tell the sender, in the form's language, that the message has arrived; say whether that was done."""
    if not enquiry.email or not take_for(name_of(enquiry.email.lower()), CONFIRMATIONS):
        return False
    organisation = frame_of(language(enquiry.language))["organisation"] or {}
    with translation.override(enquiry.language):
        values = {"organisation": organisation.get("title") or _("the clinic"), "about": enquiry.about}
        subject = _("We have received your message")
        told = (
            _("Your message about “%(about)s” has arrived.")
            if enquiry.about
            else _("Your message has arrived.")
        )
        rest = _(
            "%(organisation)s answers within a few working days. For your safety this mail does not repeat "
            "what you wrote.\n\nIf you did not write to us, somebody gave your address by mistake: you need "
            "do nothing."
        )
        body = f"{told}\n\n{rest}" % values
    try:
        send_mail(subject, body, None, [enquiry.email])
    except SMTPException:
        # Its text names the address, and failures of tasks are logged.
        logger.warning("A confirmation could not be sent.", extra={"enquiry": enquiry.pk})
        return False
    return True
