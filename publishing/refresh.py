"""What has to be compiled again when something changes?

``refresh`` brings one content id's documents into agreement with what is live, in all its languages and in
one transaction: a reader of any language sees the new state of affairs at once. Documents of *other*
content that show this one follow by a task, found through their recorded dependencies; since cards never
contain other cards, that ends after one step.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import connection, transaction

from localization.languages import all_languages
from publishing.compile import compile_live
from publishing.context import card_key, list_key
from publishing.models import Document
from publishing.publication import publication_of
from publishing.published import Published
from publishing.published_types import find_row
from publishing.store import Change, put, withdraw
from publishing.tasks import refresh_dependents

# First key of the advisory locks that order the compiles of one content id.
LOCK_SPACE = 7251


def refresh(content_id: UUID, locale: str | None = None) -> list[Change]:
    """Bring the documents of ``content_id`` up to date, those of ``locale`` first; return what changed.

    With ``locale`` the other languages are compiled again only if they show something that changed
    (the source's values and digests, or this language's address and title).
    """
    with transaction.atomic():
        _lock(content_id)
        codes = [language.code for language in all_languages()]
        first = [locale] if locale else codes
        changes = {code: refresh_language(content_id, code) for code in first}
        others = [code for code in codes if code not in changes]
        if others and _concerns_others(content_id, str(locale), changes[str(locale)]):
            changes |= {code: refresh_language(content_id, code) for code in others}
        if any(change.face for code, change in changes.items()):
            # Each language lists the others: once more, now that all of them are known.
            for code in codes:
                refresh_language(content_id, code)
        _fan_out(content_id, changes)
    return list(changes.values())


def refresh_language(content_id: UUID, locale: str) -> Change:
    """Compile or withdraw the document of one content id in one language; tell nobody else."""
    row = find_row(content_id, locale)
    if row is None or not isinstance(row, Published):
        return withdraw(content_id, locale, "deleted")
    verdict = publication_of(row)
    if verdict.public:
        return put(row, compile_live(row))
    return withdraw(content_id, locale, str(verdict.reason))


def refresh_document(document: Document) -> Change:
    """Compile one document again because something it shows has changed."""
    with transaction.atomic():
        _lock(document.content_id)
        change = refresh_language(document.content_id, document.locale)
        _fan_out(document.content_id, {document.locale: change})
    return change


def refresh_row(row: Any) -> list[Change]:
    """Refresh what ``row`` (a page or snippet) is part of; for receivers."""
    if not isinstance(row, Published):
        return []
    return refresh(row.translation_key, row.locale.language_code)  # type: ignore[attr-defined]


def _lock(content_id: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [LOCK_SPACE, str(content_id)])


def _concerns_others(content_id: UUID, locale: str, change: Change) -> bool:
    source = Document.objects.filter(content_id=content_id, is_source=True).values_list("locale", flat=True)
    return change.face or locale in source


def _fan_out(content_id: UUID, changes: dict[str, Change]) -> None:
    keys: set[str] = set()
    types = dict(Document.objects.filter(content_id=content_id).values_list("locale", "type"))
    for code, change in changes.items():
        if change.card:
            keys |= {card_key(content_id, code), card_key(content_id, "source")}
            keys.add(list_key(types[code], None, code))
        keys |= {list_key(types[code], facet, code) for facet in change.facets}
    if keys:
        refresh_dependents.enqueue(sorted(keys))
