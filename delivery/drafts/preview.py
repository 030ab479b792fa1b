"""What does the API give of a draft?  (Never stored, never cached, never indexed.)"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

import orjson
from django.http import HttpResponse
from django.utils import timezone

from delivery.answers import with_base
from delivery.drafts.models import DraftLink
from delivery.drafts.tokens import key_of
from delivery.partners.callers import Caller
from delivery.problems import PreviewEnded, PreviewRefused
from localization.languages import Language, language
from publishing.drafts import Draft, draft_of
from publishing.moments import iso
from publishing.recall.record import active

# Numbers of revisions stay in the database; whoever compares two answers gets a name made from them.
NAMESPACE = UUID("f5c1a5a0-9f0e-4f0b-8a52-4f2a7f3d0c61")
HEADERS = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}


def preview(
    content_id: UUID, types: Sequence[str], token: str, asked: Language | None, caller: Caller
) -> HttpResponse:
    """Answer with the draft that ``token`` is for.

    Raises:
        OutsideScope: the caller's key does not open drafts, or not of this type or in this language.
        PreviewRefused: the token is not ours, or is for another content or language.
        PreviewEnded: it has expired or was revoked, or there is no draft any more that may be shown.
    """
    caller.require_drafts()
    key = key_of(token)
    link = None if key is None else DraftLink.objects.filter(key=key).first()
    spoken = asked if link is None else language(link.locale)
    if link is None or (link.content_id, spoken) != (content_id, asked or spoken) or link.type not in types:
        raise PreviewRefused(id=str(content_id))
    caller.require([language(link.locale)], [link.type])
    ended = _ended(link, timezone.now())
    if ended is not None:
        raise ended
    draft = draft_of(content_id, link.type, link.locale)
    if draft is None:
        raise PreviewEnded(id=str(content_id), reason="deleted", at=None)
    body = with_base(orjson.dumps(_marked(draft, link)))
    headers = {**HEADERS, "Content-Language": language(link.locale).tag}
    return HttpResponse(body, content_type="application/json", headers=headers)


def _ended(link: DraftLink, now: dt.datetime) -> PreviewEnded | None:
    content_id = str(link.content_id)
    if link.revoked_at is not None:
        return PreviewEnded(id=content_id, reason="revoked", at=link.revoked_at)
    if not link.holds(now):
        return PreviewEnded(id=content_id, reason="expired", at=link.expires_at)
    recall = active(link.content_id)
    return None if recall is None else PreviewEnded(id=content_id, reason="recalled", at=recall.recalled_at)


def _marked(draft: Draft, link: DraftLink) -> dict[str, Any]:
    """Return the document, which says of itself that it is a draft."""
    document: dict[str, Any] = orjson.loads(draft.body)
    told = {
        "revision": str(uuid5(NAMESPACE, str(draft.revision_id))),
        "saved_at": iso(draft.saved_at),
        "is_published": draft.is_live,
        "refused_sections": draft.refused_sections,
        "findings": [
            {"section": one.section or None, "rule": one.rule, "severity": one.severity}
            for one in draft.findings
        ],
        "link_expires_at": iso(link.expires_at),
    }
    return {**document, "status": "draft", "draft": told}
