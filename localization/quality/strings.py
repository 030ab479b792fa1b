"""What is checked (a translated string and its source), and what does a rule say about it?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from localization.quality.lexicon import Lexicon, lexicon
from localization.quality.pairing import Pairing, pair
from localization.quality.quantities import Amounts, amounts
from localization.quality.terms import Term
from localization.quality.text import Text, parse

Severity = Literal["refuse", "warn"]
# A rule yields one sentence for each fault: what is wrong and what to do.
Check = Callable[["Strings"], Iterator[str]]


@dataclass(frozen=True)
class Strings:
    """A source string and its translation, with what several rules need of them.

    Strings are wagtail-localize string data: HTML fragments in which links are numbered (``<a id="a1">``).
    ``terms`` are the term pairs of these two languages; ``section`` is the kind of section that they stand
    in.
    """

    source_data: str
    target_data: str
    source_language: str
    target_language: str
    section: str = ""
    terms: tuple[Term, ...] = ()

    @cached_property
    def source(self) -> Text:
        """The source, taken apart."""
        return parse(self.source_data)

    @cached_property
    def target(self) -> Text:
        """The translation, taken apart."""
        return parse(self.target_data)

    @cached_property
    def lexicons(self) -> tuple[Lexicon, Lexicon] | None:
        """The lexicons of both languages, or ``None`` if one of them has none."""
        source, target = lexicon(self.source_language), lexicon(self.target_language)
        return (source, target) if source and target else None

    @cached_property
    def amounts(self) -> tuple[Amounts, Amounts] | None:
        """What both texts count, or ``None`` if that is not known of one of the languages."""
        source = amounts(self.source, self.source_language)
        target = amounts(self.target, self.target_language)
        return (source, target) if source and target else None

    @cached_property
    def pairing(self) -> Pairing | None:
        """Which number stands for which, or ``None`` as above."""
        return pair(*self.amounts) if self.amounts else None


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault of one translated string: the rule, how grave it is here, and a sentence."""

    rule: str
    severity: Severity
    message: str
