"""Since when is a section behind, who made its texts, and what is said when nothing was chosen?"""

from __future__ import annotations

import datetime as dt

import pytest

from localization.freshness import Freshness, freshness_of
from localization.gate import section_findings
from localization.models import Policy, RevisionProvenance
from tests.localization.states.oracle import Said
from tests.localization.states.product import START, Memory, Product, path_of
from tests.localization.states.test_sequences import uuid

ONE, TWO = uuid(1), uuid(2)


def said(title: str = "Warmth", body: str = "Rest", summary: tuple[str, ...] = ("Ice",)) -> Said:
    return {
        "overview": {"title": (title,), "summary": summary},
        "body": {ONE: (body, "Slowly"), TWO: ("Other", "Words")},
        "risks": {ONE: (body, "Slowly")},
    }


def translated(product: Product, origin: str = "human", without: str = "") -> list[RevisionProvenance]:
    """Publish an original and its translation; leave the texts of the item ``without`` untranslated."""
    basis = said()
    product.publish_source(basis)
    own: Said = {kind: {} for kind in basis}
    memory: Memory = {}
    for kind, items in basis.items():
        for item, values in items.items():
            own[kind][item] = tuple(value if item == without else f"de {value}" for value in values)
            memory |= {
                (path_of(kind, item, place), value): (f"de {value}", origin)
                for place, value in enumerate(values)
                if item != without
            }
    rows = product.save(basis, own, memory)
    product.publish(rows, own)
    return rows


def behind_since(product: Product, rows: list[RevisionProvenance], kind: str) -> dt.datetime | None:
    return product.freshness(rows)[kind].behind_since


def test_a_section_is_behind_since_the_original_first_said_something_else() -> None:
    product = Product("en", "de")
    rows = translated(product)
    assert behind_since(product, rows, "body") is None
    for body in ("Second", "Third"):
        product.publish_source(said(body=body))
    # Three sections of the first publication, then body and risks of the second.
    assert behind_since(product, rows, "body") == START + dt.timedelta(days=3)
    product.publish_source(said())
    assert behind_since(product, rows, "body") is None


def test_a_change_of_wording_is_not_when_a_section_was_left() -> None:
    product = Product("en", "de")
    rows = translated(product)
    product.publish_source(said(body="Second"))
    product.mark("body", "wording")
    assert behind_since(product, rows, "body") is None
    product.publish_source(said(body="Third"))
    assert behind_since(product, rows, "body") == START + dt.timedelta(days=5)


def test_what_is_held_is_behind_since_the_original_left_it() -> None:
    product = Product("en", "de")
    product.policies = {"body": Policy.HOLD}
    translated(product)
    half = translated(product, without=ONE)
    held = product.freshness(half)["body"]
    assert (held.shown, held.state, held.behind_since, held.origin) == ("held", "current", None, "human")
    product.publish_source(said(body="Second"))
    held = product.freshness(half)["body"]
    assert (held.state, held.behind_since) == ("behind", START + dt.timedelta(days=3))


def test_an_overview_is_never_shown_item_by_item_because_something_was_taken_back() -> None:
    product = Product("en", "de")
    rows = translated(product)
    product.publish_source(said(title="Cold"))
    product.mark("overview", "retracted")
    assert product.freshness(rows)["overview"].shown == "held"
    product.publish_source(said(title="Cold", body="Second"))
    product.mark("body", "retracted")
    assert product.freshness(rows)["body"].shown == "items"


@pytest.mark.parametrize("without", ["summary", ""])
def test_the_second_text_of_a_field_belongs_to_the_field(without: str) -> None:
    product = Product("en", "de")
    basis = said(summary=("Ice", "Water"))
    product.publish_source(basis)
    memory: Memory = {("summary", "Ice"): ("Eis", "human"), ("title", "Warmth"): ("Wärme", "human")}
    if not without:
        memory["summary", "Water"] = "Wasser", "human"
    own: Said = {**basis, "overview": {"title": ("Wärme",), "summary": ("Eis", "Wasser")}}
    fresh = product.freshness(product.save(basis, own, memory))["overview"]
    assert fresh.state == ("partial" if without else "current")
    assert fresh.stale == ({without} if without else set())


