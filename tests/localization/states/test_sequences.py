"""Whatever is written, marked, translated and published: do state, gate and reader's text come out right?

The functions of state, gate and policy, without a database, beside a small independent oracle. What happens
end to end, in the database and at the doors, is for ``tests/publishing/oracle``.
"""

from __future__ import annotations

import os
from copy import deepcopy
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from hypothesis import given, settings
from hypothesis import strategies as st

from localization.models import Policy
from tests.localization.states import oracle
from tests.localization.states.oracle import FIELDS, Revision, Said, World
from tests.localization.states.product import Memory, Product, path_of

KINDS = ("overview", "body", "risks")
WORDS = ("pain", "rest", "heat")
NUMBERS = st.integers(0, 11)


class Story:
    """Events, told to the oracle and to the product alike; ``a`` and ``b`` choose what they are about."""

    def __init__(self, written: str, spoken: str, *, translated: bool) -> None:
        self.world, self.product = World(), Product(written, spoken)
        first = {uuid(0): (WORDS[0], WORDS[1]), uuid(1): (WORDS[1], WORDS[2])}
        self.draft: Said = {
            "overview": dict(zip(FIELDS, ((WORDS[0],), (WORDS[1],)), strict=True)),
            "body": dict(first),
            "risks": {uuid(2): first[uuid(1)]},
        }
        self.made = 3
        self.past: list[Said] = []
        self.snapshot: Said | None = None
        self.memory: Memory = {}
        self.saved: list[tuple[Revision, Any]] = []
        self.publish_source(0, 0)
        self.sync(0, 0)
        if translated:
            self.translate_all(0, 0)
        else:
            for item in FIELDS:
                self._enter("overview", item, 0, "human")
        self.save(0, 0)
        self.publish(0, 0)

    # The original.
    def retype(self, a: int, b: int) -> None:
        kind = KINDS[a % 3]
        items = list(self.draft[kind])
        if items:
            texts = list(self.draft[kind][items[b % len(items)]])
            texts[a % len(texts)] = WORDS[b % 3]
            self.draft[kind][items[b % len(items)]] = tuple(texts)

    def swap(self, a: int, b: int) -> None:
        kind = KINDS[a % 3]
        texts = list(self.draft[kind].values())
        self.draft[kind] = dict(zip(self.draft[kind], texts[::-1], strict=True))

    def add(self, a: int, b: int) -> None:
        self.draft[self._stream(a)][self._new()] = WORDS[a % 3], WORDS[b % 3]

    def remove(self, a: int, b: int) -> None:
        items = self.draft[self._stream(a)]
        if items:
            del items[list(items)[b % len(items)]]

    def move(self, a: int, b: int) -> None:
        kind = self._stream(a)
        self.draft[kind] = dict(reversed(self.draft[kind].items()))

    def copy(self, a: int, b: int) -> None:
        items = self.draft[self._stream(a)]
        if items:
            items[self._new()] = list(items.values())[b % len(items)]

    def split(self, a: int, b: int) -> None:
        """What an item said goes on under a new id; the item itself says something else."""
        items = self.draft[self._stream(a)]
        if items:
            item = list(items)[b % len(items)]
            items[self._new()] = items[item]
            items[item] = items[item][0], f"split {self.made}"

    def revert(self, a: int, b: int) -> None:
        self.draft = deepcopy(self.past[a % len(self.past)])

    def publish_source(self, a: int, b: int) -> None:
        said = deepcopy(self.draft)
        self.past.append(said)
        oracle.publish_source(self.world, said)
        self.product.publish_source(said)

    def unpublish_source(self, a: int, b: int) -> None:
        self.world.live = self.product.live = None
        self.unpublish(a, b)

    def mark(self, a: int, b: int) -> None:
        kind, said = KINDS[a % 3], ("wording", "retracted", "meaning")[b % 3]
        last = len(self.world.history[kind]) - 1
        if last > 0:
            past = self.world.history[kind]
            self.product.mark(kind, said)
            # The same change, made again, is the same change: the last word about it counts.
            before, after = past[last - 1], past[last]
            same = [
                key
                for key in self.world.marks
                if key[0] == kind and (past[key[1]], past[key[2]]) == (before, after)
            ]
            for key in same:
                del self.world.marks[key]
            self.world.marks[kind, last - 1, last] = said

    # The translation.
    def sync(self, a: int, b: int) -> None:
        self.snapshot = deepcopy(self.world.live) or self.snapshot

    def translate(self, a: int, b: int) -> None:
        assert self.snapshot is not None
        kind = KINDS[a % 3]
        items = list(self.snapshot[kind])
        if items:
            self._enter(kind, items[b % len(items)], b, "human")

    def translate_all(self, a: int, b: int) -> None:
        assert self.snapshot is not None
        for kind in KINDS:
            for item in self.snapshot[kind]:
                self._enter(kind, item, a, "human")

    def translate_by_machine(self, a: int, b: int) -> None:
        assert self.snapshot is not None
        for item in self.snapshot[KINDS[a % 3]]:
            self._enter(KINDS[a % 3], item, b, "machine")

    def forget(self, a: int, b: int) -> None:
        """A translator takes a text back."""
        if self.memory:
            del self.memory[sorted(self.memory)[a % len(self.memory)]]

    def save(self, a: int, b: int) -> None:
        assert self.snapshot is not None
        basis, texts, missing = self.snapshot, deepcopy(self.snapshot), set()
        for kind, items in basis.items():
            for item, values in items.items():
                known = [
                    self.memory.get((path_of(kind, item, place), value)) for place, value in enumerate(values)
                ]
                texts[kind][item] = tuple(
                    found[0] if found else value for found, value in zip(known, values, strict=True)
                )
                missing |= {
                    (kind, item, place)
                    for place, found in enumerate(known)
                    if found is None or found[1] != "human"
                }
        rows = self.product.save(basis, texts, self.memory)
        assert {(kind, path_of(kind, item, place)) for kind, item, place in missing} == {
            (row.section, path) for row in rows for path in row.missing
        }, "what nobody has confirmed"
        self.saved.append((Revision(basis, texts, missing), rows))

    def publish(self, a: int, b: int) -> None:
        """Publish the last draft, or now and then an older one from the history."""
        if self.world.live is None:
            return
        revision, rows = self.saved[-1 if a % 3 else a % len(self.saved) - 1]
        wanted = {kind for kind in KINDS if not oracle.verdict(self.world, revision, kind)[0]}
        refused = {kind for kind, rules in self.product.refused(rows).items() if rules}
        assert refused == wanted, "what the gate refuses"
        if not wanted:
            oracle.publish(self.world, revision)
            self.product.publish(rows, revision.texts)

    def unpublish(self, a: int, b: int) -> None:
        self.world.published = self.product.published = None

    def change_policy(self, a: int, b: int) -> None:
        chosen = Policy.values[b % 3]
        self.world.policy[KINDS[a % 3]] = chosen
        self.product.policies[KINDS[a % 3]] = Policy(chosen)

    def compare(self) -> None:
        """Compare the state of every section of everything saved, and what readers get."""
        if self.world.live is None:
            return
        for revision, rows in self.saved[-3:]:
            fresh = self.product.freshness(rows)
            for row in rows:
                kind = row.section
                shown = oracle.verdict(self.world, revision, kind)[1]
                if shown != "held" or kind not in self.world.confirmed:
                    assert fresh[kind].state == oracle.state(self.world, revision, kind), kind
                assert fresh[kind].shown == shown, kind
        if self.world.published is not None:
            for kind in KINDS:
                assert self.product.reader(kind) == oracle.reader(self.world, kind), kind

    def _stream(self, number: int) -> str:
        return KINDS[1 + number % 2]

    def _new(self) -> str:
        self.made += 1
        return uuid(self.made)

    def _enter(self, kind: str, item: str, variant: int, origin: str) -> None:
        assert self.snapshot is not None
        for place, text in enumerate(self.snapshot[kind][item]):
            self.memory[path_of(kind, item, place), text] = (
                f"<{kind}:{item[:4]}> {text} ~{variant % 3}",
                origin,
            )


def uuid(number: int) -> str:
    return str(uuid5(NAMESPACE_OID, str(number)))


EVENTS = [
    name
    for name in vars(Story)
    if not name.startswith("_") and callable(vars(Story)[name]) and name != "compare"
]
# What brings the others to light happens more often.
OFTEN = 4 * ["publish_source"] + 3 * ["sync", "save", "publish"]
SEQUENCES = st.lists(st.tuples(st.sampled_from(EVENTS + OFTEN), NUMBERS, NUMBERS), min_size=1, max_size=25)


@settings(max_examples=int(os.environ.get("STATE_SEQUENCES", "400")))
@given(events=SEQUENCES, german_first=st.booleans(), translated=st.booleans())
def test_any_sequence_of_edits(
    events: list[tuple[str, int, int]], german_first: bool, translated: bool
) -> None:
    languages = ("de", "en") if german_first else ("en", "de")
    story = Story(*languages, translated=translated)
    story.compare()
    for name, a, b in events:
        getattr(story, name)(a, b)
        story.compare()
