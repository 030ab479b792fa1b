"""How must a translation stand, may it be published, and what do readers get? In the plainest words.

Nothing of the product is imported: a text is its own digest. A section is ``{item: (text, …)}`` in reading
order; a translated text is made of the words that it was translated from, so it says what it is worth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

Texts = dict[str, tuple[str, ...]]
Said = dict[str, Texts]  # by section


@dataclass
class Revision:
    """A saved translation: what it was made from, what it says, and what nobody has confirmed of it."""

    basis: Said
    texts: Said
    missing: set[tuple[str, str, int]]


@dataclass
class World:
    """Everything that happened so far to one content in two languages."""

    live: Said | None = None
    published: Revision | None = None
    history: dict[str, list[Texts]] = field(default_factory=dict)
    confirmed: dict[str, tuple[Texts, Texts]] = field(default_factory=dict)  # basis, translation
    marks: dict[tuple[str, int, int], str] = field(default_factory=dict)  # section, places in history → kind
    policy: dict[str, str] = field(default_factory=dict)


def publish_source(world: World, said: Said) -> None:
    """The original is published."""
    world.live = said
    for kind, texts in said.items():
        past = world.history.setdefault(kind, [])
        if not past or past[-1] != texts:
            past.append(texts)


def publish(world: World, revision: Revision) -> None:
    """A translation is published: what is complete is kept, to be held later."""
    world.published = revision
    for kind, basis in revision.basis.items():
        if not any(gap[0] == kind for gap in revision.missing):
            world.confirmed[kind] = basis, revision.texts[kind]


def same(world: World, kind: str, one: Texts, other: Texts) -> bool:
    """Say whether nothing but the wording changed between two wordings of a section."""
    return one == other or _walk(_pairs(world, kind), one, other)


def found(world: World, revision: Revision, kind: str) -> dict[str, str]:
    """Return where the translation of each item of the original is that is confirmed: item → its place."""
    assert world.live is not None
    gaps = {item for section, item, _place in revision.missing if section == kind}
    done = {item: texts for item, texts in revision.basis[kind].items() if item not in gaps}
    steps = [(one.get(item), other.get(item)) for one, other in _pairs(world, kind) for item in one]
    places = {}
    for item, texts in world.live[kind].items():
        twins = [other for other in done if done[other] == texts and other not in FIELDS]
        if item in done and (done[item] == texts or _walk(steps, done[item], texts)):
            places[item] = item
        elif item not in FIELDS and twins:
            places[item] = twins[-1]
    return places


def state(world: World, revision: Revision, kind: str) -> str:
    """Return the state of a section."""
    assert world.live is not None
    basis, live = revision.basis[kind], world.live[kind]
    gaps = sum(gap[0] == kind for gap in revision.missing)
    if gaps and gaps == sum(map(len, basis.values())):
        return "missing"
    if gaps:
        return "partial"
    every_item = bool(basis) and live.keys() == found(world, revision, kind).keys()
    return "current" if every_item or same(world, kind, basis, live) else "behind"


def verdict(world: World, revision: Revision, kind: str) -> tuple[bool, str]:
    """Return whether the section may be published, and what readers get: translation, held, items."""
    how = state(world, revision, kind)
    if how == "current":
        return True, "translation"
    policy = world.policy.get(kind, {"overview": "block", "risks": "source"}.get(kind, "hold"))
    if kind == "overview" and policy == "source":
        policy = "block"
    kept = world.confirmed.get(kind) if how != "behind" else None
    basis = kept[0] if kept else revision.basis[kind]
    if kind != "overview" and _taken_back(world, kind, basis):
        return policy != "block", "items"
    if how != "behind" and not kept:
        return policy != "block", "items"  # nothing to hold, and what nobody has confirmed is not shown
    if policy == "block":
        return False, "held"
    if policy == "hold" and how == "behind":
        return True, "translation"
    return True, "held" if policy == "hold" else "items"


def reader(world: World, kind: str) -> tuple[list[tuple[str, bool, tuple[str, ...]]], str]:
    """Return what is read of a section (item, whether in the original's language, texts), and the notice."""
    revision, live = world.published, world.live
    assert revision is not None
    assert live is not None
    shown, how = verdict(world, revision, kind)[1], state(world, revision, kind)
    own, places = revision.texts[kind], found(world, revision, kind)
    if shown == "held" and kind in world.confirmed:
        basis, own = world.confirmed[kind]
        how = "current" if same(world, kind, basis, live[kind]) else "behind"
        places = {}
    lines = []
    for item, texts in live[kind].items():
        place = places.get(item, item)
        if shown == "items" and item not in places:
            lines.append((item, True, texts))
        elif place in own:
            lines.append((item, False, own[place]))
    if kind == "overview" and any(line[1] for line in lines):
        lines = [(item, True, texts) for item, texts in live[kind].items()]
    foreign = sum(line[1] for line in lines)
    if foreign:
        return lines, "all" if kind == "overview" else "some"
    return lines, "none" if how == "current" else "dated" if how == "behind" else "undated"


FIELDS = ("title", "summary")  # texts that are no block: found by their name only


def _pairs(world: World, kind: str) -> list[tuple[Texts, Texts]]:
    past = world.history.get(kind, [])
    return [
        (past[one], past[other])
        for (section, one, other), mark in world.marks.items()
        if section == kind and mark == "wording"
    ]


def _walk(steps: Sequence[tuple[object, object]], start: object, end: object) -> bool:
    reached = [start]
    for here in reached:
        reached += [after for before, after in steps if before == here and after and after not in reached]
    return end in reached


def _taken_back(world: World, kind: str, basis: Texts) -> bool:
    past = world.history.get(kind, [])
    last = max((place for place, texts in enumerate(past) if texts == basis), default=-1)
    taken = [
        past[after]
        for (section, _b, after), mark in world.marks.items()
        if (section, mark) == (kind, "retracted")
    ]
    return any(max(place for place, texts in enumerate(past) if texts == words) > last for words in taken)