def test_nothing_counts_as_copied_that_was_not() -> None:
    product = Product("en", "de")
    assert product.freshness(translated(product))["body"].copies == {}


@pytest.mark.parametrize(
    ("origins", "origin"),
    [({}, "human"), ({"a": "machine"}, "machine"), ({"a": "human", "b": "machine"}, "mixed")],
)
def test_who_made_a_section(origins: dict[str, str], origin: str) -> None:
    product = Product("en", "de")
    rows = translated(product)
    for row in rows:
        row.origins = origins
    assert product.freshness(rows)["body"].origin == origin


def test_without_policies_of_the_site_the_usual_ones_hold() -> None:
    product = Product("en", "de")
    rows = translated(product)
    product.publish_source(said(body="Second"))
    fresh = freshness_of(product.edition(rows))
    assert {kind: one.shown for kind, one in fresh.items()} == {
        "overview": "translation",
        "body": "translation",
        "risks": "items",
    }


def test_an_original_is_always_current() -> None:
    product = Product("en", "de")
    source = product.edition(translated(product)).source
    digests = source.digests
    assert freshness_of(source) == {
        kind: Freshness("current", None, digests[kind], "authored", "translation") for kind in digests
    }


def test_the_gate_says_which_section_and_why() -> None:
    product = Product("en", "de")
    rows = translated(product)
    product.publish_source(said(title="Cold"))
    assert product.refused(rows) == {"overview": {"behind"}, "body": set(), "risks": set()}
    half = translated(product, without="title")
    assert product.refused(half)["overview"] == {"not_translated"}


def test_a_new_item_that_was_marked_wording_only_leaves_the_section_current() -> None:
    product = Product("en", "de")
    rows = translated(product)
    more = said()
    more["body"][uuid(3)] = ("New", "Block")
    product.publish_source(more)
    assert product.freshness(rows)["body"].state == "behind"
    product.mark("body", "wording")
    assert product.freshness(rows)["body"].state == "current"


def test_a_site_can_choose_another_policy() -> None:
    product = Product("en", "de")
    rows = translated(product)
    product.publish_source(said(body="Second"))
    product.policies = {"body": Policy.SOURCE, "risks": Policy.HOLD}
    fresh = product.freshness(rows)
    assert (fresh["body"].shown, fresh["risks"].shown) == ("items", "translation")


def test_an_overview_may_be_held_when_there_is_something_to_hold() -> None:
    product = Product("en", "de")
    product.policies = {"overview": Policy.HOLD}
    assert product.refused(translated(product, without="title"))["overview"] == {"not_translated"}
    translated(product)
    half = translated(product, without="title")
    assert product.refused(half)["overview"] == set()
    assert product.freshness(half)["overview"].shown == "held"


def test_an_incomplete_section_that_may_be_published_is_warned_of() -> None:
    product = Product("en", "de")
    half = translated(product, without=ONE)
    product.confirmed = {}
    edition = product.edition(half)
    found = [one for row in half for one in section_findings(edition, row, {})]
    assert [(one.section, one.field, one.rule, one.severity) for one in found] == [
        ("body", f"body.{ONE}.detail", "not_translated", "warn"),
        ("risks", f"risks.{ONE}.detail", "not_translated", "warn"),
    ]
    assert "2 texts of the section “text”" in found[0].message
    product.publish_source(said(title="Cold"))
    edition = product.edition(translated(Product("en", "de")))
    edition.source = product.edition(half).source
    (behind,) = [one for row in edition.provenance for one in section_findings(edition, row, {})]
    assert (behind.section, behind.field, behind.rule) == ("overview", "", "behind")
