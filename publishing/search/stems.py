"""Which forms of a word belong together?

By Snowball's stemmers, the very algorithms of PostgreSQL's dictionaries, and its Polish one, which
PostgreSQL does not have. A word has several lexemes, because readers leave accents out and the stemmers need
them: as it is spelt, stemmed, and stemmed after folding. Two words are forms of one if they share a lexeme.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from typing import Any

import snowballstemmer

from publishing.search.folding import folded, lowered

ALGORITHMS = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "pl": "polish",
    "tr": "turkish",
}
# PostgreSQL takes 2 kB; nothing that long is a word.
LONGEST = 60

# The article, alone or behind “and”, “so”, “with”, “like”, “for”; of two letters at least something is left.
_ARTICLE = re.compile(r"^[وف]?(?:[بك]?ال|لل)(?=.{3})")
# “And”, “so”, “with”, “for”, “like”, written as one with the word: only where a long word is left.
_PARTICLE = re.compile(r"^[وفبلك](?=.{4})")

# What the stemmers leave undone, on folded words: regular changes only, where enough of the word is left.
_REGULAR = {
    # The plural in ـات and the singular in ـة: ندبات, ندبة.
    "ar": (re.compile(r"(?<=.{3})(?:ات|ه)$"), ""),
    # z becomes c before e: cicatriz, cicatrices.
    "es": (re.compile(r"(?<=.{2})ces$"), "z"),
    # The e that comes and goes: zmarszczka, zmarszczek.
    "pl": (re.compile(r"(?<=[bcdfghjklmnprstwz]{2})ek$|(?<=[bcdfghjklmnprstwz]{2})k[aieou]$"), "k"),
    # The ending of what belongs to something (kremi, dolgusu), of the object (dövmeyi), of the verb (silmek).
    "tr": (re.compile(r"(?<=.{3})[sy]?[iu]$|(?<=.{2}m[ae])k$"), ""),
}

# A stemmer keeps the word it is at in itself, so each thread has its own.
_own = threading.local()


def _stemmed(word: str, code: str) -> str:
    algorithm = ALGORITHMS.get(code.partition("-")[0])
    if algorithm is None:
        return word
    stemmers: dict[str, Any] = _own.__dict__.setdefault("stemmers", {})
    if algorithm not in stemmers:
        stemmers[algorithm] = snowballstemmer.stemmer(algorithm)
    return str(stemmers[algorithm].stemWord(word))


@lru_cache(maxsize=131_072)
def lexemes(word: str, code: str) -> tuple[str, ...]:
    """Return the lexemes of one word, as it is written; the first is its key, the one that ranks."""
    bare = folded(word, code)[:LONGEST]
    spelt = lowered(word, code)[:LONGEST]
    forms = [_stemmed(bare, code), folded(_stemmed(spelt, code), code), bare]
    if code == "ar":
        light = _ARTICLE.sub("", bare)
        if light == bare:
            light = _PARTICLE.sub("", bare)
        forms = [_stemmed(_ARTICLE.sub("", bare), code), *forms, light, _stemmed(light, code)]
    if code in _REGULAR:
        pattern, rest = _REGULAR[code]
        forms += [pattern.sub(rest, form) for form in dict.fromkeys(forms) if pattern.search(form)]
    return tuple(dict.fromkeys(form for form in forms if form))
