"""What does this process answer without making it anew, and what while the database is away?

Answers that everybody gets are kept in memory, together with what they were made from. One statement, four
times a second at most, tells whether that has changed (``publishing.changes``). While PostgreSQL cannot be
reached, what is kept is given for ten minutes at most, never past the moment until which it is true, never
after it was seen to have changed, and it says so. docs/decisions/0020 has the figures.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.http import parse_http_date_safe

from delivery.admission import is_admitted
from localization.languages import is_language
from publishing.answers import PublicAnswer
from publishing.caching import IF_ERROR, cache_control, cache_control_while_away
from publishing.changes import Changes, Position
from publishing.coding import preferred, tag_of_copy
from publishing.memory import Memory
from publishing.views import READING

# Larger answers (some pages of a sync) are made each time: a few of them would push everything else out.
LARGEST = 512 * 1024
# An answer with any other header may be meant for one client only.
KNOWN = frozenset(
    {
        *("content-type", "content-length", "content-encoding", "content-language", "content-location"),
        *("etag", "last-modified", "cache-control", "vary", "allow", "language-decision", "x-frame-options"),
        *("access-control-allow-origin", "access-control-expose-headers", "content-security-policy"),
    }
)
# What 304 does not carry (RFC 9110, 15.4.5), and what is worked out each time.
OF_THE_BODY = ("Content-Type", "Content-Length", "Content-Encoding", "Content-Language")
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer, and how one finds out whether it still holds. ``made_at`` is by the clock of ``Changes``.

    What is not compressed for the client is compressed for us: three times as much finds room.
    """

    packed: bytes
    headers: dict[str, str]
    etag: str
    date: int | None
    valid_until: dt.datetime | None
    made_from: frozenset[str]
    made_after: Position
    made_at: float

    def body(self) -> bytes:
        """Return the body as the client gets it."""
        return self.packed if "Content-Encoding" in self.headers else zlib.decompress(self.packed)

    def is_over(self) -> bool:
        """Say whether the time for which it was true is over."""
        return self.valid_until is not None and self.valid_until <= timezone.now()


def size(kept: Kept) -> int:
    """Return about how much memory an answer takes, in bytes."""
    return len(kept.packed) + 2048


