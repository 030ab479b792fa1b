"""Does the translation still say “not” where the source does?

Counted by clause, since languages say it once or twice (“nie ma żadnych”), with words that mean it
(“avoid”) or with an ending. Only a warning: a good translator may say the same without any of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from localization.quality.lexicon import WORD, Lexicon
from localization.quality.strings import Strings

_CLAUSE = re.compile(r"[;:.!?。；：！？؟؛\n()—]")
_PART = re.compile(r"[,，،](?!\d)")
# A translation that shares so many words with its source was left in the source's language: another rule's
# matter.
_SAME_WORDS = 0.6


def negation(strings: Strings) -> Iterator[str]:
    """No fewer clauses are negated than in the source."""
    if strings.lexicons is None or _is_source_again(strings):
        return
    source, target = strings.lexicons
    wanted, there = _negated(strings.source.plain, source), _negated(strings.target.plain, target)
    if there < wanted:
        yield _(
            "The source says “not” or the like more often than the translation. Check that it means the same."
        )


def _negated(plain: str, known: Lexicon) -> int:
    plain = known.words.not_negation.sub(" ", plain)
    return sum(_runs(clause, known) for clause in _CLAUSE.split(plain))


def _runs(clause: str, known: Lexicon) -> int:
    """Count negated parts between commas; neighbours count once (“do not swim, do not run”)."""
    parts = [known.words.negation.search(part) is not None for part in _PART.split(clause)]
    return sum(1 for before, part in zip([False, *parts], parts, strict=False) if part and not before)


def _is_source_again(strings: Strings) -> bool:
    words = {word.casefold() for word in WORD.findall(strings.source.prose)}
    there = {word.casefold() for word in WORD.findall(strings.target.prose)}
    return bool(words) and len(words & there) / len(words) >= _SAME_WORDS
