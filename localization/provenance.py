"""From which source text was this very revision translated, and which of its strings has a person confirmed?

Completeness is judged on the strings of the revision that is about to be published, never on the
Translation table: an old draft published from the history, a copy, or a hand edit after “stop
synchronised translation” all look complete there (wagtail-localize-traps, section 20).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wagtail_localize.models import SourceDeletedError, StringTranslation

from localization.digest import digest_of, item_digests
from localization.models import RevisionProvenance
from localization.segments import Segments, same_text, segments_of
from localization.source import translation_source

if TYPE_CHECKING:
    from uuid import UUID

    from wagtail.models import Revision

    from localization.sections import Section

_LINK_NUMBER = re.compile(r'<a id="a\d+">')

# What a string of a translation can be: who made it, or why it does not count.
HUMAN, MACHINE, UNCONFIRMED = "human", "machine", "unconfirmed"


def confirmed_strings(content_id: UUID, locale: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Return what translators entered: (path, source text) → (translated text, origin)."""
    rows = StringTranslation.objects.filter(
        context__object_id=content_id, locale__language_code=locale, has_error=False
    ).values_list("context__path", "translation_of__data", "data", "translation_type")
    return {
        (path, same_text(source)): (same_text(text), MACHINE if kind == "machine" else HUMAN)
        for path, source, text, kind in rows
        if text.strip()
    }


def origin_of_each(
    source: Segments, target: Segments, confirmed: Mapping[tuple[str, str], tuple[str, str]]
) -> dict[str, str]:
    """Judge every text of ``target``; return the origin by path (``path#2`` for the third of a rich text)."""
    origins: dict[str, str] = {}
    for path in {**source.texts, **target.texts}:
        wanted = source.texts.get(path, [])
        found = target.texts.get(path, [])
        for index in range(max(len(wanted), len(found))):
            origins[label(path, index)] = _origin(path, index, wanted, found, confirmed)
    return origins


def label(path: str, index: int) -> str:
    """Return how provenance calls a text: its path, and from the second text of a rich text its place."""
    return path if index == 0 else f"{path}#{index}"


def _origin(
    path: str,
    index: int,
    wanted: list[str],
    found: list[str],
    confirmed: Mapping[tuple[str, str], tuple[str, str]],
) -> str:
    if index >= len(wanted) or index >= len(found):
        return UNCONFIRMED  # a text that one side lacks: added by hand, or lost
    text, origin = confirmed.get((path, same_text(wanted[index])), ("", UNCONFIRMED))
    return (
        origin
        if text and without_link_numbers(text) == without_link_numbers(same_text(found[index]))
        else UNCONFIRMED
    )


def without_link_numbers(text: str) -> str:
    """Return ``text`` without the numbers of its links.

    They count links in reading order: in a translation that puts two links in another order than the source,
    the translator's text has the numbers of the source, and the text that was made of it has its own.
    """
    return _LINK_NUMBER.sub("<a>", text)


def record(revision: Revision) -> list[RevisionProvenance]:
    """Work out and store the provenance of a translated revision; return one row for each section.

    Returns an empty list for a revision of the source (unless it was copied from half a translation), or of
    something that has no sections.
    """
    instance: Any = revision.as_object()
    sections: tuple[Section, ...] = getattr(type(instance), "SECTIONS", ())
    source = translation_source(instance.translation_key, instance.locale.language_code) if sections else None
    if source is None:
        return _carry_on(revision, instance)
    try:
        source_segments = segments_of(source.as_instance())
    except SourceDeletedError:
        return []
    target_segments = segments_of(instance)
    confirmed = confirmed_strings(instance.translation_key, instance.locale.language_code)
    rows = [judged(revision, section, source_segments, target_segments, confirmed) for section in sections]
    RevisionProvenance.objects.filter(revision=revision).delete()
    return RevisionProvenance.objects.bulk_create(rows)


def judged(
    revision: Revision,
    section: Section,
    source: Segments,
    target: Segments,
    confirmed: Mapping[tuple[str, str], tuple[str, str]],
) -> RevisionProvenance:
    """Return what is to be stored of one section; ``source`` and ``target`` are whole objects' texts."""
    here, there = target.of_fields(section.fields), source.of_fields(section.fields)
    origins = origin_of_each(there, here, confirmed)
    return RevisionProvenance(
        revision=revision,
        section=section.kind,
        source_digest=digest_of(there),
        target_digest=digest_of(here),
        missing=sorted(path for path, origin in origins.items() if origin != HUMAN),
        origins=origins,
        items=item_digests(there),
    )


def provenance_of(revision: Revision) -> list[RevisionProvenance]:
    """Return the stored provenance of a revision, or derive it when there is none (an old revision)."""
    return list(RevisionProvenance.objects.filter(revision=revision)) or record(revision)


def _carry_on(revision: Revision, instance: Any) -> list[RevisionProvenance]:
    """Store what nobody has confirmed of a copied translation; it stays so until the text is changed."""
    previous = instance.revisions.exclude(pk=revision.pk).order_by("-created_at", "-pk").first()
    known = [row for row in RevisionProvenance.objects.filter(revision=previous) if row.missing]
    if not known:
        return []
    before, now = segments_of(previous.as_object()).texts, segments_of(instance).texts
    for row in known:
        paths = [path for path in row.missing if now.get(_path(path)) == before.get(_path(path))]
        row.pk, row.revision, row.missing = None, revision, paths
    return RevisionProvenance.objects.bulk_create(known)


def _path(label: str) -> str:
    return label.partition("#")[0]


def inherited(revision: Revision) -> list[RevisionProvenance]:
    """Return what is known of the revision of an original that was copied from a translation."""
    return list(RevisionProvenance.objects.filter(revision=revision))


def inherit(original: Revision | None, copied: Revision) -> None:
    """Let a copied revision be known to have the unconfirmed texts of the revision that it was copied from.

    A copied translation is content of its own, with no source to compare it with; without this, half a
    translation could be published by way of a copy.
    """
    known = [] if original is None else provenance_of(original)
    RevisionProvenance.objects.filter(revision=copied).delete()
    for row in known:
        row.pk, row.revision = None, copied
    RevisionProvenance.objects.bulk_create(known)
