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
from django.db.models import Max
from wagtail.models import Page

from localization.editions import Edition, editions_of
from publishing.board.standing import restate
from publishing.choices import shared
from publishing.compile import compile_live
from publishing.context import card_key, contents_of, list_key
from publishing.models import Dependency, Document, Recall, Status
from publishing.publication import Reason, reason_against
from publishing.published import Published
from publishing.published_types import rows_of
from publishing.recall.notice import keep_notice, stand
from publishing.recall.record import latest
from publishing.shelf import Shelf
from publishing.signals import documents_changed
from publishing.store import Change, bury, put
from publishing.tasks import catch_up, refresh_dependents

# First key of the advisory locks that order the compiles of one content id.
LOCK_SPACE = 7251
NOTHING = Change(written=False)


class Work:
    """The refresh of one content id: its editions, and what was found out about them on the way.

    Begun by ``begin``, inside the transaction in which everything is written.
    """

    def __init__(
        self,
        content_id: UUID,
        editions: dict[str, Edition],
        documents: dict[str, Document],
        recall: Recall | None,
        shelf: Shelf,
        since: int,
    ) -> None:
        """Take editions and documents by language code, the latest recall, a shelf, the last number."""
        self.content_id = content_id
        self._since = since
        self._known = {code: document.recorded or frozenset() for code, document in documents.items()}
        self.recall = recall
        self.editions = editions
        self.documents = documents
        self.codes = list(dict.fromkeys([*editions, *documents]))
        # Revisions that the gate has let through; the wall adds the one that it has just judged.
        live = (document for document in documents.values() if document.status == Status.LIVE)
        self.passed = {document.revision_id for document in live if document.revision_id is not None}
        self.shelf = shelf
        self._reasons: dict[str, Reason | None] = {}

    def finish(self, locale: str | None = None) -> dict[str, Change]:
        """Bring the documents up to date; see ``refresh``."""
        with shared():
            changes = self._compile(locale)
        self._fan_out(changes)
        self._tell(changes)
        self._look_back()
        restate(self.content_id, self.editions)
        return changes

    def _compile(self, locale: str | None) -> dict[str, Change]:
        if locale is None:
            return self.bring_up_to_date(self.codes)
        first = self.one(locale)
        concerned = first.face or self.is_source(locale)
        others = [code for code in self.codes if code != locale] if concerned else []
        return self.bring_up_to_date(others, {locale: first})

    def one(self, code: str) -> Change:
        """Compile or withdraw the document of one language."""
        edition, document = self.editions.get(code), self.documents.get(code)
        if self.recall is not None and self.recall.is_active:
            change = NOTHING if document is None else stand(document, self.recall, self.shelf)
        elif edition is None or not isinstance(edition.row, Published):
            change = self._take_down(document, "deleted")
        elif (reason := self.reason_against(edition)) is not None:
            change = self._take_down(document, reason)
        else:
            document = document or Document(content_id=self.content_id, locale=code)
            change = put(document, edition.row, compile_live(edition, self.shelf))
            self.documents[code] = document
        if document is not None:
            self.shelf.learn(document)
        return change

    def _take_down(self, document: Document | None, reason: Reason) -> Change:
        if document is None:
            return NOTHING
        change = bury(document, reason, None) if document.status == Status.LIVE else NOTHING
        if self.recall is None:
            return change
        return change.followed_by(keep_notice(document, self.recall, self.shelf))

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

    def _fan_out(self, changes: dict[str, Change]) -> None:
        keys: set[str] = set()
        for code, change in changes.items():
            if change.card or change.facets:
                keys |= _keys(self.content_id, code, self.documents[code].type, change)
        if keys:
            refresh_dependents.enqueue(sorted(keys))

    def _tell(self, changes: dict[str, Change]) -> None:
        moved = {code: change.facets for code, change in changes.items() if change != NOTHING}
        if moved:
            kind = self.documents[next(iter(moved))].type
            documents_changed.send(Document, content_id=self.content_id, document_type=kind, languages=moved)

    def _look_back(self) -> None:
        """Let the worker see to what this shows for the first time, if that is being published just now."""
        made_from = {code: document.recorded or frozenset() for code, document in self.documents.items()}
        new = {key for code, keys in made_from.items() for key in keys - self._known.get(code, frozenset())}
        if new:
            catch_up.enqueue(str(self.content_id), self._since, sorted(new))

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
    since = Document.objects.aggregate(last=Max("sequence"))["last"] or 0
    documents = _documents(content_id)
    rows = rows_of(content_id, model)
    shelf = Shelf()
    shelf.trees.prepare(row for row in rows if isinstance(row, Page))
    keys = (key for document in documents.values() for key in document.recorded or ())
    shelf.fetch_cards({content_id, *contents_of(keys)})
    return Work(content_id, editions_of(rows), documents, latest(content_id), shelf, since)


def _documents(content_id: UUID) -> dict[str, Document]:
    """Return what is stored of a content by language code, with dependencies and without the large bodies."""
    found = {row.locale: row for row in Document.objects.filter(content_id=content_id).defer("body")}
    recorded: dict[str, set[str]] = {code: set() for code in found}
    dependencies = Dependency.objects.filter(document__in=[row.pk for row in found.values()])
    for code, key in dependencies.values_list("document__locale", "key"):
        recorded[code].add(key)
    for code, row in found.items():
        row.recorded = frozenset(recorded[code])
    return found


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


def _keys(content_id: UUID, code: str, document_type: str, change: Change) -> set[str]:
    keys = {list_key(document_type, facet, code) for facet in change.facets}
    if change.card:
        keys |= {card_key(content_id, code), card_key(content_id, "source")}
        keys.add(list_key(document_type, None, code))
    return keys
