"""How does everything stand in every language? The status board: content × language."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from django.db.models import F, Max, Min, OuterRef, QuerySet, Subquery
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.coreutils import get_content_languages

from localization.languages import all_languages
from localization.permissions.languages import own_languages
from publishing.board.cells import Cell, cells_of
from publishing.board.columns import LanguageColumn
from publishing.board.filters import BoardFilters, type_choices
from publishing.board.models import Standing


def languages_for(user: Any) -> list[str]:
    """Return all language codes, those that ``user`` works in first."""
    own = own_languages(user)
    return [*own, *(language.code for language in all_languages() if language.code not in own)]


class Contents(WagtailPaginator):
    """Pages of the board, counted in what a row stands for: a content in all its languages."""

    verbose_name = _("content")
    verbose_name_plural = _("contents")


class Board(ReportView):
    """Everybody who may use the admin may read it; where a cell leads depends on what they may do."""

    model = Standing
    page_title = _("Translations")
    header_icon = "globe"
    index_url_name = "translation_board"
    index_results_url_name = "translation_board_results"
    verbose_name_plural = _("contents")
    filterset_class = BoardFilters
    is_searchable = True
    default_ordering = "title"
    paginator_class = Contents
    paginate_by = 50
    export_filename = "translations"
    table_classname = "listing board"
    any_permission_required = None

    @cached_property
    def codes(self) -> list[str]:
        """The languages in the order of their columns."""
        return languages_for(self.request.user)

    @cached_property
    def columns(self) -> list[Column]:
        """Title, type, age and change of a content, then a column for each language."""
        names, types = get_content_languages(), dict(type_choices())
        return [
            TitleColumn(
                "title", label=_("Title"), sort_key="title", get_url=lambda row: row.cells[row.locale].url
            ),
            Column("type", label=_("Type"), accessor=lambda row: types.get(row.type, row.type)),
            *(LanguageColumn(code, names[code]) for code in self.codes),
            DateColumn("oldest", label=_("Behind since"), sort_key="oldest"),
            DateColumn("last_change", label=_("Last change"), sort_key="last_change"),
        ]

    def get_base_queryset(self) -> QuerySet[Standing]:
        """Return one row for each content, with what it is sorted by."""
        rows = Standing.objects.filter(content_id=OuterRef("content_id")).order_by()
        code = self.request.GET.get("language")
        if code in self.codes:
            rows = rows.filter(locale=code)
        grouped = rows.values("content_id")
        return Standing.objects.filter(leads=True).annotate(
            oldest=Subquery(grouped.annotate(found=Min("behind_since")).values("found")),
            last_change=Subquery(grouped.annotate(found=Max("changed_at")).values("found")),
        )

    def search_queryset(self, queryset: QuerySet[Standing]) -> QuerySet[Standing]:
        """Find a content by its title in any language."""
        if not self.is_searching:
            return queryset
        named = Standing.objects.filter(title__icontains=self.search_query)
        return queryset.filter(content_id__in=named.values("content_id"))

    def order_queryset(self, queryset: QuerySet[Standing]) -> QuerySet[Standing]:
        """Sort; what has no date comes last, and equals keep one order from page to page."""
        name = str(self.ordering or self.default_ordering)
        field = F(name.removeprefix("-"))
        key = field.desc(nulls_last=True) if name.startswith("-") else field.asc(nulls_last=True)
        return queryset.order_by(key, "title", "content_id")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Find the cells of all rows at once."""
        leaders = list(object_list)
        rows = list(Standing.objects.filter(content_id__in=[row.content_id for row in leaders]))
        cells = cells_of(rows, self.request.user)
        for row in leaders:
            row.cells = cells[row.content_id]
        return leaders

    @cached_property
    def list_export(self) -> list[str]:
        """The columns of a spreadsheet."""
        return ["title", "type", *self.codes, "oldest", "last_change"]

    def get_heading(self, queryset: Any, field: str) -> str:
        """Return the heading of a column of a spreadsheet."""
        named = {column.name: column.label for column in self.columns}
        return str(named[field])

    def to_row_dict(self, item: Any) -> OrderedDict[str, Any]:
        """Return a row of a spreadsheet."""
        cells: dict[str, Cell] = item.cells
        row = {"title": item.title, "type": dict(type_choices()).get(item.type, item.type)}
        row |= {code: cells[code].text for code in self.codes}
        return OrderedDict(row | {"oldest": item.oldest, "last_change": item.last_change})
