"""What is a reader looking for?

All words of a query must be in a document, each in any of its forms or under any other name that a document
gives for it; if no document has them all, most of a longer query will do. Words that say nothing
(``stop_words``) are left out as long as others remain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from django.db import connection
from django.utils import timezone

from publishing.search.folding import folded
from publishing.search.stop_words import CHINESE, is_stop_word
from publishing.search.words import Unit, key_of, units

# More is no question but a text. Names of more words than this are not sought in a query.
MOST_UNITS, LONGEST_NAME, MOST_SYNONYMS = 24, 8, 12
LONGEST_QUERY = 200
# How many keys a statement takes: of a list of unknown length PostgreSQL would make a new plan each time.
KEYS = (1, 3, 10, 40, MOST_UNITS * LONGEST_NAME)
# How long a query is of which not everything must be found.
FEWEST_FOR_WEAKER, MOST_FOR_WEAKER = 3, 8

_CHINESE_STOP_WORDS = re.compile("|".join(CHINESE))

# The other names of whatever is called so, by a live document of the language.
_SYNONYMS = """
SELECT n.key, o.name FROM publishing_searchname n
  JOIN publishing_searchentry e
    ON e.document_id = n.document_id AND (e.expires_at IS NULL OR e.expires_at > %s)
  JOIN publishing_searchname o ON o.document_id = n.document_id AND o.whole AND o.key <> n.key
 WHERE n.whole AND n.locale = %s AND n.key IN ({keys})
 ORDER BY n.key, o.is_title DESC, o.name LIMIT 60
