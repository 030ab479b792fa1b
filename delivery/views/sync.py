"""How does an app that works offline get everything, and later only what has changed?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer

from delivery.answers import answer
from delivery.caching import etag_of
from delivery.collections import served_types
from delivery.parameters import LOCALE, SYNC_LIMIT, TOKEN, USUAL_SYNC_PAGE, Parameter, types_among
from delivery.partners.presented import PRESENTED
from delivery.problems import (
    InvalidParameter,
    RepeatedParameter,
    ResyncRequired,
    UnknownLocale,
    UnknownParameter,
)
from delivery.serializers.sync import SyncPage
from delivery.sync_page import sync_body
from delivery.sync_tokens import Token, UnknownToken, world_of
from delivery.views.base import ApiView
from localization.languages import Language, UnknownLanguage, all_languages, language
from publishing import feed


class Sync(ApiView):
    """Return everything that is public in one language, page by page; then, by `next_sync`, what has changed.

    Follow `next_page` until it is `null`, then keep `next_sync` and come back to it whenever you like. A
    snapshot is begun with `locale` and `type`; with `token`, which knows them, they are refused.
    """

    operation_id = "sync"
    tag = "sync"
    problems = (UnknownLocale, InvalidParameter, RepeatedParameter, UnknownParameter, ResyncRequired)
    varies_by_language = True

    @property
    def parameters(self) -> Sequence[Parameter]:
        """Return what a snapshot is begun with, and what it is continued with."""
        return (LOCALE, types_among(served_types()), SYNC_LIMIT, TOKEN)

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        """Return the shape of a page."""
        return SyncPage

    def get(self, request: Request) -> HttpResponse:
        """Answer from the stored bytes."""
        asked = self.values(request)
        limit = asked.pop("limit", USUAL_SYNC_PAGE)
        token = self._continued(asked) if "token" in asked else self._begun(asked, request)
        found = feed.read(
            token.locale,
            token.types,
            limit,
            after=token.after,
            until=token.until,
            tombstones=not token.in_snapshot,
        )
        following = _following(token, found)
        if self.caller.key is not None:
            PRESENTED.note(self.caller.key, token)
        base = settings.PUBLIC_BASE_URL
        address = f"{base}{request.path}?{urlencode({'token': following.encode(), 'limit': limit})}"
        negotiated_here = token.is_first and "locale" not in asked
        return answer(
            request._request,
            body := sync_body(found, language(token.locale), address),
            etag=etag_of(body),
            language=language(token.locale),
            negotiated_at=f"{request.path}?{_start(token)}&limit={limit}" if negotiated_here else None,
            valid_until=min((one.valid_until for one in found.entries if one.valid_until), default=None),
        )

    def _begun(self, asked: dict[str, Any], request: Request) -> Token:
        spoken: Language = asked.get("locale") or self.negotiated(request, all_languages())
        types = self.caller.types_among(served_types())
        self.caller.require(types=asked.get("type", ()))
        return Token(spoken.code, asked.get("type", types), "type" not in asked and types == served_types())

    def _continued(self, asked: dict[str, Any]) -> Token:
        """Return the token that the client came with; with a limit it may come, and with nothing else."""
        for name in ("locale", "type"):
            if name in asked:
                raise UnknownParameter(parameter=name, allowed="token, limit")
        try:
            token = Token.decode(asked["token"])
            self.caller.require([language(token.locale)], token.types)
        except (UnknownToken, UnknownLanguage) as error:
            raise ResyncRequired(snapshot=None) from error
        types = served_types()
        if token.types != types if token.every else not set(token.types) <= set(types):
            raise _resync(token)
        return token


def _following(token: Token, found: feed.Stretch) -> Token:
    """Return where the client goes on after what was found.

    Raises:
        ResyncRequired: what the client has cannot be completed from here.
    """
    world = world_of(found.history, settings.PUBLIC_BASE_URL)
    if token.is_first:
        token = replace(token, until=found.newest, world=world)
    known = found.purged_through <= token.complete_through <= found.newest
    if token.world != world or not known:
        raise _resync(token)
    if found.more:
        return replace(token, after=found.entries[-1].sequence if found.entries else token.after)
    return replace(token, after=found.newest if token.until is None else token.until, until=None)


def _resync(token: Token) -> ResyncRequired:
    return ResyncRequired(snapshot=f"{settings.PUBLIC_BASE_URL}/api/v1/sync/?{_start(token)}")


def _start(token: Token) -> str:
    types = {} if token.every else {"type": ",".join(token.types)}
    return urlencode({"locale": language(token.locale).tag, **types}, safe=",")
