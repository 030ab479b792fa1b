"""Where does a form's script get the work that its browser is to do?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from engagement.guard.work import challenge


@require_GET
def new_challenge(request: HttpRequest) -> HttpResponse:
    """Answer with a challenge for this form alone."""
    response = JsonResponse(challenge(timezone.now()))
    response["Cache-Control"] = "no-store"
    return response
