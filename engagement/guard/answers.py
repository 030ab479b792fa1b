"""What is said to somebody whose message is sent back?"""

from __future__ import annotations

from http import HTTPStatus

from django.utils.translation import gettext as _

from engagement.guard.examine import Refusal

REASON_STATUS = {Refusal.FOREIGN: HTTPStatus.FORBIDDEN, Refusal.TOO_MANY: HTTPStatus.TOO_MANY_REQUESTS}


def reason_of(refusal: Refusal) -> str:
    """Return the reason, and what to do, in the active language."""
    if refusal is Refusal.TOO_MANY:
        return _(
            "Several messages came from your connection within an hour. Send this one later, or phone us."
        )
    return _("Your browser did not say that this form is ours. Check what you wrote, and send it once more.")