"""

Synonyms = Mapping[str, Sequence[str]]


@dataclass(slots=True)
class Question:
    """A query, understood.

    Attributes:
        words: the condition on ``SearchEntry.words``, a ``tsquery``; empty: finds nothing.
        weaker: what is asked for if nothing meets ``words``; empty: nothing else.
        heads: what ranks in ``SearchEntry.heads``.
        key: the whole query as a name is compared.
        marks: the lexemes to be highlighted, each with the number of the term that it stands for.
    """

    words: str = ""
    weaker: str = ""
    heads: str = ""
    key: str = ""
    marks: dict[str, int] = field(default_factory=dict)


def understand(text: str, code: str) -> Question:
    """Return what a query in a language asks for. One query to the database, for synonyms."""
    spoken = list(units(text[:LONGEST_QUERY], code))[:MOST_UNITS]
    return _question(spoken, text, code, _synonyms(spoken, code)) if spoken else Question()


def _synonyms(spoken: Sequence[Unit], code: str) -> Synonyms:
    keys = sorted({key_of(spoken[start:end]) for start, end in _spans(len(spoken))})
    places = next(number for number in KEYS if number >= len(keys))
    statement = _SYNONYMS.format(keys=", ".join(["%s"] * places))
    with connection.cursor() as cursor:
        cursor.execute(statement, [timezone.now(), code, *keys, *keys[:1] * (places - len(keys))])
        rows = cursor.fetchall()
    found: dict[str, list[str]] = {}
    for key, name in rows:
        names = found.setdefault(key, [])
        if name not in names and len(names) < MOST_SYNONYMS:
            names.append(name)
    return found


def _spans(length: int) -> Iterable[tuple[int, int]]:
    """Yield start and end of all names that a query of so many units may contain, the longest first."""
    for size in range(min(length, LONGEST_NAME), 0, -1):
        for start in range(length - size + 1):
            yield start, start + size


def _question(spoken: list[Unit], text: str, code: str, synonyms: Synonyms) -> Question:
    asked = Question(key=key_of(spoken))
    clauses: list[str] = []
    ranked: dict[str, None] = {}
    for term, (part, names) in enumerate(_terms(spoken, text, code, synonyms)):
        ways = [_clause(part, code)]
        _note(part, code, term, asked, ranked)
        for name in names:
            other = list(units(name, code))[:MOST_UNITS]
            if other:
                ways.append(_clause(other, code))
                _note(other, code, term, asked, ranked)
        clauses.append(f"({' | '.join(dict.fromkeys(ways))})")
    asked.words = " & ".join(clauses)
    asked.weaker = _weaker(clauses, ranked, code)
    if code == "de" and len(spoken) > 1:
        asked.words = _or_as_one_word(asked, spoken, text, code)
    asked.heads = " | ".join(f"'{lexeme}'" for lexeme in ranked)
    return asked


def _weaker(clauses: list[str], ranked: Iterable[str], code: str) -> str:
    """Return the condition that most of a longer query is there; nothing for a short one.

    Of three words or more one may be missing. Where nobody knows where a word ends, half of all pairs of
    neighbouring Han characters will do.
    """
    needed = len(clauses) - 1
    if code.startswith("zh"):
        clauses = [_quoted(lexeme, code) for lexeme in ranked]
        needed = (len(clauses) + 1) // 2
    if needed < 2 or not FEWEST_FOR_WEAKER <= len(clauses) <= MOST_FOR_WEAKER:
        return ""
    return " | ".join(f"({' & '.join(some)})" for some in combinations(clauses, needed))


def _or_as_one_word(asked: Question, spoken: list[Unit], text: str, code: str) -> str:
    """Return the condition, or that all words of a German query are written as one: “Tattoo Entfernung”."""
    whole = next(units("".join(text[unit.start : unit.end] for unit in spoken), code))
    for lexeme in whole.lexemes:
        asked.marks.setdefault(lexeme, 0)
    return f"{_condition([whole], code)} | ({asked.words})"


def _terms(
    spoken: list[Unit], text: str, code: str, synonyms: Synonyms
) -> list[tuple[list[Unit], Sequence[str]]]:
    """Return the parts of a query that must all be found, each with its other names."""
    terms: list[tuple[list[Unit], Sequence[str]]] = []
    rest: list[list[Unit]] = [spoken]
    if synonyms:
        rest = _without_names(spoken, synonyms, terms)
    silent = _silent(text, code)
    left = [
        piece
        for run in rest
        for piece in _pieces([unit for unit in run if not _says_nothing(unit, text, code, silent)])
    ]
    if not left and not terms:
        left = _pieces(spoken)
    return terms + [(piece, ()) for piece in left]


def _without_names(
    spoken: list[Unit], synonyms: Synonyms, terms: list[tuple[list[Unit], Sequence[str]]]
) -> list[list[Unit]]:
    """Move known names from a query to ``terms``, the longest first; return what stands between them."""
    for start, end in _spans(len(spoken)):
        names = synonyms.get(key_of(spoken[start:end]))
        if names:
            terms.append((spoken[start:end], names))
            before = _without_names(spoken[:start], synonyms, terms) if start else []
            return before + (_without_names(spoken[end:], synonyms, terms) if end < len(spoken) else [])
    return [spoken]


def _silent(text: str, code: str) -> list[tuple[int, int]]:
    return [found.span() for found in _CHINESE_STOP_WORDS.finditer(text)] if code.startswith("zh") else []


def _says_nothing(unit: Unit, text: str, code: str, silent: list[tuple[int, int]]) -> bool:
    if unit.han:
        return any(start <= unit.start < end for start, end in silent)
    word = folded(text[unit.start : unit.end], code)
    return is_stop_word(word, code) or (len(word) == 1 and not word.isdecimal())


def _pieces(spoken: list[Unit]) -> list[list[Unit]]:
    """Return each word by itself, and each run of Han characters as one piece."""
    pieces: list[list[Unit]] = []
    for unit in spoken:
        last = pieces[-1][-1] if pieces else None
        if unit.han and last is not None and last.han and last.end == unit.start:
            pieces[-1].append(unit)
        else:
            pieces.append([unit])
    return pieces


def _clause(spoken: list[Unit], code: str) -> str:
    """Return the condition that all of some units are there."""
    return "(" + " & ".join(_condition(piece, code) for piece in _pieces(spoken)) + ")"


def _condition(piece: list[Unit], code: str) -> str:
    if piece[0].han:
        return _either([_all_of(way, code) for way in _pairs([unit.key for unit in piece])])
    unit = piece[0]
    ways = [_quoted(lexeme, code) for lexeme in unit.lexemes]
    if unit.parts:
        parts = (_either([_quoted(lexeme, code) for lexeme in forms]) for forms in unit.parts)
        ways.append(f"({' & '.join(parts)})")
    return _either(ways)


def _pairs(characters: list[str]) -> list[list[str]]:
    """Return how a run of Han characters may be cut into words of two: twice if their number is odd.

    Not all overlapping pairs are asked for: the text may have other words between those of the query.
    """
    count = len(characters)
    if count == 1:
        return [characters]
    bigrams = ["".join(characters[start : start + 2]) for start in range(count - 1)]
    if count % 2 == 0:
        return [bigrams[::2]]
    return [[*bigrams[:-1:2], bigrams[-1]], [bigrams[0], *bigrams[1::2]]]


def _note(spoken: list[Unit], code: str, term: int, asked: Question, ranked: dict[str, None]) -> None:
    for piece in _pieces(spoken):
        if piece[0].han and len(piece) > 1:
            lexemes = [one.key + other.key for one, other in pairwise(piece)]
            keys = lexemes
        else:
            forms = [piece[0].lexemes, *piece[0].parts]
            lexemes = [lexeme for form in forms for lexeme in form]
            keys = [form[0] for form in forms]
        ranked.update(dict.fromkeys(keys))
        for lexeme in lexemes:
            asked.marks.setdefault(lexeme, term)


def _quoted(lexeme: str, code: str) -> str:
    return f"'{code}:{lexeme}'"


def _all_of(lexemes: list[str], code: str) -> str:
    return " & ".join(_quoted(lexeme, code) for lexeme in dict.fromkeys(lexemes))


def _either(ways: list[str]) -> str:
    return f"({' | '.join(dict.fromkeys(ways))})"
