"""How does somebody get a message back that was not taken, with a sentence on what to do?"""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpResponse
from django.utils.translation import gettext as _

from engagement.guard.examine import HOUR, Refusal
from localization.languages import Language

REASON_STATUS = {Refusal.FOREIGN: HTTPStatus.FORBIDDEN, Refusal.TOO_MANY: HTTPStatus.TOO_MANY_REQUESTS}


def reason_of(refusal: Refusal) -> str:
    """Return the reason, and what to do, in the active language."""
    if refusal is Refusal.TOO_MANY:
        return _(
            "Several messages came from your connection within an hour. Send this one later, or phone us."
        )
    return _("Your browser did not say that this form is ours. Check what you wrote, and send it once more.")


def sent_back(page: str, spoken: Language, status: HTTPStatus) -> HttpResponse:
    """Return the page with the form as it was filled in; no cache keeps what somebody wrote."""
    response = HttpResponse(page, status=status)
    response["Content-Language"] = spoken.tag
    response["Cache-Control"] = "no-store"
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        response["Retry-After"] = str(HOUR)
    return response
