"""At which address is a page read, and through which pages does one come to it?

An address is ``/<language code>/<slugs>/``. It is worked out here and not by Django's ``i18n_patterns``,
whose result depends on the active language of the thread that asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wagtail.models import Page, Site

if TYPE_CHECKING:
    from publishing.context import CompileContext
    from publishing.shelf import Shelf


def path_of(instance: Any, shelf: Shelf | None = None) -> str | None:
    """Return the root-relative address of a page, or ``None`` for a snippet or a page outside the site.

    ``shelf`` knows the roots that were looked up before.
    """
    if not isinstance(instance, Page):
        return None
    root = root_of(instance.locale_id) if shelf is None else shelf.root(instance.locale_id)
    return None if root is None else address_below(root, instance.url_path, instance.locale.language_code)


def address_below(root: Page, url_path: str, code: str) -> str | None:
    """Return the root-relative address of Wagtail's ``url_path``, ``None`` if it is not below ``root``."""
    if not (url_path + "/").startswith(root.url_path):
        return None
    return f"/{code}/{url_path[len(root.url_path) :]}"


def root_of(locale_id: int) -> Page | None:
    """Return the page that a language's addresses start from: the site's root in that language."""
    return roots().get(locale_id)


def roots() -> dict[int, Page]:
    """Return the site's root in every language that has one, by the primary key of the language."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return {}
    return {
        page.locale_id: page for page in Page.objects.filter(translation_key=site.root_page.translation_key)
    }


def breadcrumbs(page: Page, context: CompileContext) -> list[dict[str, str]]:
    """Return title and path of each public page above ``page``, from the home page down."""
    above = context.shelf.trees.above(page)
    cards = [context.card(ancestor) for ancestor in above if ancestor.depth > 1]
    return [{"title": card["title"], "path": card["path"]} for card in cards if card and card["path"]]
