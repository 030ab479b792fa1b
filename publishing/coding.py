"""In which content coding does a client get an answer: Brotli, gzip, or none?

Each coding of an answer is a representation of its own, with a strong entity tag of its own (RFC 9110,
8.8.3). Whoever compresses on the way must weaken the tag, so it is done here, and nothing in front does it
again (docs/decisions/0019). A client that names the tag of the plain representation has that one: it is told
so, whichever coding it would get (docs/decisions/0023).
"""

from __future__ import annotations

import gzip
from functools import lru_cache

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from publishing.caching import is_unchanged
from publishing.memory import Memory

# What we offer, the best first.
CODINGS = ("br", "gzip")
# Bytes below which nothing is won: it is one packet either way.
SMALLEST = 1024
# Compressed bodies by their entity tags: what stands under a strong tag never changes. Room for each worker.
COMPRESSED = Memory[bytes](8 * 1024 * 1024, len)
# The middle of the scale: half a millisecond for a document; the highest take ten times as long (measured).
BROTLI_QUALITY, GZIP_LEVEL = 5, 6


def coding_for(request: HttpRequest, size: int = SMALLEST) -> str:
    """Return the content coding for an answer of ``size`` bytes; empty for none."""
    return preferred(request.META.get("HTTP_ACCEPT_ENCODING", "")) if size >= SMALLEST else ""


@lru_cache(maxsize=256)
def preferred(accepted: str) -> str:
    """Return which of our codings an ``Accept-Encoding`` likes best (RFC 9110, 12.5.3); empty for none.

    Where it likes several equally, ours decide. ``identity`` wins only if it is liked better than both. A
    weight that is no number counts as a refusal.
    """
    weights = _weights(accepted)
    others = weights.get("*", 0.0)
    best = max(CODINGS, key=lambda coding: weights.get(coding, others))
    weight = weights.get(best, others)
    return best if weight > 0 and weight >= weights.get("identity", 0.0) else ""


def _takes_plain(request: HttpRequest) -> bool:
    weights = _weights(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    return weights.get("identity", weights.get("*", 1.0)) > 0


def _weights(accepted: str) -> dict[str, float]:
    return dict(_weight(part) for part in accepted.lower().split(",") if part.strip())


def _weight(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip() for piece in part.split(";"))
    for parameter in parameters:
        key, _equals, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                return name, float(value)
            except ValueError:
                return name, 0.0
    return name, 1.0


def tagged(etag: str, coding: str) -> str:
    """Return the strong entity tag of an answer in a coding, from that of the answer as it is (quoted)."""
    return f'{etag[:-1]}-{coding}"' if coding else etag


def tag_of_copy(request: HttpRequest, etag: str, coding: str, date: int | None = None) -> str | None:
    """Return the entity tag of the client's copy, if that still holds; ``None``: it has none.

    Args:
        request: what it asks is in ``If-None-Match``, or else in ``If-Modified-Since``.
        etag: the tag of the answer in ``coding``.
        coding: what the client would get. Plain copies count as well: members of the API name their tags.
        date: the ``Last-Modified`` of the answer.
    """
    if is_unchanged(request, etag, date):
        return etag
    plain = f'{etag[: -len(coding) - 2]}"'
    return plain if coding and is_unchanged(request, plain) and _takes_plain(request) else None


def coded(body: bytes, etag: str, coding: str) -> bytes:
    """Return ``body`` in a coding. ``etag`` is the strong tag of the coded answer; it is compressed once."""
    if not coding:
        return body
    known = COMPRESSED.get(etag)
    if known is None:
        known = _compress(body, coding)
        COMPRESSED.keep(etag, known)
    return known


def code(request: HttpRequest, response: HttpResponse) -> None:
    """Compress an answer that has no entity tag, such as the page that says what is gone."""
    coding = coding_for(request, len(response.content))
    if coding:
        response.content = _compress(response.content, coding)
    describe(response, coding)


def describe(response: HttpResponse, coding: str) -> None:
    """Say which coding an answer has, and that it depends on what the client takes."""
    if coding:
        response.headers["Content-Encoding"] = coding
    patch_vary_headers(response, ["Accept-Encoding"])


def _compress(body: bytes, coding: str) -> bytes:
    if coding == "br":
        return brotli.compress(body, quality=BROTLI_QUALITY)
    # Without a time, so that the same body gives the same bytes in every process.
    return gzip.compress(body, GZIP_LEVEL, mtime=0)
