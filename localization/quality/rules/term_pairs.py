"""Are the words used that were agreed on, and the forbidden ones not?"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from localization.quality.strings import Strings
from localization.quality.terms import Term, contains, contains_exactly, is_checkable


def required(strings: Strings) -> Iterator[str]:
    """Where the source has the term, the translation has its counterpart."""
    for term in _said(strings, "required"):
        if not contains(strings.target.plain, term.target, strings.target_language):
            yield _("“%(source)s” is to be translated as “%(target)s”. Use that word.") % {
                "source": term.source,
                "target": term.target,
            }


def forbidden(strings: Strings) -> Iterator[str]:
    """The translation does not have a forbidden word."""
    for term in _said(strings, "forbidden"):
        if contains(strings.target.plain, term.target, strings.target_language):
            yield _("“%(target)s” must not be used here. Use another word.") % {"target": term.target}


def untouched(strings: Strings) -> Iterator[str]:
    """A name that is not translated stands in the translation as it is."""
    for term in strings.terms:
        if (
            term.kind == "untouched"
            and contains_exactly(strings.source.plain, term.source)
            and not contains_exactly(strings.target.plain, term.source)
        ):
            yield _("“%(source)s” is not to be translated. Write it as in the source.") % {
                "source": term.source
            }


def _said(strings: Strings, kind: str) -> Iterator[Term]:
    """Yield the terms of one kind that the source calls for."""
    if not (is_checkable(strings.source_language) and is_checkable(strings.target_language)):
        return
    for term in strings.terms:
        if term.kind == kind and (
            (not term.source and kind == "forbidden")
            or contains(strings.source.plain, term.source, strings.source_language)
        ):
            yield term
