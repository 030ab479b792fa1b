"""Which words is a text made of, where do they stand, and by which lexemes are they found?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publishing.search.compounds import head_of, parts_of
from publishing.search.folding import folded
from publishing.search.stems import lexemes

# Han characters have no spaces between their words: each is a unit, and two neighbours are a lexeme.
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〇"
# Marks belong to the letters before them: Arabic vowels, accents that were typed by themselves, tatweel.
_UNIT = re.compile(rf"[{_HAN}]|(?:(?![{_HAN}])[^\W_][\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]*)+")
_IS_HAN = re.compile(rf"[{_HAN}]")
# A Turkish proper name keeps its endings behind an apostrophe (Botox'un): they are no word.
_TURKISH_ENDING = re.compile(r"(?<=\w)['’ʼ]\w+")


@dataclass(frozen=True, slots=True)
class Unit:
    """One word, or one Han character, from ``start`` to ``end`` of the text.

    ``lexemes`` starts with the key; ``parts`` are the lexemes of the parts of a compound.
    """

    start: int
    end: int
    lexemes: tuple[str, ...]
    han: bool = False
    parts: tuple[tuple[str, ...], ...] = ()

    @property
    def key(self) -> str:
        """Return the lexeme that stands for all forms of the word."""
        return self.lexemes[0]


def units(text: str, code: str) -> Iterator[Unit]:
    """Yield the units of a text in a language, in their order."""
    if code == "tr":
        text = _TURKISH_ENDING.sub(lambda ending: " " * len(ending[0]), text)
    for found in _UNIT.finditer(text):
        written = found[0]
        if _IS_HAN.match(written):
            yield Unit(found.start(), found.end(), (written,), han=True)
            continue
        forms = lexemes(written, code)
        if forms:
            yield Unit(found.start(), found.end(), forms, parts=_parts(written) if code == "de" else ())


def _parts(written: str) -> tuple[tuple[str, ...], ...]:
    return tuple(lexemes(part, "de") for part in parts_of(folded(written, "de")))


def head_lexemes(unit: Unit, written: str) -> tuple[str, ...]:
    """Return the lexemes of what a German compound ends with, if it is not of known parts throughout."""
    head = None if unit.parts else head_of(folded(written, "de"))
    return lexemes(head, "de") if head else ()


def occurrences(text: str, code: str) -> Iterator[tuple[str, int, bool]]:
    """Yield each lexeme of a text with the place where it stands, and whether it is a key."""
    before: Unit | None = None
    for unit in units(text, code):
        for number, lexeme in enumerate(unit.lexemes):
            yield lexeme, unit.start, number == 0
        if unit.han and before is not None and before.han and before.end == unit.start:
            yield before.key + unit.key, before.start, True
        if code == "de" and not unit.han:
            further = unit.parts or (head_lexemes(unit, text[unit.start : unit.end]),)
            for forms in further:
                for number, lexeme in enumerate(forms):
                    yield lexeme, unit.start, number == 0
        before = unit


def key_of(spoken: Sequence[Unit]) -> str:
    """Return how a name of these units is compared with others: by the keys of its words."""
    joined = ""
    for before, unit in zip([None, *spoken], spoken, strict=False):
        joined += unit.key if before is None or (before.han and unit.han) else f" {unit.key}"
    return joined


def typed(text: str, code: str) -> str:
    """Return a text as a reader types it: folded words with one space between, Han without."""
    joined, han = "", True
    for found in _UNIT.finditer(text):
        this = bool(_IS_HAN.match(found[0]))
        joined += ("" if not joined or (han and this) else " ") + folded(found[0], code)
        han = this
    return joined


def end_of(text: str, start: int, lexeme: str) -> int:
    """Return where the unit ends that stands at ``start`` and is found by ``lexeme``."""
    found = _UNIT.match(text, start)
    if found is None:
        return start
    return start + len(lexeme) if _IS_HAN.match(found[0]) else found.end()
