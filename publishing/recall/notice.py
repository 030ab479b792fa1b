"""What do readers and apps get in place of a recalled content?

With an explanation: a document of its own, made from the stored row and the recall alone, so it stays what it
is when the page itself is changed or deleted. Without: a tombstone with the reason ``recalled``.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from localization.languages import language, position
from publishing.compile import Compiled
from publishing.context import BASE, CompileContext
from publishing.models import Document, Recall, Status
from publishing.published_types import api_address
from publishing.shelf import SOURCE, Shelf
from publishing.store import Change, bury, explain

SCHEMA_VERSION = 1
REASON = "recalled"
# What the notice shows of the replacement's card.
OF_REPLACEMENT = ("id", "type", "language", "direction", "title", "path", "url", "api_path")
IN_TRANSLATIONS = ("language", "direction", "title", "path", "url", "api_path")


def stand(document: Document, recall: Recall, shelf: Shelf) -> Change:
    """Bring one language into the state that an active recall demands."""
    if recall.kind == Recall.Kind.GONE:
        return bury(document, REASON, recall.replaced_by)
    return explain(document, compile_withdrawn(document, recall, shelf), recall.replaced_by)


def keep_notice(document: Document, recall: Recall, shelf: Shelf) -> Change:
    """Compile a notice that outlives its lifted recall again: its replacement may have another title now.

    Lifting allows publishing and publishes nothing; until somebody does, readers keep the explanation.
    """
    if document.status != Status.WITHDRAWN:
        return Change(written=False)
    return explain(document, compile_withdrawn(document, recall, shelf), recall.replaced_by)


def compile_withdrawn(document: Document, recall: Recall, shelf: Shelf | None = None) -> Compiled:
    """Compile the notice of a withdrawal in the language of a stored document."""
    spoken = language(document.locale)
    with translation.override(spoken.code):
        context = CompileContext(spoken, shelf)
        data: dict[str, Any] = {
            "schema": f"withdrawn/{SCHEMA_VERSION}",
            "type": document.type,
            "id": str(document.content_id),
            "language": spoken.tag,
            "direction": spoken.direction,
            "source_language": language(recall.source_locale).tag,
            "status": Status.WITHDRAWN.value,
            "withdrawn": _withdrawal(recall, context),
            "path": document.path,
            "url": None if document.path is None else BASE + document.path,
            "api_path": api_address(document.type, document.content_id, language(document.locale).tag),
            "slug": None,
            "title": document.title,
            "summary": "",
            "dates": {
                "first_published": _instant(document.first_published_at),
                "updated": None,
                "last_reviewed": None,
                "review_due": None,
            },
            "valid_until": None,
            "reviewers": [],
            "available_translations": _elsewhere(document, recall, context.shelf),
            "attribution": None,
            "breadcrumbs": [],
            "json_ld": None,
            "sections": {},
        }
    return Compiled(data, {}, [], frozenset(context.dependencies), None, document.is_source)


def _elsewhere(document: Document, recall: Recall, shelf: Shelf) -> list[dict[str, Any]]:
    """Return the languages in which the content is public again, for a notice that outlives its recall."""
    cards = shelf.cards(document.content_id)
    return [
        {
            **{name: cards[code][name] for name in IN_TRANSLATIONS},
            "name": language(code).name,
            "is_source": code == recall.source_locale,
        }
        for code in sorted(cards.keys() - {SOURCE, document.locale}, key=position)
    ]


def _withdrawal(recall: Recall, context: CompileContext) -> dict[str, Any]:
    """Return the explanation, in the reader's language or else the source's, and a sentence of ours."""
    own = context.locale_code if recall.explanations.get(context.locale_code) else recall.source_locale
    spoken = language(own)
    card = None if recall.replaced_by is None else context.card_of_content(recall.replaced_by)
    return {
        "at": _instant(recall.recalled_at),
        "notice": _("We have withdrawn this content. Please do not rely on copies of it."),
        "explanation": recall.explanations.get(own, ""),
        "language": spoken.tag,
        "direction": spoken.direction,
        "replaced_by": None if recall.replaced_by is None else str(recall.replaced_by),
        "replacement": None if card is None else {name: card.get(name) for name in OF_REPLACEMENT},
    }


def _instant(moment: dt.datetime) -> str:
    """Return an instant as documents write it."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
