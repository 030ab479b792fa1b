"""Which columns does a list of contents have for languages and states?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from publishing.board.cells import Cell, cells_of
from publishing.board.models import Standing


class LanguageColumn(Column):
    """One language of the board; the cell's content was found for all rows together."""

    cell_template_name = "publishing/board/language_cell.html"

    def __init__(self, code: str, label: str) -> None:
        """Take the language."""
        super().__init__(code, label=label, classname="board-cell")
        self.code = code

    def get_value(self, instance: Any) -> Cell:
        """Return the cell."""
        cell: Cell = instance.cells[self.code]
        return cell


class StatesColumn(Column):
    """The states of all languages of a page, in Wagtail's own lists of pages: one sign for each."""

    cell_template_name = "publishing/board/states_cell.html"

    def __init__(self, name: str = "translations", **kwargs: Any) -> None:
        """Have a name, so that lists may name it."""
        super().__init__(name, label=kwargs.pop("label", _("Translations")), **kwargs)

    def get_cell_context_data(self, instance: Any, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Add the cells; those of all rows of the table are found when the first one is drawn."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        table, request = parent_context["table"], parent_context.get("request")
        if not hasattr(table, "board_cells"):
            keys = [row.translation_key for row in table.data if hasattr(row, "translation_key")]
            rows = list(Standing.objects.filter(content_id__in=keys))
            table.board_cells = cells_of(rows, request.user) if request is not None else {}
        cells = table.board_cells.get(getattr(instance, "translation_key", None), {})
        context["cells"] = list(cells.values())
        context["own"] = getattr(getattr(instance, "locale", None), "language_code", "")
        return context

    def get_value(self, instance: Any) -> str:
        """Return nothing: the template draws the cells."""
        return ""
