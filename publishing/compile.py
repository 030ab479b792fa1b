"""How does content become a document?

``document = compile(live revisions, confirmed sections, references)``: a pure function of stored data, so it
can be repeated, compared and proven (``manage.py reconcile``). The same function compiles in memory for
previews and for pages behind a login.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

import orjson
from django.utils import translation
from wagtail.models import Page

from localization.freshness import Freshness, freshness_of
from localization.languages import Language, language, position
from localization.merge import with_source_values
from localization.reading import read
from localization.source import source_locale
from publishing.attribution import as_read, attribution
from publishing.context import BASE, CompileContext
from publishing.mix import own_words
from publishing.moments import iso
from publishing.paths import breadcrumbs, path_of
from publishing.published_types import api_address
from publishing.reviews import Claims, claims_of, standings_on, without_reviews
from publishing.sections import Sections
from publishing.shelf import SOURCE, Shelf
from publishing.structured_data import graph

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from localization.editions import Edition
    from localization.review.standing import Standing
    from publishing.published import Published

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Compiled:
    """A finished document: its content, its card, what it was made from, when it ends, what is reviewed."""

    data: dict[str, Any]
    card: dict[str, Any]
    facets: list[str]
    dependencies: frozenset[str]
    expires_at: dt.datetime | None
    is_source: bool
    claims: Claims = field(default_factory=Claims)

    @property
    def valid_until(self) -> dt.datetime | None:
        """Until when all of it is true: it expires, or a review that it tells of falls due."""
        ends = [end for end in (self.expires_at, self.claims.valid_until) if end is not None]
        return min(ends, default=None)


def compile_live(
    edition: Edition, shelf: Shelf | None = None, freshness: Mapping[str, Freshness] | None = None
) -> Compiled:
    """Compile what is live of an edition. Its row is never read for content.

    ``freshness`` says how its sections stand and what is shown of them, where that is decided already.
    """
    shelf = shelf or Shelf()
    freshness = freshness_of(edition, shelf.policies) if freshness is None else freshness
    instance = edition.live if edition.is_source else text_of(edition, freshness)
    mixed = [kind for kind, fresh in freshness.items() if fresh.stale]
    compiled = compile_object(
        instance,
        freshness,
        source=edition.source.code,
        original=edition.source.live,
        shelf=shelf,
        standings=standings_on(shelf, instance, mixed),
    )
    # A translation goes when its source goes.
    ends = [end for end in (edition.row.expire_at, edition.source.row.expire_at) if end is not None]
    return replace(compiled, expires_at=min(ends, default=None))


def text_of(edition: Edition, freshness: Mapping[str, Freshness]) -> Any:
    """Return a translation as it is shown: held sections as they were confirmed, values from the original."""
    held = {name: value for fresh in freshness.values() for name, value in (fresh.held or {}).items()}
    copies = {new: old for fresh in freshness.values() for new, old in fresh.copies.items()}
    live = edition.live
    if held:
        live = read(edition.row, {**edition.live_revision.content, **held})
    return with_source_values(live, edition.source.live, copies)


def compile_object(
    instance: Any,
    freshness: Mapping[str, Freshness] | None = None,
    *,
    source: str | None = None,
    original: Any = None,
    shelf: Shelf | None = None,
    standings: Mapping[str, Standing] | None = None,
) -> Compiled:
    """Compile an object made from any revision, or one that an editor is just writing (preview).

    ``original`` is the live original, written in ``source``: what is shown item by item is completed from it.
    ``standings`` say how the medical review of each section stands; without them nothing is claimed.
    """
    spoken = language(instance.locale.language_code)
    written = language(source or source_locale(instance))
    context = CompileContext(spoken, shelf)
    with translation.override(spoken.code):
        published = cast("Published", instance)
        card = _card(instance, spoken, context)
        claims = claims_of(standings or {}, context)
        data = _head(instance, card, written, context, claims)
        data |= published.compile_extra(context)
        sections = Sections(instance, original, context, written, freshness or {}, claims)
        data["sections"] = {section.kind: sections.compile(section) for section in published.SECTIONS}
        data["json_ld"] = graph(data, published.main_entity(own_words(data)))
        facets = published.facets(context)
    dependencies = frozenset(context.dependencies)
    return Compiled(data, card, facets, dependencies, instance.expire_at, written == spoken, claims)


def _card(instance: Any, spoken: Language, context: CompileContext) -> dict[str, Any]:
    path = path_of(instance, context.shelf)
    return {
        "id": str(instance.translation_key),
        "type": instance.document_type,
        "language": spoken.tag,
        "direction": spoken.direction,
        "title": instance.document_title(),
        "path": path,
        "url": None if path is None else BASE + path,
        "api_path": api_address(instance.document_type, instance.translation_key, spoken.tag),
        **instance.compile_card(context),
    }


def _head(
    instance: Any, card: dict[str, Any], original: Language, context: CompileContext, claims: Claims
) -> dict[str, Any]:
    own = {name: card[name] for name in ("language", "direction", "title", "path", "url", "api_path")}
    return {
        "schema": f"{instance.document_type}/{SCHEMA_VERSION}",
        "type": instance.document_type,
        "id": card["id"],
        "language": card["language"],
        "direction": card["direction"],
        "source_language": original.tag,
        "status": "live",
        "withdrawn": None,
        **{name: own[name] for name in ("path", "url", "api_path")},
        "slug": getattr(instance, "slug", None),
        "title": card["title"],
        "summary": card.get("summary", ""),
        "dates": {
            "first_published": iso(instance.first_published_at),
            "updated": None,
            "last_reviewed": claims.last_reviewed,
            "review_due": claims.review_due,
        },
        "valid_until": None,
        "reviewers": claims.reviewers,
        "available_translations": translations_of(instance, own, original, context.shelf),
        "attribution": _attribution(instance, card, context),
        "breadcrumbs": breadcrumbs(instance, context) if isinstance(instance, Page) else [],
    }


def _attribution(instance: Any, card: dict[str, Any], context: CompileContext) -> dict[str, Any] | None:
    """Return the block of what is served; what stands around every page is not taken over."""
    if not instance.api_collection:
        return None
    organisation: dict[str, Any] = next(iter(context.documents("organisation")), {})
    return attribution(organisation.get("title", ""), card["url"], context.language)


def translations_of(
    instance: Any, own: dict[str, Any], original: Language, shelf: Shelf
) -> list[dict[str, Any]]:
    """Return every language in which this content is public, itself included, in the setting's order."""
    cards = {code: card for code, card in shelf.cards(instance.translation_key).items() if code != SOURCE}
    found = {code: {name: card[name] for name in own} for code, card in cards.items()}
    found[instance.locale.language_code] = own
    return [
        {**found[code], "name": language(code).name, "is_source": code == original.code}
        for code in sorted(found, key=position)
    ]


# What does not count as a change of content: when it was, how long it holds, in which other languages it
# exists, and what is made of the rest for machines.
VOLATILE = ("dates", "valid_until", "available_translations", "json_ld")


def content_digest(data: dict[str, Any]) -> str:
    """Return the digest of what a reader reads; it moves ``dates.updated`` and the sitemap's ``lastmod``."""
    read = {key: value for key, value in without_reviews(data).items() if key not in VOLATILE}
    if "attribution" in read:
        read["attribution"] = as_read(read["attribution"], read["url"])
    return hashlib.sha256(orjson.dumps(read, option=orjson.OPT_SORT_KEYS)).hexdigest()


def serialise(
    data: dict[str, Any], updated: dt.datetime, valid_until: dt.datetime | None = None
) -> tuple[bytes, str]:
    """Return the document's bytes with their date of change and their end, and the digest of their ETag."""
    dates = {**data["dates"], "updated": iso(updated)}
    dated = {**data, "dates": dates, "valid_until": iso(valid_until)}
    if dated["json_ld"]:
        dated["json_ld"]["@graph"][0]["dateModified"] = iso(updated)
    body = orjson.dumps(dated)
    return body, hashlib.sha256(body).hexdigest()[:40]
