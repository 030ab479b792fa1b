"""Under which letter does a reader look for a word, and in which order do words stand?

The server has no collations of languages (DESIGN, decision 1), so the few rules that readers notice stand
here: letters of their own in Spanish, Polish and Turkish; accents that change nothing elsewhere; the Arabic
article, under which everything would stand. Chinese is not sorted by letters: such lists have no letters.
"""

from __future__ import annotations

import unicodedata

from localization.languages import Language

# CLDR, exemplar characters of the index. In other languages a letter with a mark stands under the bare one.
LETTERS = {
    "es": "ABCDEFGHIJKLMNÑOPQRSTUVWXYZ",
    "pl": "AĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻ",
    "tr": "ABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZ",
}
ALEFS = str.maketrans("أإآٱ", "اااا")
ARTICLE = "ال"


def sort_key(word: str, spoken: Language) -> tuple[tuple[int, str], ...]:
    """Return what words of a language are sorted by."""
    own = LETTERS.get(spoken.tag, "")
    letters = (_letter(sign, own) for sign in _plain(word, spoken))
    return tuple((own.find(letter), letter) for letter in letters)


def initial(word: str, spoken: Language) -> str:
    """Return the letter under which a word stands; empty in scripts without letters, ``#`` for digits."""
    if spoken.cldr.language in {"zh", "ja"}:
        return ""
    sign = next((sign for sign in _plain(word, spoken) if sign.isalnum()), "")
    return _letter(sign, LETTERS.get(spoken.tag, "")) if sign.isalpha() else "#"


def _plain(word: str, spoken: Language) -> str:
    if spoken.cldr.language == "ar":
        bare = word.translate(ALEFS)
        return bare.removeprefix(ARTICLE) if len(bare) > len(ARTICLE) + 1 else bare
    if spoken.cldr.language == "tr":
        word = word.replace("i", "İ").replace("ı", "I")
    return unicodedata.normalize("NFC", word).upper()


def _letter(sign: str, own: str) -> str:
    return sign if sign in own else unicodedata.normalize("NFD", sign)[:1]
