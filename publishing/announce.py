"""Who is told that a publication was refused, and where can it be put right?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.mail import send_mail
from django.urls import NoReverseMatch
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.log_actions import log

if TYPE_CHECKING:
    from wagtail.models import Revision

    from localization.gate import Finding


def edit_url_of(instance: Any) -> str:
    """Return the admin address where ``instance`` is edited (empty for a type without one)."""
    try:
        return str(AdminURLFinder().get_edit_url(instance) or "")
    except NoReverseMatch:
        return ""


def announce_refusal(
    instance: Any, revision: Revision, user: Any, findings: list[Finding], *, scheduled: bool
) -> None:
    """Write the refusal to the page's history; mail it to whoever scheduled a publication."""
    log(
        instance=instance,
        action="publishing.refuse",
        user=user or revision.user,
        revision=revision,
        data={"findings": [finding.as_dict() for finding in findings]},
    )
    if scheduled and revision.user is not None and revision.user.email:
        _mail(instance, revision.user.email, findings)


def _mail(instance: Any, address: str, findings: list[Finding]) -> None:
    reasons = "\n".join(f"- {finding.message}" for finding in findings)
    body = _(
        "“%(title)s” (%(language)s) was to be published now, but was not:\n\n%(reasons)s\n\n"
        "It is no longer scheduled. Put it right and schedule it again:\n%(url)s"
    ) % {
        "title": str(instance),
        "language": instance.locale.get_display_name(),
        "reasons": reasons,
        "url": settings.WAGTAILADMIN_BASE_URL + edit_url_of(instance),
    }
    subject = _("Not published: %(title)s") % {"title": str(instance)}
    send_mail(" ".join(subject.split()), body, settings.DEFAULT_FROM_EMAIL, [address])
