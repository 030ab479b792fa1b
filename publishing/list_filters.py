"""By what can readers narrow the list of an index page, and what have they chosen?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import QueryDict

# What advertising and mail tools hang on an address; it chooses nothing.
TRACKING = re.compile(r"utm_\w+|\w*clid|mc_\w+|_\w+", re.ASCII)


@dataclass(frozen=True, slots=True)
class ListFilter:
    """One thing to filter by: the parameter and kind of facet, and what readers see.

    ``choices`` are codes with their texts. They are ``None`` where the choices are documents of
    ``document_type``, known by content id; or what the listed documents have, if ``pattern`` says what that
    looks like and ``written`` how readers see it. Of those, the last in order comes first.
    """

    name: str
    label: Any
    choices: Sequence[tuple[str, Any]] | None = None
    document_type: str = ""
    pattern: str = ""
    written: Callable[[str], str] = str

    def may_be(self, value: str) -> bool:
        """Say whether a value can be one of the choices; of documents, whether it is a content id at all."""
        if self.choices is not None:
            return value in {code for code, _text in self.choices}
        if self.pattern:
            return re.fullmatch(self.pattern, value, re.ASCII) is not None
        try:
            return str(UUID(value)) == value
        except ValueError:
            return False


class UnknownChoice(ValueError):
    """Raised for a parameter, or the value of one, that the list does not have."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader has asked of a list: values by filter, and the content id behind which a page starts."""

    chosen: dict[str, str]
    after: UUID | None = None

    @property
    def facets(self) -> list[str]:
        """What all documents of the list must have."""
        return [f"{name}:{value}" for name, value in self.chosen.items()]


def asked_of(parameters: QueryDict, filters: Sequence[ListFilter]) -> Asked:
    """Return what the parameters ask for; an empty one asks for nothing, as forms send them.

    Raises:
        UnknownChoice: one is unknown, or is given twice.
    """
    by_name = {one.name: one for one in filters}
    chosen, after = {}, None
    for name, values in parameters.lists():
        given = [value for value in values if value]
        if not given or TRACKING.fullmatch(name):
            continue
        if len(given) > 1:
            raise UnknownChoice(name)
        if name == "after" and ListFilter("after", "").may_be(given[0]):
            after = UUID(given[0])
        elif name in by_name and by_name[name].may_be(given[0]):
            chosen[name] = given[0]
        else:
            raise UnknownChoice(name)
    return Asked(dict(sorted(chosen.items())), after)
