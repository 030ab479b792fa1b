"""How does the panel with the states of all languages get into Wagtail's editors?

Wagtail has no hook for side panels (measured on 8.0.1): its views are asked with ``get_side_panels``, so that
is wrapped, like the publishing step in ``publishing.wall``. wagtail-localize's editor has a list in the
context of its template; ours adds the panel there (``templates/wagtail_localize/admin``).
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.edit import EditView as PageEditView
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.snippets.views.snippets import EditView as SnippetEditView

from publishing.board.columns import StatesColumn
from publishing.board.panels import panel_for


def build() -> None:
    """Add the panel to the editors, and the column to the explorer. Called once, when the app is ready."""
    for view in (PageEditView, SnippetEditView):
        view.get_side_panels = _with_states(view.get_side_panels)
    # Before the page's own status, in the explorer and in its searches.
    columns = ExplorableIndexView.base_columns
    place = next(index for index, column in enumerate(columns) if column.name == "status")
    columns.insert(place, StatesColumn())


def _with_states(get_side_panels: Callable[[Any], Any]) -> Callable[[Any], Any]:
    @functools.wraps(get_side_panels)
    def wrapper(view: Any) -> Any:
        panels = list(get_side_panels(view))
        added = panel_for(getattr(view, "page", None) or getattr(view, "object", None), view.request)
        return MediaContainer([*panels, added] if added is not None else panels)

    return wrapper
