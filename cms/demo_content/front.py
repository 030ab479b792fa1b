"""How do the files of the home page, the lists, the plain pages and the menus become fields?"""

from __future__ import annotations

from cms.demo_content.reading import Tree
from cms.demo_content.writer import Fields, Writer, plain


def home(tree: Tree, writer: Writer) -> Fields:
    """Return the field values of the home page."""
    facts, featured = tree["facts"], writer.stream("featured")
    for kind in ("treatment", "condition"):
        for name in tree["featured"]["facts"][f"{kind}s"]:
            featured.add(kind, name, writer.library.page(f"{kind}:{name}"))
    promises = writer.stream("promises")
    for key, item in tree["promise"]["items"].items():
        promises.add("item", key, {"title": item["title"], "text": writer.html(item["text"])})
    return {
        **plain(tree, "title", "seo_title", "search_description"),
        "slug": facts["slug"],
        "hero_heading": tree["hero"]["heading"],
        "hero_text": tree["hero"]["text"],
        "hero_figure": writer.figure("hero_figure", tree["hero"]["alt"], facts["hero"]),
        "featured_heading": tree["featured"].get("heading", ""),
        "featured": featured.json(),
        "promise_heading": tree["promise"]["heading"],
        "promises": promises.json(),
    }


def index(tree: Tree, writer: Writer) -> Fields:
    """Return the field values of a list of treatments or conditions."""
    return {
        **plain(tree, "title", "seo_title", "search_description", "summary"),
        "slug": tree["facts"]["slug"],
        "intro": writer.html(tree["intro"]),
    }


def standard(tree: Tree, writer: Writer) -> Fields:
    """Return the field values of a plain page."""
    body = writer.stream("body")
    for key, part in tree["body"].items():
        body.add("heading", key, part["heading"])
        body.add("paragraph", key, writer.html(part["paragraph"]))
    return {
        **plain(tree, "title", "seo_title", "search_description", "summary"),
        "slug": tree["facts"]["slug"],
        "body": body.json(),
    }


def navigation(tree: Tree, writer: Writer) -> Fields:
    """Return the field values of the menus."""
    header, footer = writer.stream("header"), writer.stream("footer")
    for key, link in tree["header"].items():
        header.add("link", key, _link(link, writer))
    for key, column in tree["footer"].items():
        links = {name: _link(link, writer) for name, link in column["links"].items()}
        footer.add("column", key, {"heading": column["heading"], "links": footer.points(key, "links", links)})
    return {"header": header.json(), "footer": footer.json()}


def _link(link: Tree, writer: Writer) -> Tree:
    return {"label": link["label"], "page": writer.library.page(link["facts"]["page"])}
