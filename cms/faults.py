"""What is answered when a view fails, or finds nothing?  Problem documents for apps, pages for visitors."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from delivery.errors import problem_response
from delivery.problems import InternalError
from publishing.faults import fault_page
from publishing.views import serve


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500. Reads nothing: the database may be what has failed."""
    if request.path_info.startswith("/api/"):
        return problem_response(InternalError(), request)
    return fault_page(request)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404 for what a view of ours could not find, as for any address without a page."""
    return serve(request, request.path_info[1:])