class KeptAnswers:
    """Middleware; stands before those that answer for the API and for public pages.

    Not used where ``ANSWERS_AT_HAND_MB`` is 0.
    """

    def __init__(
        self, get_response: Callable[[HttpRequest], HttpResponseBase], changes: Changes | None = None
    ) -> None:
        if not settings.ANSWERS_AT_HAND_MB:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.changes = changes or Changes()
        self.memory = Memory[Kept](settings.ANSWERS_AT_HAND_MB * 1024 * 1024, size)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with what is kept, if it still holds; else have the answer made, and keep it."""
        name = name_of(request)
        if name is None:
            return self.get_response(request)
        kept = self.memory.get(name)
        if kept is not None or not self.changes.are_known():
            self.changes.look()
        if kept is not None:
            if self._holds(kept):
                # Reading the API is counted, whoever answers; one too many is left to the view to refuse.
                counted = not name.path.startswith("/api/") or is_admitted(request)
                return self._given(request, kept) if counted else self.get_response(request)
            self.memory.drop(name)
        return self._made(request, name)

    def _holds(self, kept: Kept) -> bool:
        if kept.is_over() or self.changes.since(kept.made_after, kept.made_from):
            return False
        return not self.changes.is_away or self.changes.age(kept.made_at) < IF_ERROR

    def _made(self, request: HttpRequest, name: Name) -> HttpResponseBase:
        """Have the whole answer made, whatever copy the client has, so that it can be kept."""
        conditions = {key: request.META.pop(key) for key in CONDITIONS if key in request.META}
        after, known = self.changes.position, self.changes.are_known()
        response = self.get_response(request)
        request.META.update(conditions)
        if not isinstance(response, PublicAnswer) or response.status_code != HTTPStatus.OK:
            return response
        if known and may_be_kept(response, name):
            self.memory.keep(name, self._kept(response, after))
        coding = response.headers.get("Content-Encoding", "")
        copy = tag_of_copy(request, response.headers["ETag"], coding, date_of(response))
        return response if copy is None else unchanged(response, copy)

    def _kept(self, response: PublicAnswer, after: Position) -> Kept:
        return Kept(
            packed=response.content if "Content-Encoding" in response else zlib.compress(response.content, 1),
            headers={key: value for key, value in response.items() if key != "Cache-Control"},
            etag=response.headers["ETag"],
            date=date_of(response),
            valid_until=response.valid_until,
            made_from=response.made_from,
            made_after=after,
            made_at=self.changes.now(),
        )

    def _given(self, request: HttpRequest, kept: Kept) -> HttpResponse:
        if not self.changes.is_away:
            return answer(request, kept, cache_control(kept.valid_until))
        age = self.changes.age(kept.made_at)
        response = answer(request, kept, cache_control_while_away(kept.valid_until, age))
        response.headers["Age"] = str(int(age))
        # RFC 9211: given although nobody could ask whether it still holds.
        response.headers["Cache-Status"] = f'Polyclinic; hit; ttl=-{int(age)}; detail="database away"'
        return response


class Name(NamedTuple):
    """All that a public answer depends on; ``languages`` is ``None`` where the address says the language."""

    path: str
    query: str
    host: str
    coding: str
    accepted: str = ""
    origin: str = ""
    languages: str | None = None


def name_of(request: HttpRequest) -> Name | None:
    """Return under which name the answer is kept; ``None`` for what is no public address or somebody's own.

    Everything that came with a credential goes past this.
    """
    given = request.META
    if request.method not in READING or "HTTP_AUTHORIZATION" in given or getattr(request, "is_dummy", False):
        return None
    path, query = request.path_info, given.get("QUERY_STRING", "")
    coding = preferred(given.get("HTTP_ACCEPT_ENCODING", ""))
    _slash, first, _rest = f"{path}//".split("/", 2)
    if first != "api":
        return Name(path, query, given.get("HTTP_HOST", ""), coding) if is_language(first) else None
    says_locale = any(part.startswith("locale=") for part in query.split("&"))
    languages = None if says_locale else given.get("HTTP_ACCEPT_LANGUAGE", "")
    host, accepted, origin = (given.get(f"HTTP_{header}", "") for header in ("HOST", "ACCEPT", "ORIGIN"))
    return Name(path, query, host, coding, accepted, origin, languages)


def may_be_kept(response: PublicAnswer, name: Name) -> bool:
    """Say whether an answer is everybody's, in all that it says, depends on its name alone, and is small."""
    vary = {part.strip().lower() for part in response.headers.get("Vary", "").split(",")}
    in_name = {"accept-encoding", "origin", *(["accept-language"] if name.languages is not None else [])}
    return (
        len(response.content) <= LARGEST
        and vary <= in_name
        and response.headers["Cache-Control"].startswith("public")
        and not response.cookies
        and all(key.lower() in KNOWN for key in response.headers)
    )


def date_of(response: HttpResponse) -> int | None:
    """Return the ``Last-Modified`` of an answer in seconds since 1970, if it has one."""
    return parse_http_date_safe(response.headers.get("Last-Modified", ""))


def answer(request: HttpRequest, kept: Kept, cached: str) -> HttpResponse:
    """Return 200 with what is kept, or 304 if the client has it. ``cached`` is its ``Cache-Control``."""
    headers = {**kept.headers, "Cache-Control": cached}
    copy = tag_of_copy(request, kept.etag, headers.get("Content-Encoding", ""), kept.date)
    if copy is not None:
        return unchanged(HttpResponse(headers=headers), copy)
    return HttpResponse(kept.body(), headers=headers)


def unchanged(response: HttpResponse, etag: str) -> HttpResponse:
    """Turn a complete answer into the 304 for whoever has it already, under this tag."""
    response.headers["ETag"] = etag
    response.status_code, response.content = HTTPStatus.NOT_MODIFIED, b""
    for name in OF_THE_BODY:
        response.headers.pop(name, None)
    return response
