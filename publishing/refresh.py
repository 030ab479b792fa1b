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

from localization.editions import Edition, editions_of
from publishing.board.standing import restate
from publishing.compile import compile_live
from publishing.context import card_key, list_key
from publishing.models import Document, Recall, Status
from publishing.publication import Reason, reason_against
from publishing.published import Published
from publishing.published_types import rows_of
from publishing.recall.notice import keep_notice, stand
from publishing.recall.record import latest
from publishing.shelf import Shelf
from publishing.store import Change, put, withdraw
from publishing.tasks import refresh_dependents

# First key of the advisory locks that order the compiles of one content id.
LOCK_SPACE = 7251


class Work:
    """The refresh of one content id: its editions, and what was found out about them on the way.

    Begun by ``begin``, inside the transaction in which everything is written.
    """

    def __init__(
        self,
        content_id: UUID,
        editions: dict[str, Edition],
        stored: dict[str, int | None],
        recall: Recall | None,
    ) -> None:
        """Take editions and the live revision of each stored document by language code; the latest recall."""
        self.content_id = content_id
        self.recall = recall
        self.editions = editions
        self.codes = list(dict.fromkeys([*editions, *stored]))
        # Revisions that the gate has let through; the wall adds the one that it has just judged.
        self.passed = {pk for pk in stored.values() if pk is not None}
        self.shelf = Shelf()
        self._reasons: dict[str, Reason | None] = {}

    def finish(self, locale: str | None = None) -> dict[str, Change]:
        """Bring the documents up to date; see ``refresh``."""
        if locale is None:
            changes = self.bring_up_to_date(self.codes)
        else:
            first = self.one(locale)
            concerned = first.face or self.is_source(locale)
            others = [code for code in self.codes if code != locale] if concerned else []
            changes = self.bring_up_to_date(others, {locale: first})
        _fan_out(self.content_id, changes)
        restate(self.content_id, self.editions)
        return changes

    def one(self, code: str) -> Change:
        """Compile or withdraw the document of one language."""
        edition = self.editions.get(code)
        if self.recall is not None and self.recall.is_active:
            return stand(self.content_id, code, self.recall, self.shelf)
        if edition is None or not isinstance(edition.row, Published):
            return self._take_down(code, "deleted")
        reason = self.reason_against(edition)
        if reason is not None:
            return self._take_down(code, reason)
        change = put(edition.row, compile_live(edition, self.shelf))
        self.shelf.forget(self.content_id)
        return change

    def _take_down(self, code: str, reason: Reason) -> Change:
        if self.recall is None:
            return withdraw(self.content_id, code, reason)
        return withdraw(self.content_id, code, reason).followed_by(
            keep_notice(self.content_id, code, self.recall, self.shelf)
        )

    def reason_against(self, edition: Edition) -> Reason | None:
        """Return why readers may not have this edition; what is compiled twice is asked about once."""
        if edition.code not in self._reasons:
            self._reasons[edition.code] = reason_against(edition, self.passed, self.shelf)
        return self._reasons[edition.code]

    def bring_up_to_date(self, codes: list[str], done: dict[str, Change] | None = None) -> dict[str, Change]:
        """Compile languages, and once more those that came before one whose face changed: they list it.

        ``done`` are languages that have just been compiled, in this order.
        """
        changes = {**(done or {}), **{code: self.one(code) for code in codes}}
        order = list(changes)
        moved = [index for index, code in enumerate(order) if changes[code].face]
        for code in order[: moved[-1]] if moved else []:
            changes[code] = changes[code].followed_by(self.one(code))
        return changes

    def is_source(self, code: str) -> bool:
        """Say whether the others depend on this language; a deleted source is known by its absence."""
        return code not in self.editions or self.editions[code].is_source


def refresh(content_id: UUID, locale: str | None = None, model: type[Any] | None = None) -> dict[str, Change]:
    """Bring the documents of ``content_id`` up to date; return what changed, by language code.

    With ``locale``, that language comes first, and the others follow only if they show something that
    changed: the source's values and digests, or this language's address, title or presence. ``model`` saves
    a search.
    """
    with transaction.atomic():
        return begin(content_id, model).finish(locale)


def begin(content_id: UUID, model: type[Any] | None = None) -> Work:
    """Lock the content until the end of the transaction, and read what there is of it."""
    hold(content_id)
    stored = Document.objects.filter(content_id=content_id).values_list("locale", "status", "revision_id")
    live = {code: revision if status == Status.LIVE else None for code, status, revision in stored}
    return Work(content_id, editions_of(rows_of(content_id, model)), live, latest(content_id))


def refresh_document(document: Document) -> Change:
    """Compile one document again because something it shows has changed."""
    return refresh(document.content_id, document.locale)[document.locale]


def refresh_row(row: Any) -> None:
    """Refresh what ``row`` (a page or snippet) is part of; for receivers and tasks."""
    if isinstance(row, Published):
        instance: Any = row
        refresh(instance.translation_key, instance.locale.language_code, type(instance))


def hold(content_id: UUID) -> None:
    """Let nobody else publish or compile this content, in any language, until the transaction ends.

    Who changes its rows as well takes this first, or two languages wait for each other (a withdrawn source
    takes its translations along while one of them is being published).
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [LOCK_SPACE, str(content_id)])


def _fan_out(content_id: UUID, changes: dict[str, Change]) -> None:
    keys: set[str] = set()
    if any(change.card or change.facets for change in changes.values()):
        types = dict(Document.objects.filter(content_id=content_id).values_list("locale", "type"))
        for code, change in changes.items():
            keys |= _keys(content_id, code, types.get(code, ""), change)
    if keys:
        refresh_dependents.enqueue(sorted(keys))


def _keys(content_id: UUID, code: str, document_type: str, change: Change) -> set[str]:
    keys = {list_key(document_type, facet, code) for facet in change.facets}
    if change.card:
        keys |= {card_key(content_id, code), card_key(content_id, "source")}
        keys.add(list_key(document_type, None, code))
    return keys
