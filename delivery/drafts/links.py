"""How is a link to a draft given out and taken back, and to where does it lead?"""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.log_actions import log

from delivery.drafts.models import DraftLink
from delivery.drafts.tokens import token_of
from localization.languages import language
from publishing.published_types import api_address, published_types

SHARE, REVOKE = "delivery.share_draft", "delivery.revoke_draft"


def give(row: Any, user: Any) -> DraftLink:
    """Give out a new link to the draft of a page or snippet, and write that into its history."""
    until = timezone.now() + dt.timedelta(hours=settings.DRAFT_LINK_HOURS)
    link = DraftLink.objects.create(
        content_id=row.translation_key,
        locale=row.locale.language_code,
        type=row.document_type,
        created_by=user,
        expires_at=until,
    )
    log(instance=row, action=SHARE, user=user, data={"until": until.isoformat(timespec="minutes")})
    return link


def links_of(row: Any) -> QuerySet[DraftLink]:
    """Return all links that were ever given out for a page or snippet, the newest first."""
    return DraftLink.objects.filter(
        content_id=row.translation_key, locale=row.locale.language_code
    ).select_related("created_by", "revoked_by")


def revoke(row: Any, user: Any, pk: int | None = None) -> int:
    """Take back one link of a page or snippet, or all that still hold; return how many."""
    now = timezone.now()
    holding = links_of(row).filter(revoked_at=None, expires_at__gt=now)
    if pk is not None:
        holding = holding.filter(pk=pk)
    # Not by way of the joined query: an update of it would be one by primary keys.
    number = DraftLink.objects.filter(pk__in=list(holding.values_list("pk", flat=True))).update(
        revoked_at=now, revoked_by=user
    )
    if number:
        log(instance=row, action=REVOKE, user=user, data={"number": number})
    return number


def addresses_of(link: DraftLink) -> dict[str, str]:
    """Return where the draft is read: ``api``, and ``site`` if a front end shows drafts."""
    tag, token = language(link.locale).tag, token_of(link.key)
    path = str(api_address(link.type, link.content_id, tag))
    found = {"api": f"{settings.PUBLIC_BASE_URL}{path}&{urlencode({'preview': token})}"}
    if settings.DRAFT_LINK_ADDRESS:
        collection = str(published_types()[link.type].api_collection)
        given = {"collection": collection, "id": str(link.content_id), "locale": tag, "token": token}
        found["site"] = settings.DRAFT_LINK_ADDRESS.format(**given)
    return found
