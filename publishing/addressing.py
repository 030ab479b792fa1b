"""Would anybody reach a page at its address, or does the site itself answer there?

Search, feeds, enquiries, comments and lists have addresses of their own in each language, and pages are
served by the catch-all after them. Which those are is asked of the URL configuration, so that a new one
counts at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from wagtail.models import Page

from localization.gate import Finding
from publishing.paths import address_below, root_of

# The name of the catch-all (``publishing.urls``).
SERVES_PAGES = "wagtail_serve"


def is_the_sites_own(path: str) -> bool:
    """Say whether something else than a page is read at ``path``."""
    try:
        return resolve(path).url_name != SERVES_PAGES
    except Resolver404:
        return False


def unreachable(page: Page, parent: Page | None = None, slug: str = "", *, below: bool = True) -> str | None:
    """Return the first address of ``page``, or of a page below it, at which nobody could read that page.

    Asked of the page as it is, or as it would be with ``slug`` below ``parent``; ``below=False`` leaves out
    the pages below it. ``None``: all of them can be read, or are no part of the site.
    """
    root = root_of(page.locale_id)
    if root is None:
        return None
    own = page.url_path if parent is None else f"{parent.url_path}{slug or page.slug}/"
    paths = [own, *(_below(page, own) if below else ())]
    addresses = (address_below(root, path, page.locale.language_code) for path in paths)
    return next((one for one in addresses if one is not None and is_the_sites_own(one)), None)


def address_fault(page: Page, parent: Page | None = None, slug: str = "", *, below: bool = True) -> str:
    """Return what to tell an editor of an address at which nobody could read a page, or an empty text."""
    address = unreachable(page, parent, slug, below=below)
    if address is None:
        return ""
    return _(
        "Nobody could read a page at “%(address)s”: the site itself uses this address. Choose another slug "
        "or another place."
    ) % {"address": address}


def address_findings(page: Page) -> list[Finding]:
    """Return what stands against publishing ``page`` (an object made from a revision) at its address."""
    fault = address_fault(page)
    return [Finding("", "slug", "address_taken", fault)] if fault else []


def refuse_move(page: Page, parent: Page) -> None:
    """Let a page be moved below ``parent``, unless it could not be read there.

    Raises:
        ValidationError: for the slug, which Wagtail's admin API answers with.
    """
    fault = address_fault(page, parent)
    if fault:
        raise ValidationError({"slug": fault})


def _below(page: Page, own: str) -> Iterator[str]:
    """Give the URL paths that the pages below ``page`` get when its own is ``own``; none if it was before."""
    if page.pk is None or not page.numchild:
        return
    stored = Page.objects.values_list("url_path", flat=True).get(pk=page.pk)
    if stored != own:
        for path in page.get_descendants().values_list("url_path", flat=True):
            yield own + path[len(stored) :]
