"""How does a file of demo/en/conditions become the fields of a condition page?"""

from __future__ import annotations

from cms.demo_content.reading import Tree
from cms.demo_content.treatments import help_cards
from cms.demo_content.writer import Fields, Writer, plain


def condition(tree: Tree, writer: Writer) -> Fields:
    """Return the field values of a condition."""
    facts, about = tree["facts"], tree["about"]
    return {
        **plain(tree, "title", "seo_title", "search_description", "summary"),
        **plain(about, "skin_tone_note"),
        "slug": facts["slug"],
        "also_known_as": writer.names(tree),
        "hero": writer.figure("hero", tree["hero"]["alt"], facts["hero"]),
        "what_it_is": writer.html(about["what_it_is"]),
        "causes": writer.html(about["causes"]),
        "signs": _signs(about["signs"], writer),
        "risk_factors": _risk_factors(about["risk_factors"], writer),
        "self_care": writer.html(tree["care"]["self_care"]),
        "seek_help": _seek_help(tree["care"]["seek_help"], writer),
        "codes": _codes(facts.get("codes", {}), writer),
        "faqs": writer.faqs(tree),
        "sources": writer.sources(tree),
        "authors": writer.chosen("authors", "person", [f"people/{name}" for name in facts["authors"]]),
    }


def _signs(signs: Tree, writer: Writer) -> str:
    stream = writer.stream("signs")
    for key, sign in signs.items():
        stream.add("sign", key, sign)
    return stream.json()


def _risk_factors(factors: Tree, writer: Writer) -> str:
    stream = writer.stream("risk_factors")
    for key, factor in factors.items():
        stream.add("factor", key, {"label": factor["label"], **factor["facts"]})
    return stream.json()


def _seek_help(cards: Tree, writer: Writer) -> str:
    stream = writer.stream("seek_help")
    help_cards(stream, cards)
    return stream.json()


def _codes(codes: Tree, writer: Writer) -> str:
    stream = writer.stream("codes")
    for system, code in codes.items():
        stream.add("code", system, {"system": system, "code": code})
    return stream.json()
