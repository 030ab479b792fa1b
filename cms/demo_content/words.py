"""How do the files of categories and glossary terms become fields?"""

from __future__ import annotations

from cms.demo_content.reading import Tree
from cms.demo_content.writer import Fields, Writer, plain


def category(tree: Tree, writer: Writer) -> Fields:
    """Return the field values of a category."""
    return {"name": tree["name"], "slug": tree["facts"]["slug"], "intro": writer.html(tree["intro"])}


def glossary_term(tree: Tree, writer: Writer) -> Fields:
    """Return the field values of a glossary term."""
    return {**plain(tree, "term", "definition", "abbreviation"), "also_known_as": writer.names(tree)}
