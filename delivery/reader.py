"""Which language does a request ask for, what has decided so, and how is that told?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from django.http import HttpRequest

from localization.languages import Language, UnknownLanguage, all_languages, default_language, language
from localization.negotiation import asked_for, negotiate

# What has decided: the parameter, the header, or neither of them.
ChosenBy = Literal["locale", "accept-language", "default"]
# Why a language cannot be given, the gravest first.
Objection = Literal["not_published", "gone", "missing", "partial", "behind", "not_reviewed"]
Refused = tuple[Language, Objection]


@dataclass(frozen=True, slots=True)
class Choice:
    """The language that a request is answered in first of all, and what has decided so."""

    language: Language
    by: ChosenBy


def _in_order(offered: Iterable[Language]) -> list[Language]:
    default = default_language()
    return sorted(offered, key=lambda one: one != default)


def choose(request: HttpRequest, offered: Iterable[Language]) -> Choice:
    """Return the offered language that ``Accept-Language`` asks for, else the site's default if offered.

    ``offered`` must not be empty; its order decides where neither header nor default does.
    """
    header, in_order = request.headers.get("Accept-Language", ""), _in_order(offered)
    named = asked_for(header, in_order)
    if named is not None:
        return Choice(named, "accept-language")
    return Choice(negotiate(header, in_order), "default")


def decision_header(asked: Choice, served: Language, refused: Sequence[Refused] = ()) -> str:
    """Return the value of ``Language-Decision``: a dictionary of structured fields (RFC 9651, 3.2)."""
    passed = " ".join(f'"{one.tag}";because={objection}' for one, objection in refused)
    told = f'requested="{asked.language.tag}";by={asked.by}, served="{served.tag}"'
    return told + (f", refused=({passed})" if passed else "")


def language_of_messages(request: HttpRequest) -> Language:
    """Return the language to tell this reader of a problem in: the address says it, else the header."""
    try:
        return language(request.GET.get("locale", ""))
    except UnknownLanguage:
        return choose(request, all_languages()).language
