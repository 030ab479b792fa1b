"""What may a page load, and from where?  Content Security Policy (W3C, level 3) of the pages for visitors.

Everything comes from this host; nothing stands inline but structured data, which is no script to a browser.
Pages with the admin's user bar (previews, pages behind a log-in) do not carry it.
"""

from __future__ import annotations

from django.http import HttpResponse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)


def guard(response: HttpResponse) -> None:
    """Let a page load nothing but what this host gives."""
    response.headers["Content-Security-Policy"] = POLICY
