"""How does a translator confirm a whole section in one act?

A section is confirmed by a person who accepts its suggestions, says of old translations that they still fit
the new original, or writes new ones. Each becomes that person's own translation of the very text that is
live in the original now, so provenance counts it; then a draft is made of it, and publishing that draft makes
the section current.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue, validate_translation_links

from localization.changes.compare import Comparison, Piece, SectionChanges
from localization.digest import text_digests
from localization.segments import same_text


class CannotConfirm(Exception):
    """Raised when a section cannot be confirmed; the message tells the translator why and what to do."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What was confirmed: how many texts, how many of the section are still to be done, and the new draft."""

    accepted: int
    left: int
    revision: Revision


@transaction.atomic
def confirm_section(
    comparison: Comparison, kind: str, digest: str, texts: Mapping[str, str], user: Any
) -> Confirmation:
    """Confirm texts of one section as the work of ``user``, and save a draft made of them.

    Args:
        comparison: of the translation with its original, as they are now.
        kind: the section.
        digest: the text digest of the original's section that the translator had on the screen.
        texts: what to confirm: translated text by ``Piece.key``.
        user: who answers for it; may change the translation (asked at the door).

    Raises:
        CannotConfirm: nothing was written.
    """
    section = _section(comparison, kind, digest)
    pieces = {piece.key: piece for piece in section.pieces}
    accepted = {pieces[key]: text.strip() for key, text in texts.items() if key in pieces and text.strip()}
    translation = _translation(comparison)
    segments = _segments(translation.source)
    for piece, text in accepted.items():
        _require_usable(type(comparison.row), piece, text)
        _accept(segments, piece, text, translation.target_locale, user)
    revision = _draft(translation, user)
    _log(comparison.row, revision, section, accepted, user)
    return Confirmation(len(accepted), len(set(section.unfinished) - set(accepted)), revision)


def _section(comparison: Comparison, kind: str, digest: str) -> SectionChanges:
    section = next((found for found in comparison.sections() if found.kind == kind), None)
    if section is None:
        raise CannotConfirm(_("There is no such section any longer. Look at the changes again."))
    if section.source_digest != digest:
        raise CannotConfirm(_("The original has been changed again. Look at the changes once more."))
    return section


def _translation(comparison: Comparison) -> Any:
    """Return the translation, its source holding the original as it is live.

    The task that follows a publication of the original may not have come to it yet.
    """
    found = Translation.objects.filter(
        source__object_id=comparison.row.translation_key, target_locale__language_code=comparison.target.code
    )
    translation = found.filter(enabled=True).select_related("source", "target_locale").first()
    if translation is None:
        raise CannotConfirm(_("This translation was stopped. Start it again in the editor, then confirm it."))
    source: TranslationSource = translation.source
    if text_digests(source.as_instance(), type(comparison.row).SECTIONS) != comparison.original.digests:
        source.update_from_db()
    return Translation.objects.select_related("source", "target_locale").get(pk=translation.pk)


def _segments(source: TranslationSource) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for segment in source.stringsegment_set.select_related("context", "string").order_by("order"):
        found[segment.context.path].append(segment)
    return found


def _require_usable(model: Any, piece: Piece, text: str) -> None:
    """Refuse what wagtail-localize would take and then replace by the original, or fail to save."""
    try:
        StringValue.from_translated_html(text)
        validate_translation_links(piece.source, text)
    except ValueError as reason:
        raise CannotConfirm(
            _("“%(place)s” cannot be used: %(reason)s") % {"place": piece.label, "reason": reason}
        ) from reason
    if piece.source.count("<a ") != text.count("<a "):
        raise CannotConfirm(
            _("“%(place)s” has not the same links as the original. Put them where they belong.")
            % {"place": piece.label}
        )
    limit = _limit(model, piece.path)
    if limit is not None and len(text) > limit:
        raise CannotConfirm(
            _("“%(place)s” is longer than %(limit)d characters. Shorten it.")
            % {"place": piece.label, "limit": limit}
        )


def _limit(model: Any, path: str) -> int | None:
    try:
        return getattr(model._meta.get_field(path), "max_length", None)
    except FieldDoesNotExist:
        return None  # a text in a block


def _accept(segments: Mapping[str, list[Any]], piece: Piece, text: str, locale: Any, user: Any) -> None:
    here = segments.get(piece.path, [])
    if piece.index >= len(here) or same_text(here[piece.index].string.data) != same_text(piece.source):
        raise CannotConfirm(_("The original has been changed again. Look at the changes once more."))
    segment = here[piece.index]
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        locale=locale,
        context=segment.context,
        defaults={
            "data": text,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": "",
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )


def _draft(translation: Any, user: Any) -> Revision:
    """Save a draft of the translation as its texts are now."""
    try:
        translation.save_target(user=user, publish=False)
    except ValidationError as error:
        raise CannotConfirm(" ".join(error.messages)) from error
    return translation.get_target_instance().get_latest_revision()


def _log(
    row: Any, revision: Revision, section: SectionChanges, accepted: Mapping[Piece, str], user: Any
) -> None:
    kinds: dict[str, list[str]] = {"still_right": [], "suggestions": [], "written": []}
    for piece, text in accepted.items():
        kept = same_text(text) == same_text(piece.offered)
        kind = "written" if not kept else "suggestions" if piece.is_suggestion else "still_right"
        kinds[kind].append(piece.key)
    log(
        instance=row,
        action="localization.confirm_section",
        user=user,
        revision=revision,
        data={
            "section": section.kind,
            "label": section.label,
            "source_digest": section.source_digest,
            **kinds,
        },
    )
