"""Which language does a reader want, going by what the browser says?

``Accept-Language`` (RFC 9110, 12.5.4) is matched by lookup (RFC 4647, 3.4): each range is shortened from its
end until it names a language on offer. Two things are added. A range without a script is also tried with the
script that CLDR says its region writes, so ``zh-CN`` finds Simplified Chinese; ``zh-TW`` does not, nor does
the bare ``zh`` that browsers send after it, because a reader of Traditional Chinese must not get the other
script unasked. And ``q=0`` refuses a language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from babel.core import get_global

from localization.languages import Language

# A header of this length names more languages than anyone speaks; the rest is not read.
LONGEST_HEADER = 1000

# RFC 9110, 12.4.2 and RFC 4647, 2.1: one range with its weight.
RANGE = re.compile(
    r"(?P<range>\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)\s*(?:;\s*q=(?P<weight>0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?",
    re.IGNORECASE,
)


def negotiate(header: str, offered: Sequence[Language]) -> Language:
    """Return the offered language that suits the header of an ``Accept-Language`` field best.

    Args:
        header: the value of the field; empty or unreadable parts say nothing.
        offered: the languages to choose from, not empty. Their order decides where the header does not: the
            first one that is not refused is the default.

    Returns:
        One of ``offered``. A reader who refuses all of them still gets the first: RFC 9110 lets a server
        disregard the field rather than send an error.
    """
    ranges = _ranges(header)
    acceptable = _acceptable(ranges, offered)
    return _asked_for(ranges, acceptable) or (acceptable[0] if acceptable else offered[0])


def asked_for(header: str, offered: Iterable[Language]) -> Language | None:
    """Return the offered language that the header names, ``None`` where a default would have to decide."""
    ranges = _ranges(header)
    return _asked_for(ranges, _acceptable(ranges, offered))


def _acceptable(ranges: Sequence[tuple[str, float]], offered: Iterable[Language]) -> list[Language]:
    refused = [wanted for wanted, weight in ranges if not weight]
    return [one for one in offered if not any(_names(wanted, one.tag) for wanted in refused)]


def _asked_for(ranges: Sequence[tuple[str, float]], acceptable: Sequence[Language]) -> Language | None:
    by_tag = {language.tag.lower(): language for language in acceptable}
    scripts: dict[str, str] = {}
    for wanted, weight in ranges:
        for tag in _lookup(wanted, scripts) if weight else ():
            if tag in by_tag:
                return by_tag[tag]
    return None


def _ranges(header: str) -> list[tuple[str, float]]:
    """Return the ranges in lower case with their weights, the best first; equal weights keep their order."""
    matches = (RANGE.fullmatch(part.strip()) for part in header[:LONGEST_HEADER].split(","))
    found = [(match["range"].lower(), float(match["weight"] or 1)) for match in matches if match]
    return sorted(found, key=lambda pair: -pair[1])


def _names(wanted: str, tag: str) -> bool:
    """Say whether a refused range covers a tag (RFC 4647, 3.3.1: basic filtering; ``*`` is left out)."""
    return f"{tag.lower()}-".startswith(f"{wanted}-")


def _lookup(wanted: str, scripts: dict[str, str]) -> Iterator[str]:
    """Give the tags that a range may stand for, in lower case, the most exact first.

    ``scripts`` keeps the script of each language that an earlier range was more exact about.
    """
    yield from _shortened(wanted)
    language, *rest = wanted.split("-")
    script = _script(language, rest)
    if rest and script:
        scripts.setdefault(language, script)
    elif language in scripts:
        script = scripts[language]
    if script:
        yield f"{language}-{script}"


def _shortened(wanted: str) -> Iterator[str]:
    subtags = wanted.split("-")
    while subtags:
        yield "-".join(subtags)
        subtags.pop()
        if subtags and len(subtags[-1]) == 1:  # a singleton means nothing without what follows it
            subtags.pop()


def _script(language: str, rest: list[str]) -> str | None:
    """Return the script of a range in lower case: the one it names, else the one CLDR finds likely."""
    named = next((subtag for subtag in rest if len(subtag) == 4 and subtag.isalpha()), None)
    if named:
        return named
    likely: Mapping[str, str] = get_global("likely_subtags")
    region = next((subtag.upper() for subtag in rest if len(subtag) == 2), "")
    full = likely.get(f"{language}_{region}") or likely.get(language)
    return None if full is None else full.lower().split("_")[1]
