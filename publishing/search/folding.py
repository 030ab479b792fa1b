"""Which spellings of a word are the same to somebody who searches?

Everything is folded here and not in the database, whose server has no ``unaccent``; so the words of a
document, of a query and of a highlighted snippet can only be folded alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# What Unicode does not take apart into a letter and its marks.
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "đ": "d",
        "ø": "o",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ى": "ي",  # alef maqsura
        "ة": "ه",  # teh marbuta
        "ٱ": "ا",  # alef wasla
        "ک": "ك",  # Persian keheh and yeh, which some keyboards write
        "ی": "ي",
        "\u0640": "",  # tatweel
    }
)
# One spelling for “ä”, “ae” and “a” each: readers write all three.
_UMLAUT = re.compile(r"([aou])e")
# British and American: anaesthetic and anesthetic, tumour and tumor.
_DIGRAPH = re.compile(r"[ao]e")
_OUR = re.compile(r"our(?=\b|s\b|ed\b|ing\b)")


def lowered(text: str, code: str) -> str:
    """Return a text in small letters; in Turkish ``I`` is the capital of ``ı``, and ``İ`` that of ``i``."""
    if code == "tr":
        text = text.replace("İ", "i").replace("I", "ı")
    return text.lower()


@lru_cache(maxsize=65_536)
def folded(word: str, code: str) -> str:
    """Return a word as it is compared: small, without marks and variants, digits as 0 to 9."""
    return _spelling("".join(map(_bare, unicodedata.normalize("NFKC", lowered(word, code)))), code)


def _bare(character: str) -> str:
    if character.isascii():
        return character
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    parts = unicodedata.normalize("NFKD", character)
    kept = "".join(part for part in parts if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", kept).translate(_LETTERS)


def _spelling(word: str, code: str) -> str:
    if code == "de":
        return _UMLAUT.sub(r"\1", word)
    if code == "en":
        return _OUR.sub("or", _DIGRAPH.sub("e", word))
    return word
