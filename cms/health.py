"""Is this process alive, and may it be sent readers?"""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache


@never_cache
def live(request: HttpRequest) -> JsonResponse:
    """Answer 200 as long as the process can answer at all. A sick database must not get it killed."""
    return JsonResponse({"status": "alive"})
