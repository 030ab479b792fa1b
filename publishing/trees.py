"""Which pages stand above some pages, and which of them all ask for a log-in?

Asked about each page in each language while a content is compiled, answered for all languages at once.
"""

from __future__ import annotations

from collections.abc import Iterable

from wagtail.models import Page, PageViewRestriction


class Trees:
    """The ancestors of some pages; of others they are fetched when they are asked for."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._by_path: dict[str, Page] = {}
        self._restricted: dict[int, bool] = {}

    def prepare(self, pages: Iterable[Page]) -> None:
        """Fetch what stands above ``pages`` and what of it is restricted, in two statements."""
        pages = list(pages)
        wanted = {path for page in pages for path in _paths_above(page)} - self._by_path.keys()
        self._by_path |= {page.path: page for page in Page.objects.filter(path__in=wanted)}
        for page in pages:
            # Where treebeard itself keeps it: Wagtail asks for the parent of every revision that it opens.
            page._cached_parent_obj = next(iter(reversed(self.above(page))), None)
        self._judge(pages)

    def above(self, page: Page) -> list[Page]:
        """Return the pages above ``page``, from the root of the tree down."""
        paths = _paths_above(page)
        if not self._by_path.keys() >= set(paths):
            self._by_path |= {found.path: found for found in page.get_ancestors()}
        return [self._by_path[path] for path in paths]

    def is_restricted(self, page: Page) -> bool:
        """Say whether a page or one of its ancestors asks for a log-in, a group or a password."""
        if page.pk not in self._restricted:
            self._judge([page])
        return self._restricted[page.pk]

    def _judge(self, pages: list[Page]) -> None:
        lines = {page.pk: [*self.above(page), page] for page in pages}
        keys = {each.pk for line in lines.values() for each in line}
        restricted = set(PageViewRestriction.objects.filter(page__in=keys).values_list("page_id", flat=True))
        for page in pages:
            line = lines[page.pk]
            if any(each.alias_of_id for each in line):  # an alias is as private as its original
                self._restricted[page.pk] = page.get_view_restrictions().exists()
            else:
                self._restricted[page.pk] = any(each.pk in restricted for each in line)


def _paths_above(page: Page) -> list[str]:
    return [page.path[:length] for length in range(page.steplen, len(page.path), page.steplen)]
