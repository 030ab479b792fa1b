"""How is a section put together of which some items are in another language?

What is confirmed against the live original stays in the reader's language; the rest appears in the
original's, each part with its own ``language`` and ``direction``. Both sides are compiled whole, so an item
is never half of one and half of the other. DESIGN, section 3: the policy “source”.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Collection

    from localization.languages import Language

Part = dict[str, Any]
_TAG = re.compile(r"<[^>]*>|&\w+;")


def mixed(own: Part, original: Part, stale: Collection[str], spoken: Language) -> Part:
    """Return a section item by item.

    Args:
        own: the section compiled in the reader's language, with the values of the original.
        original: the same section of the original.
        stale: ids (or field names) of the original's items that are not confirmed in the reader's language.
        spoken: the language of ``original``.

    A text that cannot carry a language of its own (a plain field, a point of a list) takes the whole section
    with it into the original's language.
    """
    if not stale:
        return own
    listed = {item["id"] for value in original.values() for item in items_in(value)}
    rest_is_own = listed.issuperset(stale)
    if not rest_is_own and any(
        own[name] != value and not _can_be_marked(value)
        for name, value in original.items()
        if name != "heading"
    ):
        return {**original, **_marks(spoken)}
    return {
        name: _value(own[name], value, stale, spoken, rest_is_own) if name != "heading" else own[name]
        for name, value in original.items()
    }


def _value(own: Any, original: Any, stale: Collection[str], spoken: Language, rest_is_own: bool) -> Any:
    if items_in(original):
        translated = {item["id"]: item for item in items_in(own)}
        items = [
            {**item, **_marks(spoken)}
            if item["id"] in stale or item["id"] not in translated
            else translated[item["id"]]
            for item in items_in(original)
        ]
        return items if isinstance(original, list) else items[0]
    if rest_is_own or (original == own and not _has_words(own)):
        return own
    return {**original, **_marks(spoken)}


def foreign_parts(content: Part, tag: str) -> Literal["none", "some", "all"]:
    """Say how much of a section's content is in another language than ``tag``."""
    if content.get("language", tag) != tag:
        return "all"
    parts = [entry for value in content.values() for entry in (value if isinstance(value, list) else [value])]
    return "some" if any(_speaks_other(part, tag) for part in parts) else "none"


def own_words(data: Part) -> Part:
    """Return a document without the texts of its sections that are in another language than the document."""
    return {
        **data,
        "sections": {kind: _own_section(part, data["language"]) for kind, part in data["sections"].items()},
    }


def _own_section(part: Part, tag: str) -> Part:
    foreign = part["language"] != tag
    return {name: _own_value(value, tag, foreign) for name, value in part.items()}


def _own_value(value: Any, tag: str, foreign: bool) -> Any:
    if isinstance(value, list):
        return [] if foreign else [entry for entry in value if not _speaks_other(entry, tag)]
    return None if isinstance(value, dict) and (foreign or _speaks_other(value, tag)) else value


def _speaks_other(entry: Any, tag: str) -> bool:
    return isinstance(entry, dict) and entry.get("language", tag) != tag


def items_in(value: Any) -> list[Part]:
    """Return the items (what has an ``id``) that a value of a compiled section is, or is a list of."""
    if isinstance(value, list):
        return [entry for entry in value if isinstance(entry, dict) and "id" in entry]
    return [value] if isinstance(value, dict) and "id" in value else []


def _can_be_marked(value: Any) -> bool:
    return bool(items_in(value)) or (isinstance(value, dict) and "html" in value)


def _has_words(value: Any) -> bool:
    """Say whether prose has words: of what nobody has translated, the translation has the original's."""
    return _can_be_marked(value) and any(sign.isalpha() for sign in _TAG.sub("", value["html"]))


def _marks(spoken: Language) -> Part:
    return {"language": spoken.tag, "direction": spoken.direction}
