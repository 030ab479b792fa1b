"""How does a whole translation come in from outside, through the same doors that translators use?

``submit`` sends content to a language, ``fill`` enters the translated texts as the confirmed work of a
person, ``draft`` makes the translation of them and ``publish`` also publishes it. The gate judges it like any
other translation.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
from typing import Any

from bs4 import BeautifulSoup
from wagtail.models import Locale
from wagtail_localize.models import (
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import StringValue, validate_translation_links

from localization.sections import section_of

# The attributes of the links in one string, by their number: {"a1": {"linktype": "page", "id": "5"}}.
Links = dict[str, dict[str, str]]

UNIQUE = ("locale", "translation_of", "context")
UPDATED = ("data", "translation_type", "last_translated_by", "has_error", "field_error", "updated_at")


class TextsDoNotMatch(Exception):
    """The translated object has not the same texts as the source. The message says where."""


def has_texts(instance: Any, code: str) -> bool:
    """Say whether translators have entered texts of ``instance`` in the language ``code``."""
    return bool(
        StringTranslation.objects.filter(
            context__object_id=instance.translation_key, locale__language_code=code
        ).exists()
    )


def submit(instance: Any, code: str) -> Any:
    """Send the source ``instance`` to the language ``code``; return the original as it was sent.

    What is chosen in it (authors, category) is not sent along: it must have been translated before. A second
    call takes over what has changed in the source and keeps the texts that are still right.
    """
    source, _created = TranslationSource.update_or_create_from_instance(instance)
    locale = Locale.objects.get(language_code=code)
    Translation.objects.update_or_create(source=source, target_locale=locale, defaults={"enabled": True})
    return source.as_instance()


def fill(
    instance: Any, code: str, translated: Any, user: Any = None, sections: Collection[str] | None = None
) -> int:
    """Enter the texts of ``translated`` as the translation of ``instance`` into ``code``.

    Args:
        instance: the source, already submitted.
        code: the language.
        translated: what ``submit`` returned, with translated texts; same block ids, same links.
        user: who answers for the texts.
        sections: enter the texts of these sections alone; what else ``translated`` says is not looked at.

    Returns:
        The number of texts.

    Raises:
        TextsDoNotMatch: when a text is missing, surplus, or its links differ. Nothing is written then.
    """
    source, locale = _source(instance), Locale.objects.get(language_code=code)
    segments = list(source.stringsegment_set.select_related("context", "string").order_by("order"))
    found = _strings(translated)
    if sections is not None:
        segments = [one for one in segments if _section(instance, one.context.path) in sections]
        found = {path: texts for path, texts in found.items() if _section(instance, path) in sections}
    _compare([segment.context.path for segment in segments], found)
    rows = {}  # by string and context: a text that stands twice in one rich text has one translation
    for segment in segments:
        path = segment.context.path
        data, links = found[path].pop(0)
        text = _numbered_like(json.loads(segment.attrs) or {}, data, links, path)
        _require_usable(segment.string.data, text, path)
        rows[segment.string_id, segment.context_id] = _row(segment, locale, text, user)
    # One statement for the many texts of a page, so without StringTranslation.save(): what that checks is
    # checked by _require_usable, and the draft title it sets is set again when the target is saved.
    StringTranslation.objects.bulk_create(
        rows.values(), update_conflicts=True, unique_fields=UNIQUE, update_fields=UPDATED
    )
    return len(segments)


def draft(instance: Any, code: str, user: Any = None) -> Any:
    """Make the translation of ``instance`` into ``code`` from its texts and return its row, a draft."""
    translation = Translation.objects.get(source=_source(instance), target_locale__language_code=code)
    translation.save_target(user=user, publish=False)
    return translation.get_target_instance()


def publish(instance: Any, code: str, user: Any = None) -> Any:
    """Make the translation of ``instance`` into ``code`` from its texts, publish it and return its row.

    The gate may refuse: the row then has a ``latest_revision`` that is not live.
    """
    target = draft(instance, code, user)
    target.get_latest_revision().publish(user=user)
    return type(target)._default_manager.get(pk=target.pk)


def _source(instance: Any) -> TranslationSource:
    return TranslationSource.objects.get(object_id=instance.translation_key, locale_id=instance.locale_id)


def _section(instance: Any, path: str) -> str | None:
    """Return the kind of the section in which a content path lies."""
    section = section_of(type(instance), path)
    return section.kind if section else None


def _strings(instance: Any) -> dict[str, list[tuple[str, Links]]]:
    found: dict[str, list[tuple[str, Links]]] = defaultdict(list)
    for segment in extract_segments(instance):
        if isinstance(segment, StringSegmentValue):
            found[segment.path].append((segment.string.data, segment.attrs or {}))
    return found


def _compare(expected: list[str], found: dict[str, list[tuple[str, Links]]]) -> None:
    problems = []
    for path in dict.fromkeys([*expected, *found]):
        wanted, there = expected.count(path), len(found.get(path, []))
        if wanted != there:
            problems.append(
                f"“{path}” has {there} texts instead of {wanted}. Write as many paragraphs and points "
                "as the original, in the same order."
            )
    if problems:
        raise TextsDoNotMatch("\n".join(problems))


def _numbered_like(original: Links, text: str, links: Links, path: str) -> str:
    """Return ``text`` with its links numbered like those of the original that lead to the same place.

    wagtail-localize numbers links in reading order, and languages put them in different orders.
    """
    free = dict(original)
    soup = BeautifulSoup(text, "html.parser")
    for anchor in soup.find_all("a"):
        attributes = links[str(anchor["id"])]
        number = next((number for number, same in free.items() if same == attributes), None)
        if number is None:
            raise TextsDoNotMatch(
                f"“{path}” has a link that the original does not have: {attributes}. Remove it."
            )
        del free[number]
        anchor["id"] = number
    if free:
        raise TextsDoNotMatch(f"“{path}” lacks a link of the original: {next(iter(free.values()))}. Add it.")
    return str(soup) if links else text


def _require_usable(original: str, text: str, path: str) -> None:
    try:
        StringValue.from_translated_html(text)
        validate_translation_links(original, text)
    except ValueError as reason:
        raise TextsDoNotMatch(f"“{path}” cannot be used: {reason}") from reason


def _row(segment: Any, locale: Locale, text: str, user: Any) -> StringTranslation:
    return StringTranslation(
        translation_of=segment.string,
        context=segment.context,
        locale=locale,
        data=text,
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        last_translated_by=user,
    )
