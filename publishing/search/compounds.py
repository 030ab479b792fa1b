"""What are the parts of a German compound?

German writes as one word what others write as two: “Haarentfernung mit Laser” and “Laserhaarentfernung” are
one thing to a reader. A compound is taken apart if all of it is made of the words below; otherwise what it
ends with, which says what kind of thing it is, is found as a word of its own (“Zornesfalte” is a “Falte”).
"""

from __future__ import annotations

from functools import lru_cache

from publishing.search.folding import folded

# Words that the compounds of this trade are made of: body, trouble, means, act. In any spelling.
_WORDS = (
    "akne alter ampulle arzt auge augen augenbraue bart bauch "
    "bein beratung besenreiser bestrahlung betäubung bindegewebe blut botox brust "
    "chirurgie creme dehnung dellen doppelkinn druck eingriff eiweiß enthaarung "
    "entfernung entzündung erneuerung farbe faden falte falten fett filler "
    "finger fleck flecken folge folgen fruchtsäure frucht füllung gefäß "
    "gel gesicht gewebe gewicht gift haar haare hals hand "
    "hände haut heilung hyaluron hyaluronsäure infusion injektion kälte kinn "
    "klinik knie korrektur kosten körper laser licht lid lider "
    "lippe lippen lymphe maske massage mittel mund muskel nacken "
    "nadel nadeln narbe narben nase nebenwirkung nebenwirkungen nerv öl "
    "operation pflege pickel pigment plasma polster praxis puls punkt "
    "reduktion reiniger risiko rücken salbe säure schälung schmerz schmerzen "
    "schutz schwangerschaft schweiß schwellung seide sonne spannung spritze spritzen "
    "stein stelle stirn straffung strahl strahlung streifen technik test "
    "therapie tiefe tränen ultraschall unterspritzung vene venen verband verfahren "
    "verjüngung verödung vergrößerung vitamin volumen vorsorge wange wangen warze "
    "wasser wachstum wimpern wirkstoff wirkung wunde zahn zelle zellen "
    "zorn zucker ausfall anästhesie behandlung behandlungen absaugung transplantation glättung "
    "aufspritzen hygiene "
)
_JOINTS = ("", "s", "n", "en", "es", "er", "e")
# Shorter words are compounds too seldom to be taken apart.
_SHORTEST, _SHORTEST_HEAD = 8, 5
_PARTS = frozenset(folded(word, "de") for word in _WORDS.split())
_HEADS = tuple(sorted((part for part in _PARTS if len(part) >= _SHORTEST_HEAD), key=len, reverse=True))


@lru_cache(maxsize=65_536)
def parts_of(word: str) -> tuple[str, ...]:
    """Return the parts of a folded German word that is made of known words throughout, else nothing."""
    if len(word) < _SHORTEST:
        return ()
    found = _split(word)
    return found if len(found) > 1 else ()


@lru_cache(maxsize=65_536)
def head_of(word: str) -> str | None:
    """Return the known word that a folded German word ends with, in whatever form, if it is longer."""
    if len(word) < _SHORTEST:
        return None
    bare = {word, word.removesuffix("n"), word.removesuffix("en"), word.removesuffix("e")}
    return next(
        (head for head in _HEADS if any(form.endswith(head) and form != head for form in bare)),
        None,
    )


def _split(word: str) -> tuple[str, ...]:
    if word in _PARTS or _base(word) in _PARTS:
        return (word,)
    for end in range(len(word) - 3, 2, -1):
        if word[:end] not in _PARTS:
            continue
        for joint in _JOINTS:
            if word.startswith(joint, end):
                rest = _split(word[end + len(joint) :])
                if rest:
                    return (word[:end], *rest)
    return ()


def _base(word: str) -> str:
    for ending in ("en", "n", "s", "e", "er"):
        if word.endswith(ending) and word.removesuffix(ending) in _PARTS:
            return word.removesuffix(ending)
    return word
