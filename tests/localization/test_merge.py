"""Does a translation take every value from its source and every text from itself?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from wagtail import blocks

from localization.merge import has_text, merge_stream


class Sign(blocks.StructBlock):
    label = blocks.CharBlock(default="")
    minutes = blocks.IntegerBlock(required=False)


class Risk(blocks.StructBlock):
    name = blocks.CharBlock(default="")
    detail = blocks.RichTextBlock(default="")
    severity = blocks.ChoiceBlock(choices=[("mild", "mild"), ("serious", "serious")])
    per_n = blocks.IntegerBlock(required=False)
    permanent = blocks.BooleanBlock(required=False)
    points = blocks.ListBlock(blocks.CharBlock(default=""), default=[])
    signs = blocks.ListBlock(Sign(), default=[])
    counts = blocks.ListBlock(blocks.IntegerBlock(), default=[])


class Tree(blocks.StreamBlock):
    intro = blocks.TextBlock(default="")
    risk = Risk()
    quote = blocks.BlockQuoteBlock(default="")
    number = blocks.DecimalBlock()
    inner = blocks.StreamBlock([("term", blocks.CharBlock(default="")), ("weeks", blocks.IntegerBlock())])


TREE = Tree()
IDS = [f"id-{number}" for number in range(12)]
WORDS = st.sampled_from(["Bruising", "Infection", "Swelling", "Pain"])
Leaf = tuple[tuple[str, ...], blocks.Block, Any]


def values(block: blocks.Block, language: str) -> st.SearchStrategy[Any]:
    """Draw a raw value of a block whose texts say their language."""
    if isinstance(block, blocks.BaseStructBlock):
        return st.fixed_dictionaries({name: values(b, language) for name, b in block.child_blocks.items()})
    if isinstance(block, blocks.BaseStreamBlock):
        children = [st.tuples(st.just(name), values(b, language)) for name, b in block.child_blocks.items()]
        return items(st.one_of(children))
    if isinstance(block, blocks.ListBlock):
        return items(st.tuples(st.just("item"), values(block.child_block, language)))
    if has_text(block):
        return WORDS.map(lambda word: f"{language}·{word}")
    if isinstance(block, blocks.ChoiceBlock):
        return st.sampled_from(["mild", "serious"])
    return st.booleans() if isinstance(block, blocks.BooleanBlock) else st.integers(0, 99)


def items(content: st.SearchStrategy[tuple[str, Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Draw up to four items with ids of their own, often those that the other side has as well."""
    ids = st.lists(st.sampled_from(IDS[:6]), max_size=4, unique=True)
    return ids.flatmap(
        lambda drawn: st.tuples(*(content for _id in drawn)).map(
            lambda made: [
                {"id": id_, "type": type_, "value": value}
                for id_, (type_, value) in zip(drawn, made, strict=True)
            ]
        )
    )


def leaves(block: blocks.Block, raw: Any, path: tuple[str, ...] = ()) -> Iterator[Leaf]:
    """Give every leaf with the path of ids and names that leads to it."""
    if isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield from leaves(child, raw[name], (*path, name))
    elif isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock):
        for item in raw:
            child = (
                block.child_block if isinstance(block, blocks.ListBlock) else block.child_blocks[item["type"]]
            )
            yield from leaves(child, item["value"], (*path, item["id"], item["type"]))
    else:
        yield path, block, raw


SOURCES, TARGETS = values(TREE, "en"), values(TREE, "de")


@given(target=TARGETS, source=SOURCES)
def test_no_text_of_the_source_gets_into_a_translation(target: list[Any], source: list[Any]) -> None:
    merged = merge_stream(TREE, target, source)
    assert [text for _path, block, text in leaves(TREE, merged) if has_text(block) and "en·" in text] == []


@given(target=TARGETS, source=SOURCES)
def test_each_text_is_the_translations_own_and_each_value_the_sources(
    target: list[Any], source: list[Any]
) -> None:
    own = {path: raw for path, _block, raw in leaves(TREE, target)}
    original = {path: raw for path, _block, raw in leaves(TREE, source)}
    for path, block, raw in leaves(TREE, merge_stream(TREE, target, source)):
        assert raw == (own if has_text(block) else original)[path]


@given(target=TARGETS, source=SOURCES)
def test_order_and_presence_of_items_are_the_sources(target: list[Any], source: list[Any]) -> None:
    there = {(item["id"], item["type"]) for item in target}
    merged = merge_stream(TREE, target, source)
    assert [item["id"] for item in merged] == [
        item["id"]
        for item in source
        if (item["id"], item["type"]) in there or not has_text(TREE.child_blocks[item["type"]])
    ]


@given(target=TARGETS, source=SOURCES)
def test_merging_again_changes_nothing(target: list[Any], source: list[Any]) -> None:
    merged = merge_stream(TREE, target, source)
    assert merge_stream(TREE, merged, source) == merged


@given(source=SOURCES)
def test_merging_a_source_with_itself_changes_nothing(source: list[Any]) -> None:
    assert merge_stream(TREE, source, source) == source


@given(target=TARGETS, source=SOURCES)
def test_a_text_that_the_source_has_emptied_is_empty_in_the_translation(
    target: list[Any], source: list[Any]
) -> None:
    emptied = [
        {**item, "value": {**item["value"], "name": ""}} if item["type"] == "risk" else item
        for item in source
    ]
    merged = merge_stream(TREE, target, emptied)
    assert {item["value"]["name"] for item in merged if item["type"] == "risk"} <= {""}


def risk(key: str, name: str, points: tuple[str, ...] = (), per_n: int | None = None) -> dict[str, Any]:
    listed = [{"id": f"{key}-{place}", "type": "item", "value": text} for place, text in enumerate(points)]
    return {"id": key, "type": "risk", "value": {"name": name, "per_n": per_n, "points": listed}}


def test_a_block_that_got_the_words_of_another_gets_its_translation_too() -> None:
    target = [risk("one", "de·Pain"), risk("two", "de·Swelling")]
    source = [risk("one", "en·Swelling", per_n=10), risk("two", "en·Pain", per_n=1000)]
    merged = merge_stream(TREE, target, source, {"one": "two", "two": "one"})
    read = [(item["id"], item["value"]["name"], item["value"]["per_n"]) for item in merged]
    assert read == [("one", "de·Swelling", 10), ("two", "de·Pain", 1000)]


def test_a_copied_block_has_the_translation_of_its_original_under_its_own_ids() -> None:
    target = [risk("old", "de·Pain", ("de·Rest", "de·Ice"))]
    source = [risk("new", "en·Pain", ("en·Rest", "en·Ice"), per_n=5)]
    (merged,) = merge_stream(TREE, target, source, {"new": "old"})
    assert (merged["id"], merged["value"]["name"], merged["value"]["per_n"]) == ("new", "de·Pain", 5)
    points = [(item["id"], item["value"]) for item in merged["value"]["points"]]
    assert points == [("new-0", "de·Rest"), ("new-1", "de·Ice")]


def test_a_copy_of_another_type_has_no_translation() -> None:
    quote = {"id": "new", "type": "quote", "value": "en·Pain"}
    assert merge_stream(TREE, [risk("old", "de·Pain")], [quote], {"new": "old"}) == []
