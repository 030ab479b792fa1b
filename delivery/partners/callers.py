"""Who is calling, and what may they read?

Keys that were looked up are kept in this process for ``KNOWN_FOR``, so that a request costs no query more; a
key that is revoked stops after that at the latest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from delivery.partners.secrets import is_key, prefix_of
from delivery.problems import KeyNotAccepted, KeyRequired, OutsideScope
from delivery.reading import query
from localization.languages import Language, all_languages

KNOWN_FOR = dt.timedelta(seconds=5)
# Prefixes that are remembered, wrong ones included; whoever guesses fills no memory.
_MOST_KNOWN = 4096

_LOOK_UP = """
SELECT id, prefix = %s, digest, former_digest, former_until, languages, types, drafts, per_minute, per_day,
       expires_at, revoked_at
  FROM delivery_apikey WHERE prefix = %s OR (former_prefix = %s AND former_prefix <> '')
"""


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who reads: with a key, or (``key`` is ``None``) like anybody.

    Attributes:
        key: the id of the key.
        locales: codes of the languages that may be read; empty: all.
        types: document types that may be read; empty: all.
        drafts: whether links to drafts open; for whoever has no key the link itself is the leave.
        per_minute: requests allowed in a minute; ``None``: as the settings say.
        per_day: requests allowed in a day; ``None``: as the settings say.
    """

    key: int | None = None
    locales: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    drafts: bool = True
    per_minute: int | None = None
    per_day: int | None = None

    def may_speak(self, language: Language) -> bool:
        """Say whether a language is open to this caller."""
        return not self.locales or language.code in self.locales

    def may_take(self, document_type: str) -> bool:
        """Say whether a type is open to this caller."""
        return not self.types or document_type in self.types

    def languages_among(self, offered: Iterable[Language]) -> list[Language]:
        """Return the languages that are open to this caller, of some that are to be had.

        Raises:
            OutsideScope: none of them is.
        """
        found = [language for language in offered if self.may_speak(language)]
        if not found:
            raise self._refusal()
        return found

    def types_among(self, served: Sequence[str]) -> tuple[str, ...]:
        """Return the types that are open to this caller, of some that are to be had.

        Raises:
            OutsideScope: none of them is.
        """
        found = tuple(one for one in served if self.may_take(one))
        if not found:
            raise self._refusal()
        return found

    def require(self, languages: Iterable[Language] = (), types: Iterable[str] = ()) -> None:
        """Refuse what is not open to this caller.

        Raises:
            OutsideScope: one of the languages or types is not.
        """
        if not (all(map(self.may_speak, languages)) and all(map(self.may_take, types))):
            raise self._refusal()

    def require_drafts(self) -> None:
        """Refuse whoever may not open links to drafts.

        Raises:
            OutsideScope: the key does not say so.
        """
        if not self.drafts:
            raise self._refusal()

    def _refusal(self) -> OutsideScope:
        tags = [language.tag for language in all_languages() if self.may_speak(language)]
        return OutsideScope(
            locales=tags,
            allowed_languages=tags,
            allowed_types=sorted(self.types) or None,
            allowed_drafts=self.drafts,
        )


ANYBODY = Caller()


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found under a prefix, and until when that is believed."""

    digest: str
    ends: dict[str, dt.datetime | None]
    caller: Caller
    until: dt.datetime


class _Keys:
    """The keys that this process has looked up lately."""

    def __init__(self) -> None:
        self._known: dict[str, _Known | None] = {}
        self._asked: dict[str, dt.datetime] = {}

    def forget(self) -> None:
        """Look every key up anew."""
        self._known.clear()
        self._asked.clear()

    def find(self, prefix: str, now: dt.datetime) -> _Known | None:
        """Return what is known of the key with a prefix. One query, if it was not asked for just now."""
        if now - self._asked.get(prefix, dt.datetime.min.replace(tzinfo=dt.UTC)) >= KNOWN_FOR:
            if len(self._asked) >= _MOST_KNOWN:
                self.forget()
            self._known[prefix] = _looked_up(prefix, now)
            self._asked[prefix] = now
        return self._known.get(prefix)


KEYS = _Keys()


def _looked_up(prefix: str, now: dt.datetime) -> _Known | None:
    rows = query(_LOOK_UP, [prefix, prefix, prefix])
    if not rows:
        return None
    key, is_present, digest, former, former_until, locales, types, drafts, *limits, expires, revoked = rows[0]
    caller = Caller(key, frozenset(locales), frozenset(types), drafts, *limits)
    replaced = None if is_present else former_until
    ends = {"revoked": revoked, "replaced": replaced, "expired": expires}
    return _Known(digest if is_present else former, ends, caller, now + KNOWN_FOR)


def identify(request: HttpRequest, *, needs_key: bool = False) -> Caller:
    """Return who is calling. At most one query; none for keys that were seen within ``KNOWN_FOR``.

    Raises:
        KeyRequired: there is no key, and this, or everything (``API_ANONYMOUS=off``), needs one.
        KeyNotAccepted: the key is not ours, or holds no longer.
    """
    given = request.META.get("HTTP_AUTHORIZATION", "")
    if not given:
        if needs_key or settings.API_ANONYMOUS == "off":
            raise KeyRequired()
        return ANYBODY
    scheme, _space, text = given.partition(" ")
    prefix = prefix_of(text.strip()) if scheme.lower() == "bearer" else None
    now = timezone.now()
    known = None if prefix is None else KEYS.find(prefix, now)
    if known is None or not is_key(text.strip(), known.digest):
        raise KeyNotAccepted("unknown")
    for reason, end in known.ends.items():
        if end is not None and end <= now:
            raise KeyNotAccepted(reason)
    return known.caller
